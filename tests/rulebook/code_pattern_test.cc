#include "engine/rulebook/code_pattern.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tranche {
namespace {

struct Case {
  const char* pattern;
  const char* code;
  bool has_separators;
  bool matches;
};

TEST(CodePattern, TakesTheCodesOfTheTable) {
  const std::vector<Case> cases = {
      // A prefix in a scheme with separators ends at a segment.
      {"04.5", "04.5", true, true},
      {"04.5", "04.5.1", true, true},
      {"04.5", "04.51", true, false},
      {"04.5", "04.", true, false},
      {"04.5", "04", true, false},
      {"04", "04.5.1", true, true},
      {"04", "045", true, false},
      {"04.", "04.5", true, true},
      {"005.006", "005.006-02", true, true},
      {"005 006", "005 006 02", true, true},
      {"1750", "1750/21", true, true},
      // In a scheme without separators, by characters.
      {"12", "122M", false, true},
      {"12", "12", false, true},
      {"12", "1", false, false},
      {"12", "212", false, false},
      {"122m", "122M", false, false},
      {"020", "20", false, false},
      {"20", "020", false, false},
      // Exact.
      {"=12", "12", false, true},
      {"=12", "122M", false, false},
      {"=04.5", "04.5", true, true},
      {"=04.5", "04.5.1", true, false},
      // Ranges take both ends and all below them.
      {"12..19", "12", false, true},
      {"12..19", "122M", false, true},
      {"12..19", "19Z", false, true},
      {"12..19", "15", false, true},
      {"12..19", "20", false, false},
      {"12..19", "11", false, false},
      {"12..19", "1", false, false},
      {"04.1..04.5", "04.3", true, true},
      {"04.1..04.5", "04.5.2", true, true},
      {"04.1..04.5", "04.51", true, false},
      {"04.1..04.5", "04.6", true, false},
      {"04.1..04.5", "04", true, false},
      // A letter beyond ASCII is no end of a segment.
      {"12", "12é", true, false},
      {"12", "12é", false, true},
      {" 12 ", "122", false, true},
      {"12 .. 19", "13", false, true},
  };
  for (const Case& c : cases) {
    std::string why;
    const auto pattern = ParseCodePattern(c.pattern, &why);
    ASSERT_TRUE(pattern) << c.pattern << ": " << why;
    EXPECT_EQ(pattern->Matches(c.code, c.has_separators), c.matches)
        << "'" << c.pattern << "' and '" << c.code << "'";
  }
}

TEST(CodePattern, RefusesWhatIsNoCodeWithAReason) {
  for (const char* wrong : {"", " ", "=", "= ", "12..", "..19", "..", "12..119", "19..12",
                            "12..15..19", "=12..19", "04*", "*"}) {
    std::string why;
    EXPECT_FALSE(ParseCodePattern(wrong, &why)) << wrong;
    EXPECT_NE(why, "") << wrong;
    EXPECT_FALSE(ParseCodePattern(wrong, nullptr)) << wrong;
  }
}

TEST(CodePattern, KnowsWhatItTakes) {
  EXPECT_EQ(ParseCodePattern("04.5", nullptr)->kind, CodePattern::Kind::kPrefix);
  EXPECT_EQ(ParseCodePattern("=04.5", nullptr)->kind, CodePattern::Kind::kExact);
  const auto range = ParseCodePattern("12..19", nullptr);
  EXPECT_EQ(range->kind, CodePattern::Kind::kRange);
  EXPECT_EQ(range->from, "12");
  EXPECT_EQ(range->to, "19");
}

TEST(CodeSeparator, IsAnythingButLettersAndDigits) {
  for (const char c : {'.', '-', '/', ' ', '_', ':'}) EXPECT_TRUE(IsCodeSeparator(c)) << c;
  for (const char c : {'0', '9', 'a', 'Z', '\xc3'}) EXPECT_FALSE(IsCodeSeparator(c)) << c;
}

}  // namespace
}  // namespace tranche
