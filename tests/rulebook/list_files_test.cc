// Files of lists as they lie on disk: compressed, too large, and what is no file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>
#include <string>

#include "tests/rulebook/book_text.h"
#include "tests/source/gzip.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

LoadedBook Load(const std::string& file, const std::string& text) {
  std::map<std::string, std::string> files = {
      {"book.yaml", BookWith("lists:\n  barracks: {file: " + file + ", column: name}\n" +
                             "rules: [{id: r, is: roads, when: {listed: barracks}}]\n")}};
  if (!text.empty()) files[file] = text;
  return LoadFiles(files);
}

TEST(ListFiles, AreTakenCompressed) {
  const LoadedBook loaded = Load("b.csv.gz", Gzip("id;name\n1;Kaserne\n"));
  ASSERT_TRUE(loaded.book) << loaded.text;
  EXPECT_EQ(loaded.book->lists.at(0).words.at(0).tokens.at(0).text, "kaserne");
}

TEST(ListFiles, TheBookKeepsThemAsTheyLieOnDisk) {
  const std::string packed = Gzip("name\nKaserne\n");
  const LoadedBook loaded = Load("b.csv.gz", packed);
  ASSERT_TRUE(loaded.book) << loaded.text;
  EXPECT_EQ(loaded.book->files.at(1).text, packed);
}

TEST(ListFiles, ASingleColumnIsFoundUnderAnyCompression) {
  // The more lines, the more surely every delimiter stands somewhere in the compressed bytes.
  std::string text = "name\n";
  for (unsigned i = 0; i < 5000; ++i) text += "kaserne " + std::to_string(i * 2654435761U) + "\n";
  const std::string packed = Gzip(text);
  ASSERT_NE(packed.find(','), std::string::npos);
  const LoadedBook loaded = Load("b.csv.gz", packed);
  ASSERT_TRUE(loaded.book) << loaded.text;
  EXPECT_EQ(loaded.book->lists.at(0).words.size(), 5000U);
}

TEST(ListFiles, MistakesInCompressedOnesStandAtTheirPlace) {
  const LoadedBook loaded = Load("b.csv.gz", Gzip("id,name\n1,ok\n2,c*d\n"));
  EXPECT_THAT(loaded.text, HasSubstr("b.csv.gz:3:3: error"));
  EXPECT_THAT(loaded.text, HasSubstr("2,c*d\n"));
}

TEST(ListFiles, ThatComeToMoreThan64MiBAreRefused) {
  const std::string row(1 << 10, 'x');
  std::string text = "name\n";
  for (int i = 0; i < 66000; ++i) text += row + "\n";
  for (const auto& [file, content] :
       std::map<std::string, std::string>{{"b.csv", text}, {"b.csv.gz", Gzip(text)}}) {
    const LoadedBook loaded = Load(file, content);
    EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("is larger than 64 MiB")));
  }
}

TEST(ListFiles, DevicesAndPipesAreNotRead) {
  EXPECT_THAT(Load("/dev/zero", "").errors, ElementsAre(HasSubstr("is a pipe or a device")));
  const std::string pipe = testing::TempDir() + "tranche-pipe-" + std::to_string(getpid());
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(Load(pipe, "").errors, ElementsAre(HasSubstr("is a pipe or a device")));
  unlink(pipe.c_str());
}

TEST(ListFiles, DamagedOnesAreRefused) {
  const std::string packed = Gzip(std::string(100000, 'x'));
  EXPECT_THAT(Load("b.csv.gz", packed.substr(0, packed.size() / 2)).errors,
              ElementsAre(HasSubstr("this list cannot be read")));
}

}  // namespace
}  // namespace tranche
