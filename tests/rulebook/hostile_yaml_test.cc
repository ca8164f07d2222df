// Files that nobody means well with, or that something else than an editor wrote: each gives a
// clear message with its place, few of them, and an end. What the YAML reader alone promises is
// held in tests/base/yaml_*_test.cc; here it goes through the loader of rulebooks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "engine/base/diagnostic.h"
#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string Repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// A book without a mistake.
std::string SoundBook() {
  return BookWith(
      "rules:\n"
      "  - id: norway\n"
      "    is: roads\n"
      "    when: {country: NOR, words: [vei*]}\n");
}

LoadedBook LoadText(const std::string& text) { return LoadFiles({{"book.yaml", text}}); }

std::string Utf16(const std::string& text, bool is_big_endian) {
  std::string wide;
  for (const char c : text) {
    if (is_big_endian) wide += '\0';
    wide += c;
    if (!is_big_endian) wide += '\0';
  }
  return wide;
}

TEST(HostileYaml, LineEndsAndAByteOrderMarkAreNoMistakes) {
  std::string windows;
  std::string old_mac = SoundBook();
  for (const char c : SoundBook()) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  std::replace(old_mac.begin(), old_mac.end(), '\n', '\r');
  for (const std::string& text :
       {SoundBook(), windows, old_mac, "\xEF\xBB\xBF" + SoundBook(), "\xEF\xBB\xBF" + windows}) {
    const LoadedBook loaded = LoadText(text);
    ASSERT_TRUE(loaded.book) << loaded.text;
    ASSERT_THAT(loaded.book->rules, SizeIs(1));
    EXPECT_EQ(loaded.book->rules[0].id, "norway");
  }
}

TEST(HostileYaml, Utf16IsOneMessageHoweverItIsWritten) {
  for (const std::string& text :
       {"\xFF\xFE" + Utf16(SoundBook(), false), "\xFE\xFF" + Utf16(SoundBook(), true),
        Utf16(SoundBook(), false), Utf16(SoundBook(), true)}) {
    EXPECT_THAT(LoadText(text).errors, ElementsAre("the file is not UTF-8; it looks like UTF-16"));
  }
}

TEST(HostileYaml, AFileWithoutContentIsAnEmptyRulebook) {
  for (const char* text : {"", "\n\n", "# only\n# comments\n", "---\n", "~\n", "\xEF\xBB\xBF"}) {
    EXPECT_THAT(LoadText(text).errors, ElementsAre("the rulebook is empty")) << text;
  }
}

TEST(HostileYaml, AliasesThatBlowUpAreOneMessageAndNoMemory) {
  std::string bomb = "rules:\n  - id: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string above = "*a" + std::to_string(i - 1);
    bomb += "  - id: &a" + std::to_string(i) + " [" + Repeated(above + " , ", 8) + above + " ]\n";
  }
  const LoadedBook loaded = LoadText(BookWith(bomb));
  EXPECT_EQ(std::count(loaded.errors.begin(), loaded.errors.end(), "'*a3' repeats too much"), 1)
      << loaded.text;
  EXPECT_LT(loaded.errors.size(), 100U);
}

TEST(HostileYaml, NamedValuesInsideEachOtherAreNotCopiedAtEachLevel) {
  std::string text = "rules: ";
  for (int i = 0; i < 60; ++i) text += "[&a" + std::to_string(i) + " ";
  text += "[" + Repeated("x,", 20'000) + "]" + std::string(60, ']') + "\nitems: [*a59 ]\n";
  EXPECT_THAT(LoadText(text).text, HasSubstr("error: '*a59' repeats too much"));
}

TEST(HostileYaml, NestingHasAnEnd) {
  EXPECT_THAT(
      LoadCondition(Repeated("{not: ", 55) + "{country: NOR}" + std::string(55, '}')).errors,
      ElementsAre("conditions are nested too deep"));
  EXPECT_THAT(LoadText(BookWith("rules: " + std::string(200'000, '['))).text, HasSubstr("nested"));
  EXPECT_THAT(LoadText(BookWith("rules: " + Repeated("{a: ", 100'000))).text, HasSubstr("nested"));
  EXPECT_THAT(LoadText(BookWith("rules:\n" + Repeated("- ", 100'000))).text, HasSubstr("nested"));
}

TEST(HostileYaml, MoreValuesThanAnyRulebookHasAreNotRead) {
  EXPECT_THAT(LoadText("rules: [" + Repeated("a,", 1'100'000) + "]\n").text,
              HasSubstr("the file holds more than 1,000,000 values; nothing is read from here on"));
}

TEST(HostileYaml, AThousandMistakesAreEnough) {
  const LoadedBook loaded =
      LoadText(BookWith("rules:\n" + Repeated("  - {id: r, is: raods}\n", 5000)));
  EXPECT_THAT(loaded.errors, SizeIs(Diagnostics::kMostKept));
  EXPECT_THAT(loaded.text, HasSubstr("error: there are more errors than these 1000\n"));
  EXPECT_LT(loaded.text.size(), 500'000U);
}

TEST(HostileYaml, AThousandMistakesInOneLineAreShownAsWell) {
  const LoadedBook loaded = LoadText("{" + Repeated("a: b, ", 100'000) + "}\n");
  EXPECT_THAT(loaded.errors, SizeIs(Diagnostics::kMostKept));
  EXPECT_THAT(loaded.text, HasSubstr(" a: b, a: b, …\n"));
  EXPECT_LT(loaded.text.size(), 500'000U);
}

TEST(HostileYaml, AVeryLongNameLosesItsMiddleInMessages) {
  const std::string key(1000, 'x');
  const std::string name(1'000'000, 'x');
  const LoadedBook loaded = LoadText(
      BookWith("rules:\n  - {id: r, is: " + name + ", when: {country: NOR}}\n" + key + ": 1\n"));
  ASSERT_THAT(loaded.errors, SizeIs(2));
  EXPECT_THAT(loaded.errors[0], AllOf(HasSubstr("unknown item 'xxx"), HasSubstr("x…x")));
  EXPECT_THAT(loaded.errors[1], AllOf(HasSubstr("unknown key `xxx"), HasSubstr("x…x")));
  EXPECT_LT(loaded.text.size(), 10'000U);
}

TEST(HostileYaml, ABinaryFileIsAFewMessages) {
  std::string bytes;
  unsigned state = 1;
  for (int i = 0; i < 200'000; ++i) {
    state = state * 1664525U + 1013904223U;
    bytes += static_cast<char>(state >> 24U);
  }
  const LoadedBook loaded = LoadText("\x7F" + std::string("ELF") + bytes);
  EXPECT_LE(loaded.errors.size(), 13U) << loaded.text;
  EXPECT_THAT(loaded.text, HasSubstr("more bytes or characters that are no text"));
}

TEST(HostileYaml, ACountryThatAnotherReaderTakesForNoIsAClearMessage) {
  EXPECT_THAT(LoadCondition("{country: NO, words: vei}").text, HasSubstr("'NOR'"));
  EXPECT_THAT(LoadCondition("{country: NO, words: vei}").errors, SizeIs(1));
  EXPECT_THAT(LoadCondition("{country: NOR, words: vei}").errors, IsEmpty());
}

TEST(HostileYaml, CodesThatAnotherReaderTakesForNumbersMustBeQuoted) {
  for (const char* code : {"020", "1e3", "0x1F", "02.10", "1_000", "12:30", "off"}) {
    EXPECT_THAT(LoadCondition("{code: {cofog: " + std::string(code) + "}}").errors, SizeIs(1))
        << code;
    EXPECT_THAT(LoadCondition("{code: {cofog: \"" + std::string(code) + "\"}}").errors,
                testing::Not(testing::Contains(HasSubstr("quotes"))))
        << code;
  }
}

TEST(HostileYaml, ABackslashThatMakesAnInvisibleCharacterIsOneMessage) {
  const LoadedBook loaded = LoadCondition("{regex: \"\\bfondo\"}");
  EXPECT_THAT(loaded.errors, ElementsAre("a backslash in double quotes makes an invisible "
                                         "character here"));
}

TEST(HostileYaml, ADecimalCommaInsideBracesIsOneMessage) {
  const LoadedBook loaded =
      LoadText(BookWith("targets: {core: {of: direct-military, at_least: 3,5 %}}\nrules: []\n"));
  EXPECT_THAT(loaded.errors, ElementsAre("'3,5 %' has a decimal comma"));
  EXPECT_THAT(loaded.text, HasSubstr("hint: write a point: 3.5 %\n"));
}

TEST(HostileYaml, TabsAndInvisibleCharactersAreNamedWhereTheyStand) {
  EXPECT_THAT(LoadText("rulebook: a\nbuckets:\n\tx: {title: X}\n").text,
              HasSubstr("book.yaml:3:1: error: a tab cannot indent a line"));
  EXPECT_THAT(LoadText(SoundBook() + std::string("title: a\0b\n", 11)).text,
              HasSubstr("an invisible character (U+0000)"));
}

}  // namespace
}  // namespace tranche
