// The claim: every piece of YAML on the pages for analysts is what the page says of it. A right one
// loads without a message; a wrong one gives exactly the messages that stand below it.
// TRANCHE_UPDATE_GOLDEN=1 writes these anew; the change is then reviewed as a diff.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/run/home.h"
#include "tests/docs/fenced_blocks.h"
#include "tests/docs/practice_book.h"

namespace tranche {
namespace {

constexpr std::string_view kWrong = "wrong ";
constexpr std::string_view kFile = "file ";

class Pages : public testing::TestWithParam<const char*> {
 protected:
  Pages() : page_(GetParam()) {
    auto countries = LoadCountries(TRANCHE_SOURCE_DIR "/corpus/reference/countries.csv");
    EXPECT_TRUE(countries.ok()) << countries.status();
    if (countries.ok()) countries_ = *std::move(countries);
  }

  std::string PracticeBook() const {
    const MarkdownPage reference("rules/README.md");
    for (const FencedBlock& block : reference.blocks()) {
      if (block.Is("yaml") && block.Kind() == "book") return block.text;
    }
    ADD_FAILURE() << "rules/README.md has no whole rulebook";
    return "";
  }

  std::string PlaceOf(const FencedBlock& block) const {
    return page_.path() + ":" + std::to_string(block.line);
  }

  /// The messages of a wrong snippet stand in the next block.
  void ExpectBelow(std::size_t snippet, const std::string& messages) {
    const std::size_t below = snippet + 1;
    ASSERT_LT(below, page_.blocks().size()) << PlaceOf(page_.blocks()[snippet]);
    ASSERT_TRUE(page_.blocks()[below].Is("text")) << PlaceOf(page_.blocks()[below]);
    if (std::getenv("TRANCHE_UPDATE_GOLDEN") != nullptr) page_.Rewrite(below, messages);
    EXPECT_EQ(page_.blocks()[below].text, messages) << PlaceOf(page_.blocks()[snippet]);
  }

  MarkdownPage page_;
  CountryTable countries_;
};

TEST_P(Pages, HoldNoSnippetThatIsNotAsThePageSays) {
  PracticeFolder folder(PracticeBook(), countries_);
  for (std::size_t i = 0; i < page_.blocks().size(); ++i) {
    const FencedBlock block = page_.blocks()[i];
    if (!block.Is("yaml") && !block.Is("csv")) continue;
    std::string kind = block.Kind();
    // A part of a file that another test compares.
    if (kind.starts_with("in tutorial/")) continue;
    if (kind.starts_with(kFile)) {
      folder.Keep(kind.substr(kFile.size()), block.text);
      continue;
    }
    const bool is_wrong = kind.starts_with(kWrong);
    if (is_wrong) kind = kind.substr(kWrong.size());
    const auto loaded = folder.Load(kind, block.text);
    ASSERT_TRUE(loaded) << PlaceOf(block) << " has no kind that this test knows: " << kind;
    if (!is_wrong) {
      EXPECT_EQ(loaded->messages, "") << PlaceOf(block);
    } else {
      EXPECT_NE(loaded->messages, "") << PlaceOf(block) << " is not wrong";
      ExpectBelow(i, loaded->messages);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(ForAnalysts, Pages,
                         testing::Values("rules/README.md", "rules/TUTORIAL.md"),
                         [](const auto& page) {
                           return std::string(page.param).ends_with("TUTORIAL.md") ? "Tutorial"
                                                                                   : "Reference";
                         });

}  // namespace
}  // namespace tranche
