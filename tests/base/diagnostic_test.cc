#include "engine/base/diagnostic.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace tranche {
namespace {

std::shared_ptr<const SourceText> Text(std::string content, std::string path = "rules/my.yaml") {
  return std::make_shared<const SourceText>(std::move(path), std::move(content));
}

std::string OneError(SourceSpan span) {
  Diagnostics diagnostics;
  diagnostics.Error(std::move(span), "wrong");
  return diagnostics.ToText();
}

TEST(SourceText, KnowsItsLinesWhateverTheirEnds) {
  const auto text = Text("one\ntwo\r\nthree\rfour\n");
  EXPECT_EQ(text->Line(1), "one");
  EXPECT_EQ(text->Line(2), "two");
  EXPECT_EQ(text->Line(3), "three");
  EXPECT_EQ(text->Line(4), "four");
  EXPECT_EQ(text->Line(5), "");
  EXPECT_EQ(text->Line(6), "");
  EXPECT_EQ(text->Line(0), "");
}

TEST(SourceText, LeavesTheByteOrderMarkOutOfTheFirstLine) {
  EXPECT_EQ(Text("\xEF\xBB\xBF"
                 "a: 1")
                ->Line(1),
            "a: 1");
}

TEST(Diagnostics, ShowsFileLineColumnExcerptCaretAndHint) {
  Diagnostics diagnostics;
  const auto text = Text("\n\n\n\n\n\n\n\n\n\n\n  is: raods\n");
  diagnostics.Error({text, 12, 7, 5}, "unknown item 'raods'", "did you mean 'roads'?");
  EXPECT_EQ(diagnostics.ToText(),
            "rules/my.yaml:12:7: error: unknown item 'raods'\n"
            "  12 |   is: raods\n"
            "     |       ^^^^^\n"
            "  hint: did you mean 'roads'?\n");
}

TEST(Diagnostics, SortsByFileLineAndColumnAndKeepsTheOrderOfEquals) {
  Diagnostics diagnostics;
  const auto b = Text("x: y\n", "b.yaml");
  const auto a = Text("x: y\nz\n", "a.yaml");
  diagnostics.Warning({b, 1, 4, 1}, "fourth");
  diagnostics.Error({b, 1, 1, 1}, "third");
  diagnostics.Note({b, 1, 4, 1}, "fifth");
  diagnostics.Error({a, 2, 1, 1}, "second");
  diagnostics.Error({}, "no place");
  diagnostics.Error({a, 0, 0, 1}, "first");
  EXPECT_EQ(diagnostics.ToText(),
            "error: no place\n"
            "a.yaml: error: first\n"
            "a.yaml:2:1: error: second\n"
            "  2 | z\n"
            "    | ^\n"
            "b.yaml:1:1: error: third\n"
            "  1 | x: y\n"
            "    | ^\n"
            "b.yaml:1:4: warning: fourth\n"
            "  1 | x: y\n"
            "    |    ^\n"
            "b.yaml:1:4: note: fifth\n"
            "  1 | x: y\n"
            "    |    ^\n");
}

TEST(Diagnostics, CountsErrorsOnly) {
  Diagnostics diagnostics;
  EXPECT_TRUE(diagnostics.empty());
  diagnostics.Warning({}, "w");
  EXPECT_FALSE(diagnostics.HasErrors());
  diagnostics.Error({}, "e");
  diagnostics.Append(diagnostics);
  EXPECT_TRUE(diagnostics.HasErrors());
  EXPECT_EQ(diagnostics.error_count(), 2u);
  EXPECT_EQ(diagnostics.items().size(), 4u);
}

TEST(Excerpt, CopiesTabsSoThatTheCaretStandsRight) {
  EXPECT_EQ(OneError({Text("\tis:\troads"), 1, 6, 5}),
            "rules/my.yaml:1:6: error: wrong\n"
            "  1 | \tis:\troads\n"
            "    | \t   \t^^^^^\n");
}

TEST(Excerpt, CountsCharactersAndGivesWideOnesTwoColumns) {
  EXPECT_EQ(OneError({Text("Łódź: x"), 1, 7, 1}),
            "rules/my.yaml:1:7: error: wrong\n"
            "  1 | Łódź: x\n"
            "    |       ^\n");
  EXPECT_EQ(OneError({Text("防衛 x"), 1, 4, 1}),
            "rules/my.yaml:1:4: error: wrong\n"
            "  1 | 防衛 x\n"
            "    |      ^\n");
  EXPECT_EQ(OneError({Text("防衛 x"), 1, 2, 1}),
            "rules/my.yaml:1:2: error: wrong\n"
            "  1 | 防衛 x\n"
            "    |   ^^\n");
  EXPECT_EQ(OneError({Text("e\xCC\x81 x"), 1, 4, 1}),
            "rules/my.yaml:1:4: error: wrong\n"
            "  1 | e\xCC\x81 x\n"
            "    |   ^\n");
}

TEST(Excerpt, CutsLongLinesAroundTheCaret) {
  const std::string before(150, 'a');
  const std::string after(150, 'c');
  EXPECT_EQ(OneError({Text(before + "bb" + after), 1, 151, 2}),
            "rules/my.yaml:1:151: error: wrong\n"
            "  1 | …" +
                std::string(40, 'a') + "bb" + std::string(58, 'c') +
                "…\n"
                "    |  " +
                std::string(40, ' ') + "^^\n");
  EXPECT_EQ(OneError({Text("bb" + after), 1, 1, 2}),
            "rules/my.yaml:1:1: error: wrong\n"
            "  1 | bb" +
                std::string(98, 'c') +
                "…\n"
                "    | ^^\n");
  EXPECT_EQ(OneError({Text(before + "bb"), 1, 151, 2}),
            "rules/my.yaml:1:151: error: wrong\n"
            "  1 | …" +
                std::string(98, 'a') +
                "bb\n"
                "    |  " +
                std::string(98, ' ') + "^^\n");
}

TEST(Excerpt, UnderlinesNoFurtherThanTheLine) {
  EXPECT_EQ(OneError({Text("a: b"), 1, 4, 20}),
            "rules/my.yaml:1:4: error: wrong\n"
            "  1 | a: b\n"
            "    |    ^\n");
  EXPECT_EQ(OneError({Text("a:"), 1, 3, 1}),
            "rules/my.yaml:1:3: error: wrong\n"
            "  1 | a:\n"
            "    |   ^\n");
  EXPECT_EQ(OneError({Text(""), 1, 1, 1}),
            "rules/my.yaml:1:1: error: wrong\n"
            "  1 |\n"
            "    | ^\n");
}

TEST(Diagnostics, LetsNoTextOfTheUserSteerTheTerminal) {
  Diagnostics diagnostics;
  diagnostics.Error({Text("a\x1b[2J\xFFz"), 1, 7, 1}, "bad '\x1b[2J'\n", "drop \xFF");
  EXPECT_EQ(diagnostics.ToText(),
            "rules/my.yaml:1:7: error: bad '\\x1b[2J'\\x0a\n"
            "  1 | a\uFFFD[2J\uFFFDz\n"
            "    |       ^\n"
            "  hint: drop \uFFFD\n");
}

TEST(Diagnostics, ShowsReasonsBeforeWhatToDo) {
  Diagnostics diagnostics;
  Diagnostic finding;
  finding.severity = Severity::kError;
  finding.span = {Text("x: y\n"), 1, 4, 1};
  finding.message = "the example gives roads";
  finding.hint = "move the rule";
  finding.reasons = {"rule 'a' decides", "rule 'b' comes later"};
  diagnostics.Report(finding);
  EXPECT_TRUE(diagnostics.HasErrors());
  EXPECT_EQ(diagnostics.CountOf(Severity::kError), 1U);
  EXPECT_EQ(diagnostics.CountOf(Severity::kWarning), 0U);
  EXPECT_EQ(diagnostics.ToText(),
            "rules/my.yaml:1:4: error: the example gives roads\n"
            "  1 | x: y\n"
            "    |    ^\n"
            "  because: rule 'a' decides\n"
            "  because: rule 'b' comes later\n"
            "  hint: move the rule\n");
}

TEST(Diagnostics, GivesProgramsTheSameAsJson) {
  Diagnostics diagnostics;
  Diagnostic finding;
  finding.severity = Severity::kWarning;
  finding.span = {Text("x: \"y\"\n"), 1, 4, 3};
  finding.message = "odd \"y\"";
  finding.hint = "drop the quotes";
  finding.reasons = {"a reader takes y for yes"};
  diagnostics.Report(finding);
  diagnostics.Error({}, "no place");
  EXPECT_EQ(diagnostics.ToJson(), R"([
  {
    "severity": "error",
    "file": null,
    "line": null,
    "column": null,
    "length": null,
    "message": "no place",
    "reasons": [],
    "hint": ""
  },
  {
    "severity": "warning",
    "file": "rules/my.yaml",
    "line": 1,
    "column": 4,
    "length": 3,
    "message": "odd \"y\"",
    "reasons": [
      "a reader takes y for yes"
    ],
    "hint": "drop the quotes"
  }
]
)");
  EXPECT_EQ(Diagnostics().ToJson(), "[]\n");
  EXPECT_EQ(Diagnostics().ToText(), "");
}

}  // namespace
}  // namespace tranche
