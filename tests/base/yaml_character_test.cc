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

TEST(YamlCharacters, InvalidUtf8IsReportedWhereItStands) {
  EXPECT_EQ(Messages("a: é\nb: caf\xE9 x\n"),
            "my.yaml:2:7: error: a character that is not valid UTF-8 stands here (byte 0xE9)\n"
            "  2 | b: caf\uFFFD x\n"
            "    |       ^\n"
            "  hint: save the file as UTF-8; editors offer that under Save as, as the encoding\n");
}

TEST(YamlCharacters, ControlCharactersAreReportedWhereTheyStand) {
  EXPECT_EQ(Messages(std::string("a: x\0y\n", 7)),
            "my.yaml:1:5: error: an invisible character (U+0000) stands in the text\n"
            "  1 | a: x\uFFFDy\n"
            "    |     ^\n"
            "  hint: delete it; editors hide such characters\n");
  EXPECT_EQ(Messages("a: \x7F"
                     "b\n"),
            "my.yaml:1:4: error: an invisible character (U+007F) stands in the text\n"
            "  1 | a: \uFFFD"
            "b\n"
            "    |    ^\n"
            "  hint: delete it; editors hide such characters\n");
}

TEST(YamlCharacters, TheRestOfTheFileIsCheckedAllTheSame) {
  Diagnostics diagnostics;
  ParseYaml(std::make_shared<const SourceText>("my.yaml", "a: \xFF\nb: 1\nb: 2\n"), &diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 2u);
  EXPECT_EQ(diagnostics.items()[0].message,
            "a character that is not valid UTF-8 stands here (byte 0xFF)");
  EXPECT_EQ(diagnostics.items()[1].message, "'b' is given twice; the first is in line 2");
}

TEST(YamlCharacters, AFileFullOfThemDoesNotFloodTheReader) {
  Diagnostics diagnostics;
  ParseYaml(std::make_shared<const SourceText>("my.yaml", "a: " + std::string(1000, '\xFF')),
            &diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 11u);
  EXPECT_EQ(diagnostics.items()[10].message, "990 more bytes or characters that are no text");
}

TEST(YamlCharacters, Utf16IsRecognised) {
  EXPECT_EQ(Messages("\xFF\xFE"
                     "a"),
            "my.yaml: error: the file is not UTF-8; it looks like UTF-16\n"
            "  hint: save it as UTF-8; editors offer that under Save as, as the encoding\n");
  EXPECT_EQ(Messages(std::string("a\0:\0", 4)),
            "my.yaml: error: the file is not UTF-8; it looks like UTF-16\n"
            "  hint: save it as UTF-8; editors offer that under Save as, as the encoding\n");
}

TEST(YamlCharacters, ABackslashInDoubleQuotesMakesNoControlCharacter) {
  EXPECT_EQ(Messages("regex: \"\\bfondo\\b\"\n"),
            "my.yaml:1:8: error: a backslash in double quotes makes an invisible character here\n"
            "  1 | regex: \"\\bfondo\\b\"\n"
            "    |        ^^^^^^^^^^^\n"
            "  hint: write patterns in single quotes: '\\b'\n");
  EXPECT_NE(Messages("a: \"\\x1f\"\n"), "");
  EXPECT_EQ(Messages("delimiter: \"\\t\"\nregex: '\\bfondo\\b'\n"), "");
}

}  // namespace
}  // namespace tranche
