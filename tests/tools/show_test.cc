// `tranche show` as an analyst meets it. Exact output stands in tests/golden/cli.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/tools/cli_folder.h"
#include "tests/tools/cli_process.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr char kBase[] = "rules/hague-2025.yaml";
constexpr char kReform[] = "rules/examples/italy-counts-it.yaml";
constexpr char kBook[] = R"(rulebook: mine
format: 1
title: A ministry's own
buckets: {core: {title: Core}, civil: {title: Civil}}
otherwise: civil
options:
  mobility: {title: Share of roads, value: 10 %}
items:
  army: {counts: core, why: "Because a long reason that an analyst writes must stay readable"}
  roads: {counts: {core: $mobility, civil: rest}}
rules:
  - {id: army, is: army, when: {code: {cofog: "02.1"}}}
  - {id: roads, is: roads, when: {words: [road, bridge], nature: capital}}
)";
constexpr char kOther[] = R"(rulebook: theirs
format: 1
buckets: {core: {title: Core}, others: {title: Others}}
otherwise: others
items:
  army: {counts: core}
  police: {counts: undecided}
rules:
  - id: police
    is: police
    when: {words: police}
    examples: [{country: GBR, description: Police pay, gives: police}]
  - {id: army, is: army, when: {code: {cofog: ["02.1", "02.5"]}}}
)";

class ShowDiff : public CliFolder {
 protected:
  void SetUp() override {
    CliFolder::SetUp();
    Write("mine.yaml", kBook);
    Write("theirs.yaml", kOther);
  }
  /// The shipped rules by short paths, so that lines break alike wherever the repository lies.
  void CopyRules() const {
    fs::copy(TRANCHE_SOURCE_DIR "/rules", fs::path(Here().folder) / "rules",
             fs::copy_options::recursive);
  }
  CliResult Show(const std::vector<std::string>& arguments) const {
    std::vector<std::string> words = {"show", "--home", TRANCHE_SOURCE_DIR};
    words.insert(words.end(), arguments.begin(), arguments.end());
    CliProcess process(words, Here());
    process.EndInput();
    return process.Wait();
  }
};

TEST_F(ShowDiff, OfAReformAndItsBaseIsWhatTheReformChanges) {
  CopyRules();
  const CliResult result = Show({"--rules", kBase, "--diff", kReform});
  ExpectGolden("show_diff_reform", result, result.out);
  EXPECT_EQ(result.status, 0);
}

TEST_F(ShowDiff, TakesTheBookWithoutAName) {
  const CliResult named = Show({"--rules", "mine.yaml", "--diff", "theirs.yaml"});
  EXPECT_EQ(Show({"mine.yaml", "--diff", "theirs.yaml"}).out, named.out);
  EXPECT_EQ(Show({"mine.yaml", "--rules", "theirs.yaml"}).status, 2);
}
TEST_F(ShowDiff, OfEqualBooksSaysThatTheySayTheSame) {
  Write("copy.yaml", "# Another name and a note make no difference.\n" +
                         std::string(kBook).replace(0, 14, "rulebook: copy"));
  const CliResult result = Show({"--rules", "mine.yaml", "--diff", "copy.yaml"});
  ExpectGolden("show_diff_same", result, result.out);
  EXPECT_EQ(result.status, 0);
}

TEST_F(ShowDiff, OfUnrelatedBooksShowsAllOfBoth) {
  const CliResult result = Show({"--rules", "mine.yaml", "--diff", "theirs.yaml"});
  ExpectGolden("show_diff_unrelated", result, result.out);
  EXPECT_EQ(result.status, 0);
}

TEST_F(ShowDiff, StaysWithinAHundredColumns) {
  CopyRules();
  const CliResult result = Show({"--rules", "mine.yaml", "--diff", kBase});
  std::istringstream lines(result.out);
  const auto begins_character = [](unsigned char byte) { return (byte & 0xC0U) != 0x80U; };
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(std::count_if(line.begin(), line.end(), begins_character), 100) << line;
  }
}

TEST_F(ShowDiff, SettingAppliesToTheBooksThatHaveTheOption) {
  const CliResult one =
      Show({"--rules", "mine.yaml", "--diff", "theirs.yaml", "--set", "mobility=40%"});
  EXPECT_THAT(one.out, HasSubstr("mine (mine.yaml, with mobility=40%) and theirs (theirs.yaml)"));
  EXPECT_THAT(one.out, HasSubstr("$mobility (40 %)"));
  const CliResult both =
      Show({"--rules", "mine.yaml", "--diff", "mine.yaml", "--set", "mobility=40%"});
  EXPECT_THAT(both.out, StartsWith("The two books say the same: mine (mine.yaml,"));
}

TEST_F(ShowDiff, SettingThatNeitherBookHasIsRefused) {
  ExpectGolden("show_diff_unknown_option",
               Show({"--rules", "mine.yaml", "--diff", "theirs.yaml", "--set", "mobilty=40%"}));
  ExpectGolden("show_diff_wrong_setting",
               Show({"--rules", "mine.yaml", "--diff", "mine.yaml", "--set", "mobility=40"}));
}

TEST_F(ShowDiff, OfAFileThatIsMissingOrBrokenIsRefused) {
  ExpectGolden("show_diff_missing", Show({"--rules", "mine.yaml", "--diff", "nowhere.yaml"}));
  Write("part.yaml", "rules:\n  - {id: x, is: army}\n");
  ExpectGolden("show_diff_part_of_a_book", Show({"--rules", "mine.yaml", "--diff", "part.yaml"}));
  ExpectGolden("show_diff_folder", Show({"--rules", "mine.yaml", "--diff", "."}));
  Write("broken.yaml", std::string(kBook) + "  - {id: x, is: raods}\n");
  Write("reform.yaml", "rulebook: reform\nformat: 1\nextends: broken.yaml\n");
  const CliResult broken = Show({"--rules", "broken.yaml", "--diff", "reform.yaml"});
  ExpectGolden("show_diff_broken_base", broken);
  EXPECT_THAT(broken.out, IsEmpty());
}

TEST_F(ShowDiff, CallThatMakesNoSenseSaysWhy) {
  ExpectGolden("show_diff_usage_json", Show({"--json"}));
}

TEST_F(ShowDiff, ShowsOnlyThePartThatIsAskedFor) {
  const std::vector<std::string> both = {"--rules", "mine.yaml", "--diff", "theirs.yaml"};
  const auto show = [&](const std::string& flag, const std::string& name) {
    std::vector<std::string> words = both;
    words.insert(words.end(), {flag, name});
    return Show(words);
  };
  CliResult result = show("--item", "army");
  ExpectGolden("show_diff_item", result, result.out);
  result = show("--part", "rules");
  ExpectGolden("show_diff_rules", result, result.out);
  EXPECT_THAT(show("--part", "decide").out,
              StartsWith("The two books say the same of `decide`: mine (mine.yaml)"));
  ExpectGolden("show_diff_no_rule", show("--rule", "polize"));
  ExpectGolden("show_diff_no_part", show("--part", "item"));
}

TEST_F(ShowDiff, NamesRulesThatMovedTogetherOnce) {
  const std::string head(kBook, std::string(kBook).find("rules:"));
  const auto rule = [](const std::string& id) {
    return "  - {id: " + id + ", is: army, when: {words: " + id + "}}\n";
  };
  const std::string last = rule("alpha") + rule("bravo") + rule("charlie");
  Write("left.yaml", head + "rules:\n" + rule("navy") + rule("tanks") + rule("barracks") +
                         rule("depots") + last);
  Write("right.yaml", head + "rules:\n" + rule("depots") + last + rule("navy") + rule("tanks") +
                          rule("barracks"));
  const CliResult result = Show({"--rules", "left.yaml", "--diff", "right.yaml"});
  ExpectGolden("show_diff_moved", result, result.out);
}

TEST_F(ShowDiff, AsJsonHoldsTheSame) {
  const CliResult result = Show({"--rules", "mine.yaml", "--diff", "theirs.yaml", "--json"});
  ExpectGolden("show_diff_json", result, result.out);
  EXPECT_EQ(result.status, 0);
  const auto json = nlohmann::json::parse(result.out);
  EXPECT_EQ(json["items"]["differ"].size(), 3U);
  EXPECT_EQ(Show({"--rules", "mine.yaml", "--diff", "theirs.yaml", "--format", "json"}).out,
            result.out);
}

}  // namespace
}  // namespace tranche
