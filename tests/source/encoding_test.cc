#include "engine/source/encoding.h"

#include <utility>

#include "gtest/gtest.h"

namespace tranche {
namespace {

TEST(Encoding, HasTheNamesThatPeopleWrite) {
  const std::pair<const char*, const char*> cases[] = {
      {"utf-8", "utf-8"},          {"UTF8", "utf-8"},
      {"latin1", "windows-1252"},  {"ISO-8859-1", "windows-1252"},
      {"cp1252", "windows-1252"},  {"Windows_1252", "windows-1252"},
      {"l1", "windows-1252"},      {"cp1250", "windows-1250"},
      {"latin2", "iso-8859-2"},    {"ISO_8859-2", "iso-8859-2"},
      {"latin5", "windows-1254"},  {"ISO-8859-9", "windows-1254"},
      {"IBM852", "cp852"},         {"852", "cp852"},
      {"mac", "macintosh"},        {"MacRoman", "macintosh"},
      {"KOI8-U", "koi8-u"},        {"UTF-16", "utf-16"},
      {"ucs-2", "utf-16"},         {"utf-16le", "utf-16le"},
      {"UTF-32BE", "utf-32be"},    {"cp936", "gbk"},
      {"GB18030", "gb18030"},      {"SJIS", "shift_jis"},
      {"csShiftJIS", "shift_jis"}, {"windows-1258", "windows-1258"},
  };
  for (const auto& [written, name] : cases) {
    const auto encoding = EncodingByName(written);
    ASSERT_TRUE(encoding) << written;
    EXPECT_EQ(encoding->name(), name) << written;
    EXPECT_EQ(EncodingByName(encoding->name()), *encoding) << written;
  }
  for (const char* name : {"", " ", "utf-9", "Excel", "../../etc/passwd", "windows-12520"}) {
    EXPECT_EQ(EncodingByName(name), std::nullopt) << name;
  }
}

TEST(Encoding, KnowsWhichKeepAscii) {
  for (const char* name : {"windows-1250", "iso-8859-7", "cp437", "cp852", "koi8-r", "macintosh"}) {
    EXPECT_EQ(EncodingByName(name)->kind(), Encoding::Kind::kSingleByte) << name;
  }
  for (const char* name : {"utf-16", "utf-32le", "gb18030", "shift_jis", "cp037", "utf-7"}) {
    EXPECT_EQ(EncodingByName(name)->kind(), Encoding::Kind::kDecodedBefore) << name;
  }
}

TEST(Encoding, AdvisesOnAWrongName) {
  EXPECT_EQ(EncodingAdvice("windows-125O"),
            "did you mean 'windows-1250', 'windows-1251' or 'windows-1252'?");
  EXPECT_NE(EncodingAdvice("Excel").find("leave `encoding` out"), std::string::npos);
}

TEST(Encoding, TakesControlCharactersForNoText) {
  std::string out;
  EXPECT_EQ(AppendAsUtf8("a\x96", *EncodingByName("iso-8859-2"), &out), 1u);
  EXPECT_EQ(AppendAsUtf8("\xE8", *EncodingByName("iso-8859-2"), &out), std::nullopt);
  EXPECT_EQ(out, "č");
}

TEST(Encoding, ConvertsWindows1252) {
  std::string out = "> ";
  EXPECT_EQ(AppendAsUtf8("30 \x80 f\xFCr K\xF6nig \x9F", *EncodingByName("windows-1252"), &out),
            std::nullopt);
  EXPECT_EQ(out, "> 30 € für König Ÿ");
}

TEST(Encoding, DefinesAllBytesOfWindows1252ButFive) {
  std::string undefined;
  for (int byte = 1; byte < 256; ++byte) {
    std::string out;
    const std::string bytes = {'x', static_cast<char>(byte)};
    const auto bad = AppendAsUtf8(bytes, *EncodingByName("windows-1252"), &out);
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
  EXPECT_EQ(AppendAsUtf8("a\xFF", Encoding(), &out), 1u);
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
  EXPECT_EQ(ReadableText("M\xFCnchen", Encoding(), 100), "M\\xFCnchen");
  EXPECT_EQ(ReadableText("M\xFCnchen\x81", *EncodingByName("windows-1252"), 100), "München\\x81");
}

TEST(Encoding, CutsTextForPeopleAtACharacter) {
  EXPECT_EQ(ReadableText("für", Encoding(), 2), "f");
  EXPECT_EQ(ReadableText("für", Encoding(), 3), "fü");
  EXPECT_EQ(ReadableText("f\xFCr", *EncodingByName("windows-1252"), 2), "f");
}

}  // namespace
}  // namespace tranche
