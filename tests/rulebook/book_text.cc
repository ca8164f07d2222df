#include "tests/rulebook/book_text.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <utility>

#include "engine/base/diagnostic.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

constexpr char kHead[] = R"(rulebook: test-book
format: 1
buckets:
  direct-military: {title: Core defence}
  broader-security: {title: Broader security, areas: [infrastructure, preparedness]}
  excluded: {title: Not security spending}
otherwise: excluded
)";

/// A folder that lives as long as the object.
class Folder {
 public:
  Folder() {
    static std::atomic<int> count = 0;
    path_ = fs::path(testing::TempDir()) /
            ("tranche_rulebook_" + std::to_string(getpid()) + "_" + std::to_string(count++));
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Country CountryOf(const char* code, const char* name, std::vector<std::string> languages) {
  return {*CountryCode::Parse(code), name, {}, std::move(languages)};
}

}  // namespace

CountryTable TestCountries() {
  return CountryTable({CountryOf("DEU", "Germany", {"de"}), CountryOf("ESP", "Spain", {"es"}),
                       CountryOf("ITA", "Italy", {"it"}), CountryOf("NOR", "Norway", {"no"}),
                       CountryOf("POL", "Poland", {"pl"}),
                       CountryOf("USA", "United States", {"en"})});
}

LoadedBook LoadFile(const std::string& path, const std::vector<std::string>& settings) {
  Diagnostics diagnostics;
  auto book = LoadRulebook(path, TestCountries(), &diagnostics, settings);
  LoadedBook loaded;
  EXPECT_TRUE(book.ok()) << path;
  if (book.ok()) loaded.book = *std::move(book);
  for (const Diagnostic& item : diagnostics.items()) {
    auto& list = item.severity == Severity::kError ? loaded.errors : loaded.warnings;
    list.push_back(item.message);
  }
  loaded.text = diagnostics.ToText();
  EXPECT_EQ(loaded.book.has_value(), loaded.errors.empty()) << loaded.text;
  return loaded;
}

LoadedBook LoadFiles(const std::map<std::string, std::string>& files,
                     const std::vector<std::string>& settings) {
  const Folder folder;
  for (const auto& [name, text] : files) {
    const fs::path path = folder.path() / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  return LoadFile((folder.path() / "book.yaml").string(), settings);
}

std::string BookWith(const std::string& more) {
  return std::string(kHead) + R"(items:
  roads: {counts: {broader-security: 25 %, excluded: rest}, area: infrastructure}
  coast-guard: {counts: direct-military}
)" + more;
}

LoadedBook LoadCondition(const std::string& when) {
  return LoadFiles(
      {{"book.yaml",
        BookWith("vocabulary: words/\nrules:\n  - id: r\n    is: roads\n    when: " + when + "\n")},
       {"words/concepts.yaml", "concepts: {road: {title: Roads}, bridge: {title: Bridges}}\n"},
       {"words/de.yaml",
        "language: de\nconcepts:\n  road: {words: [\"*straße*\"]}\n"
        "  bridge: {words: [\"*brücke*\"]}\n"}});
}

LoadedBook LoadBookText(const std::string& more) {
  return LoadFiles({{"book.yaml", kHead + more}});
}

LoadedBook LoadItemsText(const std::string& items) {
  return LoadFiles({{"book.yaml", std::string(kHead) + "items:\n" + items + "rules: []\n"}});
}

}  // namespace tranche
