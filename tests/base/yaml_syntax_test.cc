// What a person reads who mistyped YAML: each mistake with the exact message.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "engine/base/yaml.h"

namespace tranche {
namespace {

std::string Messages(std::string content) {
  Diagnostics diagnostics;
  ParseYaml(std::make_shared<const SourceText>("my.yaml", std::move(content)), &diagnostics);
  return diagnostics.ToText();
}

TEST(YamlSyntax, TabsCannotIndent) {
  EXPECT_EQ(Messages("a:\n\tb: 1\n"),
            "my.yaml:2:1: error: a tab cannot indent a line\n"
            "  2 | \tb: 1\n"
            "    | ^\n"
            "  hint: use spaces\n");
  EXPECT_EQ(Messages("a:\n  b: 1\n\tc: 2\n"),
            "my.yaml:3:1: error: a tab cannot indent a line\n"
            "  3 | \tc: 2\n"
            "    | ^\n"
            "  hint: use spaces\n");
}

TEST(YamlSyntax, AColonIsMissing) {
  EXPECT_EQ(Messages("a: 1\nbuckets\nc: 2\n"),
            "my.yaml:2:1: error: no ':' behind 'buckets'\n"
            "  2 | buckets\n"
            "    | ^^^^^^^\n"
            "  hint: write 'key: value'\n");
  EXPECT_EQ(Messages("a: 1\nbuckets\n"),
            "my.yaml:2:1: error: no ':' behind 'buckets'\n"
            "  2 | buckets\n"
            "    | ^^^^^^^\n"
            "  hint: write 'key: value'\n");
}

TEST(YamlSyntax, ASpaceBehindTheColonIsMissing) {
  EXPECT_EQ(Messages("a:1\nb: 2\n"),
            "my.yaml:1:2: error: no space behind the ':'\n"
            "  1 | a:1\n"
            "    |  ^\n"
            "  hint: write 'key: value'\n");
  EXPECT_EQ(Messages("a: 1\nb:2\n"),
            "my.yaml:2:1: error: no space behind the ':' in 'b:2'\n"
            "  2 | b:2\n"
            "    | ^^^\n"
            "  hint: write 'b: 2'\n");
  EXPECT_EQ(Messages("a: {b: 1, c:2}\n"),
            "my.yaml:1:11: error: no space behind the ':' in 'c:2'\n"
            "  1 | a: {b: 1, c:2}\n"
            "    |           ^^^\n"
            "  hint: write 'c: 2'\n");
}

TEST(YamlSyntax, ASecondColonNeedsQuotes) {
  EXPECT_EQ(Messages("title: Hague: the plan\n"),
            "my.yaml:1:13: error: a second ': ' in one line\n"
            "  1 | title: Hague: the plan\n"
            "    |             ^\n"
            "  hint: put a value with ': ' inside in quotes\n");
}

TEST(YamlSyntax, IndentationFitsNoLine) {
  EXPECT_EQ(Messages("a:\n  b: 1\n c: 2\n"),
            "my.yaml:3:2: error: the indentation of this line fits none above\n"
            "  3 |  c: 2\n"
            "    |  ^\n"
            "  hint: align it with the line that it belongs to\n");
  EXPECT_EQ(
      Messages("a: 1\n  b: 2\n"),
      "my.yaml:2:3: error: this line is indented more than line 1, which has a value already\n"
      "  2 |   b: 2\n"
      "    |   ^\n"
      "  hint: align it with the line above\n");
  EXPECT_EQ(Messages("  a: 1\nb: 2\n"),
            "my.yaml:2:1: error: this line does not belong to the list or map above it\n"
            "  2 | b: 2\n"
            "    | ^\n"
            "  hint: indent it like the lines above, and do not mix '- ' with 'key: value'\n");
}

TEST(YamlSyntax, ListsAndMapsDoNotMix) {
  EXPECT_EQ(Messages("a: 1\n- b\n"),
            "my.yaml:2:1: error: a list item ('- ') where 'key: value' is expected\n"
            "  2 | - b\n"
            "    | ^\n"
            "  hint: indent the list more than its key, and begin it below 'key:'\n");
  EXPECT_EQ(Messages("a:\n  - b\n  c: 1\n"),
            "my.yaml:3:3: error: a list item ('- ') is expected here\n"
            "  3 |   c: 1\n"
            "    |   ^\n"
            "  hint: align the line with the key that it belongs to\n");
  EXPECT_EQ(Messages("a: - b\n"),
            "my.yaml:1:4: error: a list with '- ' cannot begin here\n"
            "  1 | a: - b\n"
            "    |    ^\n"
            "  hint: begin it in the next line, or write [a, b]; put a lone '-' in quotes\n");
}

TEST(YamlSyntax, AQuoteIsNeverClosed) {
  EXPECT_EQ(Messages("a: 'open\nb: 2\n"),
            "my.yaml:1:4: error: this quote is never closed\n"
            "  1 | a: 'open\n"
            "    |    ^\n"
            "  hint: put ' at the end of the text\n");
  EXPECT_EQ(Messages("a: \"open\nb: 2\n"),
            "my.yaml:1:4: error: this quote is never closed\n"
            "  1 | a: \"open\n"
            "    |    ^\n"
            "  hint: put \" at the end of the text\n");
}

TEST(YamlSyntax, AQuoteIsClosedByTheNextOne) {
  EXPECT_EQ(Messages("a: 'open\nb: 'x'\n"),
            "my.yaml:1:4: error: this quote is closed only in line 2\n"
            "  1 | a: 'open\n"
            "    |    ^\n"
            "  hint: close it at the end of its text\n");
}

TEST(YamlSyntax, AnApostropheEndsAQuote) {
  EXPECT_EQ(Messages("a: 'it's'\n"),
            "my.yaml:1:8: error: there is more text behind the closing quote\n"
            "  1 | a: 'it's'\n"
            "    |        ^\n"
            "  hint: an apostrophe inside single quotes is written twice: 'it''s'\n");
}

TEST(YamlSyntax, ABracketIsNotClosed) {
  EXPECT_EQ(Messages("a: [1, 2\nb: 3\n"),
            "my.yaml:1:4: error: this '[' is not closed\n"
            "  1 | a: [1, 2\n"
            "    |    ^\n"
            "  hint: close it with ']'\n");
  EXPECT_EQ(Messages("a: {b: 1, c: 2\n"),
            "my.yaml:1:4: error: this '{' is not closed\n"
            "  1 | a: {b: 1, c: 2\n"
            "    |    ^\n"
            "  hint: close it with '}'\n");
  EXPECT_EQ(Messages("a: {x: [1, 2}\n"),
            "my.yaml:1:8: error: this '[' is not closed before the '}' in line 1\n"
            "  1 | a: {x: [1, 2}\n"
            "    |        ^\n"
            "  hint: close it with ']'\n");
  EXPECT_EQ(Messages("a: [1]]\n"),
            "my.yaml:1:7: error: ']' closes nothing that is open\n"
            "  1 | a: [1]]\n"
            "    |       ^\n"
            "  hint: delete it, or put the text in quotes\n");
}

TEST(YamlSyntax, MistakesThatConcernOneWordAreAllShown) {
  EXPECT_EQ(Messages("words: [*truppen*, *soldat*]\n"
                     "share: %x\n"
                     "regex: \"\\d{4}\"\n"
                     "share: 5 %\n"),
            "my.yaml:1:9: error: a value cannot begin with '*'\n"
            "  1 | words: [*truppen*, *soldat*]\n"
            "    |         ^^^^^^^^^\n"
            "  hint: write it in quotes: '*truppen*'\n"
            "my.yaml:1:20: error: a value cannot begin with '*'\n"
            "  1 | words: [*truppen*, *soldat*]\n"
            "    |                    ^^^^^^^^\n"
            "  hint: write it in quotes: '*soldat*'\n"
            "my.yaml:2:8: error: a value cannot begin with '%'\n"
            "  2 | share: %x\n"
            "    |        ^\n"
            "  hint: write it in quotes: '%x'\n"
            "my.yaml:3:9: error: '\\d' means nothing in double quotes\n"
            "  3 | regex: \"\\d{4}\"\n"
            "    |         ^^\n"
            "  hint: write patterns in single quotes, where a backslash is only a backslash\n"
            "my.yaml:4:1: error: 'share' is given twice; the first is in line 2\n"
            "  4 | share: 5 %\n"
            "    | ^^^^^\n"
            "  hint: keep one of the two\n");
}

TEST(YamlSyntax, TheTreeKeepsTheTextBehindSuchAMistake) {
  Diagnostics diagnostics;
  const YamlNode root = ParseYaml(
      std::make_shared<const SourceText>("my.yaml", "a: *road\nb: \"\\d\"\nc: x\n"), &diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 2u);
  EXPECT_EQ(root.Find("a")->text(), "*road");
  EXPECT_EQ(root.Find("b")->text(), "\\d");
  EXPECT_EQ(root.Find("c")->text(), "x");
}

TEST(YamlSyntax, WhatStandsBeforeAMistakeIsRead) {
  Diagnostics diagnostics;
  const YamlNode root = ParseYaml(
      std::make_shared<const SourceText>("my.yaml", "a: 1\nb: [x]\n c: 2\n"), &diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 1u);
  ASSERT_TRUE(root.IsMap());
  EXPECT_EQ(root.Find("a")->text(), "1");
}

TEST(YamlSyntax, ThePartInWhichReadingStopsIsTakenBack) {
  Diagnostics diagnostics;
  const YamlNode root = ParseYaml(std::make_shared<const SourceText>("my.yaml",
                                                                     "rules:\n"
                                                                     "  - id: whole\n"
                                                                     "    is: x\n"
                                                                     "  - id: half\n"
                                                                     "    is x\n"
                                                                     "    when: y\n"),
                                  &diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 1u);
  EXPECT_TRUE(root.is_cut());
  ASSERT_NE(root.Find("rules"), nullptr);
  ASSERT_EQ(root.Find("rules")->items().size(), 1u);
  EXPECT_EQ(root.Find("rules")->items()[0].Find("id")->text(), "whole");
}

TEST(YamlSyntax, OnlyAFileThatStopsInTheMiddleIsCut) {
  for (const char* text : {"a: 1\n", "", "a: *road\n", "a: 1\na: 2\n"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(
        ParseYaml(std::make_shared<const SourceText>("my.yaml", text), &diagnostics).is_cut())
        << text;
  }
  for (const char* text : {"a: 'x\n", "a: [1\n", "a: 1\n---\nb: 2\n"}) {
    Diagnostics diagnostics;
    EXPECT_TRUE(
        ParseYaml(std::make_shared<const SourceText>("my.yaml", text), &diagnostics).is_cut())
        << text;
  }
}

TEST(YamlSyntax, SaysSomethingWhateverTheBytes) {
  // Every one- and two-character text over the signs that mean something in YAML.
  const std::string signs = "-?:,[]{}#&*!|>'\"%@`\\ \t\na1~";
  for (const char first : signs) {
    for (const char second : signs) {
      for (const char* before : {"", "a: ", "- ", "[", "a:\n  - b\n"}) {
        const std::string text = std::string(before) + first + second;
        Messages(text);
        Messages(text + "\n");
      }
    }
  }
}

}  // namespace
}  // namespace tranche
