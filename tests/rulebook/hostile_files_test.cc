// Paths that lead to no file of rules, or around in circles: one clear message, and an end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "absl/status/status.h"
#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"
#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::SizeIs;

/// A folder with files that no text makes: pipes, huge files, links.
class HostileFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("tranche_hostile_" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string PathOf(const std::string& name) const { return (folder_ / name).string(); }
  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  /// A pipe that nobody writes to.
  void MakePipe(const std::string& name) const {
    ASSERT_EQ(::mkfifo(PathOf(name).c_str(), 0600), 0);
  }
  /// 65 MiB, of which the disk holds nothing.
  void MakeHuge(const std::string& name) const {
    Write(name, "rules: []\n");
    fs::resize_file(folder_ / name, std::uintmax_t{65} << 20U);
  }
  LoadedBook LoadBook(const std::string& more) const {
    Write("book.yaml", BookWith(more));
    return LoadFile(PathOf("book.yaml"));
  }
  /// Why the rulebook itself cannot be read.
  std::string WhyUnreadable(const std::string& name) const {
    Diagnostics diagnostics;
    const auto book = LoadRulebook(PathOf(name), TestCountries(), &diagnostics);
    EXPECT_FALSE(book.ok());
    EXPECT_TRUE(diagnostics.empty());
    return book.ok() ? "" : std::string(book.status().message());
  }

  fs::path folder_;
};

TEST_F(HostileFiles, ARulebookThatIsNoFileIsSaidToBeNone) {
  MakePipe("pipe.yaml");
  MakeHuge("huge.yaml");
  EXPECT_THAT(WhyUnreadable("pipe.yaml"), EndsWith(" is a pipe or a device, not a file"));
  EXPECT_THAT(WhyUnreadable("huge.yaml"), HasSubstr(" is larger than 64 MiB"));
  EXPECT_THAT(WhyUnreadable(""), EndsWith(" is a folder, not a file"));
}

TEST_F(HostileFiles, AnIncludeThatIsNoFileIsReportedWhereItIsNamed) {
  MakePipe("pipe.yaml");
  MakeHuge("huge.yaml");
  const LoadedBook loaded = LoadBook(
      "rules:\n  - include: pipe.yaml\n  - include: huge.yaml\n  - include: /dev/zero\n"
      "  - include: .\n  - include: ''\n");
  EXPECT_THAT(loaded.errors, SizeIs(5)) << loaded.text;
  EXPECT_THAT(loaded.text, HasSubstr("pipe.yaml is a pipe or a device, not a file"));
  EXPECT_THAT(loaded.text, HasSubstr("huge.yaml is larger than 64 MiB"));
  EXPECT_THAT(loaded.text, HasSubstr("/dev/zero is a pipe or a device, not a file"));
}

TEST_F(HostileFiles, APipeAmongTheVocabularyOrAsAListIsNotWaitedFor) {
  fs::create_directories(folder_ / "words");
  MakePipe("words/de.yaml");
  MakePipe("list.csv");
  const LoadedBook loaded = LoadBook(
      "vocabulary: words/\nlists: {firms: {file: list.csv, column: name}}\n"
      "rules: [{id: r, is: roads, when: {country: NOR}}]\n");
  EXPECT_THAT(loaded.errors, SizeIs(2)) << loaded.text;
  EXPECT_THAT(loaded.errors[0], HasSubstr("pipe or a device"));
  EXPECT_THAT(loaded.errors[1], HasSubstr("pipe or a device"));
}

TEST_F(HostileFiles, FilesThatAreSmallAloneMustBeSmallTogether) {
  Write("part.yaml", "rules: []\n");
  fs::resize_file(folder_ / "part.yaml", std::uintmax_t{64} << 20U);
  EXPECT_THAT(LoadBook("rules:\n  - include: part.yaml\n").errors,
              ElementsAre("the files of the rulebook come to more than 64 MiB"));
}

TEST_F(HostileFiles, ACircleOfIncludesIsOneMessage) {
  Write("a.yaml", "rules:\n  - include: b.yaml\n");
  Write("b.yaml", "rules:\n  - include: ./c.yaml\n");
  Write("c.yaml", "rules:\n  - include: link.yaml\n");
  fs::create_symlink("a.yaml", folder_ / "link.yaml");
  const LoadedBook loaded = LoadBook("rules:\n  - include: a.yaml\n");
  EXPECT_THAT(loaded.errors, SizeIs(1)) << loaded.text;
  EXPECT_THAT(loaded.errors[0], HasSubstr("includes itself, directly or through others"));
}

TEST_F(HostileFiles, ALinkThatLeadsToItselfIsOneMessage) {
  fs::create_symlink("loop.yaml", folder_ / "loop.yaml");
  EXPECT_THAT(LoadBook("rules:\n  - include: loop.yaml\n").errors, SizeIs(1));
}

TEST_F(HostileFiles, AChainOfFilesHasAnEnd) {
  for (int i = 0; i < 70; ++i) {
    const std::string next = std::to_string(i + 1) + ".yaml";
    Write("rules" + std::to_string(i) + ".yaml", "rules:\n  - include: rules" + next + "\n");
    Write("book" + std::to_string(i) + ".yaml", "rulebook: a\nformat: 1\nextends: book" + next);
  }
  EXPECT_THAT(LoadBook("rules:\n  - include: rules0.yaml\n").errors,
              ElementsAre("files include each other more than 64 levels deep"));
  EXPECT_THAT(LoadFile(PathOf("book0.yaml")).errors,
              ElementsAre("rulebooks extend each other more than 64 levels deep"));
}

}  // namespace
}  // namespace tranche
