// Each rule catches what it is for, and lets its neighbours pass.

#include "tests/tidy/checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tranche::tidy {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The rules broken, in order.
std::vector<std::string> Rules(const std::vector<Finding>& findings) {
  std::vector<std::string> rules;
  for (const Finding& finding : findings) rules.push_back(finding.rule);
  return rules;
}

std::vector<std::string> Includes(const std::string& path, const std::string& included) {
  return Rules(CheckIncludes({path, "#include " + included + "\n"}));
}

/// A word that must not stand in this file either, written with a `~` inside.
std::string Whole(std::string text) {
  std::erase(text, '~');
  return text;
}

std::string Repeat(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Includes, GoOneWay) {
  EXPECT_THAT(Includes("engine/tally/tally.cc", "\"engine/match/matcher.h\""), IsEmpty());
  EXPECT_THAT(Includes("engine/match/matcher.cc", "\"engine/tally/tally.h\""),
              ElementsAre("include-order"));
  EXPECT_THAT(Includes("engine/run/run.cc", "\"tools/main.h\""), ElementsAre("include-order"));
  EXPECT_THAT(Includes("engine/run/run.cc", "\"engine/nowhere/a.h\""),
              ElementsAre("include-order"));
  EXPECT_THAT(Includes("tools/classify.cc", "\"engine/run/run.h\""), IsEmpty());
}

TEST(Includes, RulebookReadsListsThroughSourceAndNeedsNoLayout) {
  EXPECT_THAT(Includes("engine/rulebook/load.cc", "\"engine/source/file.h\""), IsEmpty());
  EXPECT_THAT(Includes("engine/rulebook/load.cc", "\"engine/layout/budget_line.h\""),
              ElementsAre("include-order"));
  EXPECT_THAT(Includes("engine/rulebook/load.cc", "\"engine/base/yaml.h\""), IsEmpty());
}

TEST(Includes, MatchKnowsOfLayoutTheBudgetLineOnly) {
  EXPECT_THAT(Includes("engine/match/a.cc", "\"engine/layout/budget_line.h\""), IsEmpty());
  EXPECT_THAT(Includes("engine/match/a.cc", "\"engine/layout/layout.h\""),
              ElementsAre("include-order"));
  EXPECT_THAT(Includes("engine/match/a.cc", "\"engine/source/file.h\""),
              ElementsAre("include-order"));
}

TEST(Includes, LibrariesHaveOneUser) {
  EXPECT_THAT(Includes("engine/base/yaml.cc", "<yaml-cpp/yaml.h>"), IsEmpty());
  EXPECT_THAT(Includes("engine/layout/load.cc", "<yaml-cpp/yaml.h>"),
              ElementsAre("include-library"));
  EXPECT_THAT(Includes("engine/base/pattern.cc", "<re2/re2.h>"), IsEmpty());
  EXPECT_THAT(Includes("engine/match/compile.cc", "\"re2/re2.h\""), ElementsAre("include-library"));
  EXPECT_THAT(Includes("engine/run/run.cc", "<CLI/CLI.hpp>"), ElementsAre("include-library"));
}

TEST(Includes, HeadersShowNoPrivateLibrary) {
  const std::string guard =
      "#ifndef TRANCHE_ENGINE_BASE_PATTERN_H_\n#define TRANCHE_ENGINE_BASE_PATTERN_H_\n";
  EXPECT_THAT(Rules(CheckIncludes({"engine/base/pattern.h", guard + "#include <re2/re2.h>\n"})),
              ElementsAre("header-leak"));
  EXPECT_THAT(Rules(CheckIncludes({"engine/base/pattern.h", guard + "#include <string>\n"})),
              IsEmpty());
}

TEST(Includes, GuardsFollowThePath) {
  EXPECT_THAT(
      Rules(CheckIncludes({"engine/base/a.h", "#ifndef TRANCHE_A_H_\n#define TRANCHE_A_H_\n"})),
      ElementsAre("header-guard"));
}

TEST(Lengths, FilesHaveLimits) {
  EXPECT_THAT(CheckLengths({"engine/base/a.cc", Repeat("\n", 400)}), IsEmpty());
  EXPECT_THAT(Rules(CheckLengths({"engine/base/a.cc", Repeat("\n", 401)})),
              ElementsAre("file-length"));
  EXPECT_THAT(CheckLengths({"engine/base/a.h", Repeat("\n", 200)}), IsEmpty());
  EXPECT_THAT(Rules(CheckLengths({"engine/base/a.h", Repeat("\n", 201)})),
              ElementsAre("file-length"));
  EXPECT_THAT(CheckLengths({"rules/a.yaml", Repeat("\n", 5000)}), IsEmpty());
}

TEST(Lengths, FunctionsHaveALimit) {
  const std::string start = "#include <a>\nnamespace tranche {\n\n";
  EXPECT_THAT(CheckLengths({"a.cc", start + "int F() {\n" + Repeat("  G();\n", 68) + "}\n}\n"}),
              IsEmpty());
  const std::vector<Finding> findings =
      CheckLengths({"a.cc", start + "int F() {\n" + Repeat("  G();\n", 69) + "}\n}\n"});
  ASSERT_THAT(Rules(findings), ElementsAre("function-length"));
  EXPECT_EQ(findings[0].line, 4);
}

TEST(Lengths, MethodsCountByThemselves) {
  const std::string method = "  void M() const {\n" + Repeat("    if (a) {\n    }\n", 30) + "  }\n";
  EXPECT_THAT(CheckLengths({"a.cc", "class A : B {\n public:\n" + Repeat(method, 3) + "};\n"}),
              IsEmpty());
  const std::string longer =
      "  A(int a)\n      : a_{a}, b_(a) {\n" + Repeat("    F();\n", 68) + "  }\n";
  const std::vector<Finding> findings =
      CheckLengths({"a.cc", "class A : B {\n public:\n" + longer + "};\n"});
  ASSERT_THAT(Rules(findings), ElementsAre("function-length"));
  EXPECT_EQ(findings[0].line, 3);
}

TEST(Lengths, TablesAreNoFunctions) {
  EXPECT_THAT(CheckLengths({"a.cc", "const int kA[] = {\n" + Repeat("  F(1),\n", 90) + "};\n"}),
              IsEmpty());
}

TEST(Lengths, BracesInTextDoNotCount) {
  EXPECT_THAT(
      CheckLengths({"a.cc", "void F() {\n  G(\"{\");  // {\n}\n" + Repeat("void G() {\n}\n", 60)}),
      IsEmpty());
}

TEST(Lengths, LinesAreCountedInCharacters) {
  EXPECT_THAT(CheckLengths({"a.cc", "// " + Repeat("ü", 97) + "\n"}), IsEmpty());
  EXPECT_THAT(Rules(CheckLengths({"a.cc", "// " + Repeat("u", 98) + "\n"})),
              ElementsAre("line-length"));
  EXPECT_THAT(CheckLengths({"a.cc", "auto a = R\"(" + Repeat("u", 98) + ")\";\n"}), IsEmpty());
}

TEST(Words, NamesSayTheirJob) {
  EXPECT_THAT(Rules(CheckWords({"engine/base/string_utils.cc", ""})), ElementsAre("banned-name"));
  EXPECT_THAT(Rules(CheckWords({"engine/common/a.cc", ""})), ElementsAre("banned-name"));
  EXPECT_THAT(Rules(CheckWords({"a.cc", "class RowManager {};"})), ElementsAre("banned-name"));
  EXPECT_THAT(CheckWords({"a.cc", "using A = std::common_type_t<B>;  // a helper"}), IsEmpty());
}

TEST(Words, PlacesOfOneMachineStayOut) {
  EXPECT_THAT(Rules(CheckWords({"README.md", Whole("see /wo~rk/x")})), ElementsAre("banned-text"));
  EXPECT_THAT(Rules(CheckWords({"tools/a.sh", Whole("curl pypi~.org")})),
              ElementsAre("banned-text"));
  EXPECT_THAT(CheckWords({"README.md", "public works/roads"}), IsEmpty());
}

TEST(Words, MoneyIsExact) {
  EXPECT_THAT(Rules(CheckWords({"engine/tally/a.cc", "double a;"})), ElementsAre("inexact-money"));
  EXPECT_THAT(Rules(CheckWords({"engine/base/amount.h", "float a;"})),
              ElementsAre("inexact-money"));
  EXPECT_THAT(CheckWords({"engine/tally/a.cc", "// no double here\nF(\"double\");"}), IsEmpty());
  EXPECT_THAT(CheckWords({"engine/run/progress.cc", "double seconds;"}), IsEmpty());
}

TEST(Words, NothingIsLeftUnfinished) {
  EXPECT_THAT(Rules(CheckWords({"a.cc", Whole("// TO~DO: later")})), ElementsAre("unfinished"));
  EXPECT_THAT(Rules(CheckWords({"a_test.cc", "TEST(A, DISABLED_B) {}"})),
              ElementsAre("unfinished"));
}

TEST(TopLevel, IsExact) {
  const std::vector<std::string> right = {
      ".gitignore",       "CMakeLists.txt", "CMakePresets.json", "README.md", "bench/a",
      "corpus/README.md", "engine/a",       "rules/a",           "tests/a",   "tools/a"};
  EXPECT_THAT(CheckTopLevel(right), IsEmpty());
  std::vector<std::string> more = right;
  more.emplace_back("notes.txt");
  EXPECT_THAT(Rules(CheckTopLevel(more)), ElementsAre("top-level"));
  EXPECT_THAT(Rules(CheckTopLevel({right.begin() + 2, right.end()})), ElementsAre("top-level"));
}

TEST(AllChecks, ReportByPathAndLine) {
  const std::vector<Finding> findings = CheckAll({{"engine/base/z.cc", "#include <CLI/CLI.hpp>\n"},
                                                  {"engine/base/a.cc", Whole("// HA~CK\n")}});
  ASSERT_GE(findings.size(), 2U);
  const auto is_code = [](const Finding& each) { return each.path.starts_with("engine/"); };
  std::vector<std::string> paths;
  for (const Finding& each : findings) {
    if (is_code(each)) paths.push_back(each.path);
  }
  EXPECT_THAT(paths, ElementsAre("engine/base/a.cc", "engine/base/z.cc"));
}

}  // namespace
}  // namespace tranche::tidy
