// The claim: a table gives the same rows in any encoding, however it is cut into reads and chunks,
// and bytes that are no text reject their own row and no other.
#include <memory>
#include <string>

#include "engine/source/text_decoder.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/source/language_samples.h"
#include "tests/source/parsed_table.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Bytes per read and per chunk.
constexpr std::pair<std::size_t, std::size_t> kSizes[] = {
    {std::size_t(-1), std::size_t{1} << 20}, {1, 1}, {2, 50}, {3, 7}, {5, 1000}, {13, 64}};

struct Opened {
  TableHead head;
  std::string bytes;

  ParsedTable Parse(std::size_t read_bytes, std::size_t chunk_bytes) const {
    return ParseStream(std::make_unique<TextStream>(bytes, read_bytes), head, chunk_bytes);
  }
};

Opened Open(std::string bytes, std::string_view encoding = "") {
  Opened opened;
  opened.bytes = std::move(bytes);
  DialectHints hints;
  if (!encoding.empty()) hints.encoding = EncodingByName(encoding);
  const auto input = InputFile::OfBytes("t.csv", opened.bytes);
  auto head = ReadTableHead(**input, hints);
  EXPECT_TRUE(head.ok()) << head.status();
  if (head.ok()) opened.head = *std::move(head);
  return opened;
}

TEST(EncodedTable, GivesTheRowsOfTheUtf8Table) {
  for (const LanguageSample& sample : LanguageSamples()) {
    const std::string table = SampleTable(sample, 40);
    const Opened utf8 = Open(table, "utf-8");
    const auto rows = utf8.Parse(std::size_t(-1), 1 << 20).GoodRows();
    ASSERT_EQ(rows.size(), 40u);
    std::vector<std::string_view> encodings = sample.encodings;
    for (const char* wide : {"utf-16le", "utf-16be", "utf-32le", "utf-32be"}) {
      encodings.emplace_back(wide);
    }
    for (const std::string_view encoding : encodings) {
      const Opened encoded = Open(Encoded(table, encoding), encoding);
      EXPECT_EQ(encoded.head.header, utf8.head.header) << encoding;
      for (const auto& [read_bytes, chunk_bytes] : kSizes) {
        EXPECT_EQ(encoded.Parse(read_bytes, chunk_bytes).GoodRows(), rows)
            << sample.language << " in " << encoding << ", " << read_bytes << " bytes per read";
      }
    }
  }
}

TEST(EncodedTable, IsReadWithAByteOrderMark) {
  const std::string table =
      "\xEF\xBB\xBFtitle;amount\r\nÖl \"x\" 😀;1\r\n\"Brücke; \"\"Süd\"\"\";2\r\n";
  for (const char* encoding :
       {"utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "gb18030"}) {
    const Opened opened = Open(Encoded(table, encoding));
    EXPECT_EQ(opened.head.dialect.encoding.name(), encoding);
    EXPECT_THAT(opened.head.header, ElementsAre("title", "amount"));
    for (const auto& [read_bytes, chunk_bytes] : kSizes) {
      EXPECT_THAT(opened.Parse(read_bytes, chunk_bytes).GoodRows(),
                  ElementsAre(ElementsAre("Öl \"x\" 😀", "1"), ElementsAre("Brücke; \"Süd\"", "2")))
          << encoding;
    }
  }
}

// The rejected rows, as "row: column: reason: text", the same for all sizes.
std::vector<std::string> Rejects(const Opened& opened) {
  std::vector<std::string> first;
  for (const auto& [read_bytes, chunk_bytes] : kSizes) {
    std::vector<std::string> rejects;
    for (const ParsedRow& row : opened.Parse(read_bytes, chunk_bytes).Rejected()) {
      rejects.push_back(std::to_string(row.row) + ": " + row.column + ": " + row.reason + ": " +
                        row.text);
    }
    if (first.empty()) first = rejects;
    EXPECT_EQ(rejects, first) << read_bytes << " bytes per read";
  }
  return first;
}

TEST(EncodedTable, RejectsTheRowOfBytesThatAreNoText) {
  const std::string before = Encoded("title;amount\nGut;1\n", "utf-16le");
  const std::string behind = Encoded("x;2\nGut;3\n", "utf-16le");
  // Half a pair.
  EXPECT_THAT(Rejects(Open(before + std::string("\x3D\xD8", 2) + behind, "utf-16le")),
              ElementsAre("1: title: has bytes that are no text in utf-16le (0x3DD8): \\x3DD8x;2"));
  EXPECT_THAT(Rejects(Open("title;amount\n\xB9\xFA\x81\x20;2\n\xB9\xFA;3\n", "gb18030")),
              ElementsAre("0: title: has bytes that are no text in gb18030 (0x81): 国\\x81 ;2"));
  EXPECT_THAT(Rejects(Open("title;amount\nab\xFD;2\nc;3\n", "shift_jis")),
              ElementsAre("0: title: has bytes that are no text in shift_jis (0xFD): ab\\xFD;2"));
  EXPECT_THAT(
      Rejects(Open("title;amount\nab\x81;2\nc;3\n", "windows-1250")),
      ElementsAre("0: title: has the byte 0x81, which is no text in windows-1250: ab\\x81;2"));
}

TEST(EncodedTable, RejectsACharacterThatTheEndCutsOff) {
  std::string bytes = Encoded("title;amount\nGut;1\nGut;2", "utf-16be");
  bytes.pop_back();
  EXPECT_THAT(Rejects(Open(bytes, "utf-16be")),
              ElementsAre("1: amount: has bytes that are no text in utf-16be (0x00): Gut;\\x00"));
  bytes = Encoded("title;amount\nGut;1\nGut;2\n", "utf-16le") + "\n";
  EXPECT_THAT(
      Rejects(Open(bytes, "utf-16le")),
      ElementsAre("2: : has 1 cell where the header has 2, and has bytes that are no text in"
                  " utf-16le (0x0A): \\x0A"));
  EXPECT_THAT(Rejects(Open("title;amount\nGut;1\nx;\xB9", "gbk")),
              ElementsAre("1: amount: has bytes that are no text in gbk (0xB9): x;\\xB9"));
}

TEST(EncodedTable, SaysThatPlacesAreThoseOfTheConvertedText) {
  const Opened opened = Open(Encoded("a;b\n1;2\n", "utf-16le"));
  EXPECT_THAT(opened.head.assumptions,
              ::testing::Contains("places of rejected rows count the bytes of the text converted to"
                                  " utf-8"));
  EXPECT_EQ(opened.head.data_offset_bytes, 4u);
}

TEST(EncodedTable, StaysRefusedWhereDecodedTextIsNone) {
  const auto error = [](const std::string& bytes) {
    const auto input = InputFile::OfBytes("t.csv", bytes);
    if (!input.ok()) return std::string(input.status().message());
    return std::string(ReadTableHead(**input, {}).status().message());
  };
  EXPECT_THAT(error("\xFF\xFE" + Encoded(std::string_view("a;b\n1;\0\n", 8), "utf-16le")),
              HasSubstr("is no text: it has a NUL byte"));
  DialectHints hints;
  hints.encoding = EncodingByName("windows-1252");
  const std::string wide = "\xFF\xFE" + Encoded("a;b\n1;2\n", "utf-16le");
  EXPECT_EQ(ReadTableHead(**InputFile::OfBytes("t.csv", wide), hints).status().message(),
            "t.csv begins with the byte-order mark of utf-16le, but the layout states the encoding"
            " windows-1252; leave `encoding` out there, or save the file so");
  EXPECT_THAT(error("\xD0\xCF\x11\xE0 old"), HasSubstr("is an old Office document"));
}

}  // namespace
}  // namespace tranche
