#include "engine/base/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace tranche {
namespace {

TEST(Utf8, ReadsBackEveryCodePointThatItWrites) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(value, &text);
    const CodePoint point = DecodeUtf8(text, 0);
    ASSERT_TRUE(point.valid) << static_cast<unsigned>(value);
    ASSERT_TRUE(point.value == value);
    ASSERT_EQ(point.size, text.size());
  }
}

TEST(Utf8, RefusesWhatTheStandardForbidsByteByByte) {
  const std::string_view bad[] = {"\x80",
                                  "\xC0\xAF",
                                  "\xC3",
                                  "\xE0\x80\x80",
                                  "\xED\xA0\x80",
                                  "\xE2\x82",
                                  "\xFF",
                                  "\xF0\x80\x80\x80",
                                  "\xF4\x90\x80\x80",
                                  "\xF8\x88",
                                  "\xC3(",
                                  "\xE2\x82("};
  for (const std::string_view text : bad) {
    EXPECT_FALSE(DecodeUtf8(text, 0).valid);
    EXPECT_EQ(DecodeUtf8(text, 0).size, 1u);
  }
}

TEST(Utf8, CountsCharactersNotBytes) {
  EXPECT_EQ(CountCodePoints(""), 0u);
  EXPECT_EQ(CountCodePoints("Łódź 😀"), 6u);
  EXPECT_EQ(CountCodePoints("a\xFF\xFE"), 3u);
}

}  // namespace
}  // namespace tranche
