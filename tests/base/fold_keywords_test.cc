// The frozen folding table against ICU, on every character that the research's words contain.
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "engine/base/fold.h"
#include "engine/base/utf8.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

fs::path KeywordsFile() {
  const char* const data = std::getenv("TRANCHE_DATA_DIR");
  const fs::path shared =
      data != nullptr ? fs::path(data) / ".." : fs::path(TRANCHE_SOURCE_DIR) / ".." / "shared";
  return shared / "domain" / "keywords.csv";
}

/// What the header of fold.h promises for one code point, computed with ICU alone.
std::string FoldByIcu(char32_t value) {
  static const std::map<char32_t, std::u16string> kLetters = {
      {U'ø', u"o"}, {U'æ', u"ae"}, {U'å', u"a"}, {U'ß', u"ss"}, {U'œ', u"oe"},
      {U'ł', u"l"}, {U'đ', u"d"},  {U'ı', u"i"}, {U'þ', u"th"}, {U'ð', u"d"},
      {U'ς', u"σ"}, {U'ŋ', u"n"},  {U'ħ', u"h"}, {U'ŧ', u"t"}};
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfkd = icu::Normalizer2::getNFKDInstance(status);
  EXPECT_TRUE(U_SUCCESS(status));
  icu::UnicodeString text =
      nfkd->normalize(icu::UnicodeString(static_cast<UChar32>(value)), status);
  text.foldCase();
  text = nfkd->normalize(text, status);

  icu::UnicodeString folded;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 letter = text.char32At(i);
    const auto special = kLetters.find(static_cast<char32_t>(letter));
    if (special != kLetters.end()) {
      folded += icu::UnicodeString(special->second.data());
    } else if ((U_GET_GC_MASK(letter) & U_GC_M_MASK) != 0 || u_charType(letter) == U_FORMAT_CHAR) {
      continue;
    } else if (u_isalpha(letter) || u_isdigit(letter)) {
      folded += letter;
    } else {
      folded += static_cast<UChar32>(' ');
    }
  }
  std::string utf8;
  folded.trim().toUTF8String(utf8);
  return utf8;
}

TEST(FoldKeywords, TheFrozenTableAgreesWithIcuOnEveryCharacterOfAllLanguages) {
  const fs::path path = KeywordsFile();
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    const char* const what = "the research's words are not here, so their characters go untested: ";
    if (std::getenv("CI") != nullptr) FAIL() << what << path;
    GTEST_SKIP() << "NOT TESTED: " << what << path;
  }
  std::ostringstream content;
  content << file.rdbuf();
  const std::string text = content.str();

  std::set<std::string> languages;
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  ASSERT_EQ(line.substr(0, line.find('\r')), "concept,bucket_hint,lang,pattern,confidence");
  while (std::getline(lines, line)) {
    std::istringstream fields(line);
    std::string field;
    for (int i = 0; i < 3; ++i) std::getline(fields, field, ',');
    languages.insert(field);
  }
  EXPECT_EQ(languages.size(), 27u);

  std::set<char32_t> characters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    ASSERT_TRUE(point.valid) << "at byte " << at;
    characters.insert(point.value);
    // Capitals stand in budgets where the list has small letters.
    characters.insert(static_cast<char32_t>(u_toupper(static_cast<UChar32>(point.value))));
    at += point.size;
  }
  EXPECT_GT(characters.size(), 200u);
  for (const char32_t character : characters) {
    std::string utf8;
    AppendUtf8(character, &utf8);
    EXPECT_EQ(Fold(utf8), FoldByIcu(character))
        << utf8 << " U+" << std::hex << static_cast<unsigned>(character);
  }
}

}  // namespace
}  // namespace tranche
