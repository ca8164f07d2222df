#include "engine/source/encoding.h"

#include "gtest/gtest.h"

namespace tranche {
namespace {

TEST(Encoding, HasTheNamesThatPeopleWrite) {
  EXPECT_EQ(EncodingByName("utf-8"), Encoding::kUtf8);
  EXPECT_EQ(EncodingByName("UTF8"), Encoding::kUtf8);
  for (const char* name :
       {"windows-1252", "Windows_1252", "cp1252", "latin1", "Latin-1", "ISO-8859-1"}) {
    EXPECT_EQ(EncodingByName(name), Encoding::kWindows1252) << name;
  }
  EXPECT_EQ(EncodingByName("utf-16"), std::nullopt);
  EXPECT_EQ(EncodingByName(""), std::nullopt);
  for (const Encoding encoding : {Encoding::kUtf8, Encoding::kWindows1252}) {
    EXPECT_EQ(EncodingByName(EncodingName(encoding)), encoding);
  }
}

TEST(Encoding, ConvertsWindows1252) {
  std::string out = "> ";
  EXPECT_EQ(AppendAsUtf8("30 \x80 f\xFCr K\xF6nig \x9F", Encoding::kWindows1252, &out),
            std::nullopt);
  EXPECT_EQ(out, "> 30 € für König Ÿ");
}

TEST(Encoding, DefinesAllBytesOfWindows1252ButFive) {
  std::string undefined;
  for (int byte = 1; byte < 256; ++byte) {
    std::string out;
    const std::string bytes = {'x', static_cast<char>(byte)};
    const auto bad = AppendAsUtf8(bytes, Encoding::kWindows1252, &out);
    if (bad) {
      EXPECT_EQ(*bad, 1u);
      EXPECT_EQ(out, "");
      undefined += static_cast<char>(byte);
    } else {
      EXPECT_EQ(FirstInvalidUtf8(out), std::nullopt);
    }
  }
  EXPECT_EQ(undefined, "\x81\x8D\x8F\x90\x9D");
}

TEST(Encoding, TellsWhereUtf8Breaks) {
  EXPECT_EQ(FirstInvalidUtf8("Verteidigung für 한국 😀"), std::nullopt);
  EXPECT_EQ(FirstInvalidUtf8(""), std::nullopt);
  EXPECT_EQ(FirstInvalidUtf8("012345678\xE4 12345678"), 9u);
  EXPECT_EQ(FirstInvalidUtf8("ab\xC3"), 2u);
  EXPECT_EQ(FirstInvalidUtf8("ab\xC0\x80"), 2u) << "overlong";
  EXPECT_EQ(FirstInvalidUtf8("ab\xE0\x80\x80"), 2u) << "overlong";
  EXPECT_EQ(FirstInvalidUtf8("\xED\xA0\x80"), 0u) << "surrogate";
  EXPECT_EQ(FirstInvalidUtf8("\xF4\x90\x80\x80"), 0u) << "beyond Unicode";
  EXPECT_EQ(FirstInvalidUtf8("\x80"), 0u);
  std::string out = "kept";
  EXPECT_EQ(AppendAsUtf8("a\xFF", Encoding::kUtf8, &out), 1u);
  EXPECT_EQ(out, "kept");
}

TEST(Encoding, KnowsAsciiOfAnyLength) {
  for (std::size_t size = 0; size < 40; ++size) {
    std::string bytes(size, '~');
    EXPECT_TRUE(IsAscii(bytes));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = bytes;
      other[at] = '\x80';
      EXPECT_FALSE(IsAscii(other));
    }
  }
}

TEST(Encoding, ShowsUndefinedBytesToPeople) {
  EXPECT_EQ(ReadableText("M\xFCnchen", Encoding::kUtf8, 100), "M\\xFCnchen");
  EXPECT_EQ(ReadableText("M\xFCnchen\x81", Encoding::kWindows1252, 100), "München\\x81");
}

TEST(Encoding, CutsTextForPeopleAtACharacter) {
  EXPECT_EQ(ReadableText("für", Encoding::kUtf8, 2), "f");
  EXPECT_EQ(ReadableText("für", Encoding::kUtf8, 3), "fü");
  EXPECT_EQ(ReadableText("f\xFCr", Encoding::kWindows1252, 2), "f");
}

}  // namespace
}  // namespace tranche
