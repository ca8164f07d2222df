#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/layout/table_reading.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string With(const std::string& more) {
  return std::string(kPlainLayout) + "year: {value: 2024}\namount: amount\n" + more;
}

/// "cell/cell amount" of each line.
std::vector<std::string> Lines(const TableRead& read, const std::vector<std::string>& columns) {
  std::vector<std::string> lines;
  for (const LineRead& line : read.lines) {
    std::string text;
    for (const std::string& column : columns) {
      text += line.cells.at(column).value_or("(none)") + (column == columns.back() ? " " : "/");
    }
    lines.push_back(text + line.amount);
  }
  return lines;
}

TEST(Split, ACodeAndItsTitleInOneCellAreTwoThings) {
  TableReading reading;
  const TableRead read = reading.Read(
      With(R"(text: {description: {column: item, split: '(?<code>\d+) (?<title>.*)', take: title}}
codes: {esp-konto: {column: item, split: '(?<code>\d+) (?<title>.*)', take: code}}
)"),
      "item;amount\n12110 Roads and bridges;10\n 12120 Rail ;5\n");
  EXPECT_EQ(read.diagnostics, "");
  EXPECT_THAT(Lines(read, {"esp-konto", "description"}),
              ElementsAre("12110/Roads and bridges 10", "12120/Rail 5"));
}

TEST(Split, PartsAreColumnsThatEverythingElseCanName) {
  TableReading reading;
  const TableRead read =
      reading.Read(With(R"(split: {column: item, into: '(?<konto>\d+) (?<titel>.*)'}
key: konto
text: {description: titel, parents: titles}
codes: {esp-konto: konto}
rows:
  leaves_of: {code: konto}
  drop: {column: konto, starts_with: "9", because: revenue}
)"),
                   "item;amount\n1 Transport;15\n11 Roads;10\n12 Rail;5\n9 Taxes;100\n");
  EXPECT_EQ(read.diagnostics, "");
  EXPECT_THAT(Lines(read, {"key", "parents", "description"}),
              ElementsAre("11/Transport/Roads 10", "12/Transport/Rail 5"));
  EXPECT_EQ(read.RowsDropped("revenue"), "1: 100");
}

TEST(Split, ACellThatDoesNotFitLosesNoRowAndIsCounted) {
  TableReading reading;
  const TableRead read =
      reading.Read(With(R"(split: {column: item, into: '(?<konto>\d+) (?<titel>.*)'}
text: {whole: item, description: titel}
codes: {esp-konto: konto}
)"),
                   "item;amount\n1 Roads;10\nReserve;5\n;1\nOther;2\n");
  EXPECT_THAT(
      Lines(read, {"esp-konto", "description", "whole"}),
      ElementsAre("1/Roads/1 Roads 10", "(none)//Reserve 5", "(none)// 1", "(none)//Other 2"));
  EXPECT_THAT(
      read.suspicions,
      ElementsAre(R"(2 cells of 'item' do not fit '(?<konto>\d+) (?<titel>.*)' and have no )"
                  "parts; the first is 'Reserve' in row 3"));
}

TEST(Split, APartNamedLikeAColumnIsRefused) {
  TableReading reading;
  const TableRead read = reading.Read(With(R"(split: {column: item, into: '(?<amount>\d+)'}
text: {description: item}
)"),
                                      "item;amount\n1 Roads;10\n");
  EXPECT_THAT(read.diagnostics, HasSubstr("a part cannot be named 'amount'"));
}

constexpr const char* kFilled =
    R"(text: {description: item, ministry: {column: ministry, of: parents},
       programme: {column: programme, of: parents}}
fill_down: [ministry, programme]
)";
constexpr const char* kFilledTable =
    "ministry;programme;item;amount\n"
    ";;Before;1\n"
    "Defence;Army;Pay;2\n"
    ";;Goods;3\n"
    ";Navy;Ships;4\n"
    "Interior;;Police;5\n"
    ";;Fire;6\n"
    ";Border;Posts;7\n"
    ";;Boats;8\n";

TEST(FillDown, ACellPrintedOnceHoldsForTheRowsBelow) {
  TableReading reading;
  const TableRead read = reading.Read(With(kFilled), kFilledTable);
  EXPECT_EQ(read.diagnostics, "");
  EXPECT_THAT(Lines(read, {"ministry", "programme", "description"}),
              ElementsAre("//Before 1", "Defence/Army/Pay 2", "Defence/Army/Goods 3",
                          "Defence/Navy/Ships 4", "Interior//Police 5", "Interior//Fire 6",
                          "Interior/Border/Posts 7", "Interior/Border/Boats 8"));
}

TEST(FillDown, TheSizeOfChunksChangesNothing) {
  TableReading reading;
  const std::vector<std::string> columns = {"ministry", "programme", "description"};
  const std::vector<std::string> whole = Lines(reading.Read(With(kFilled), kFilledTable), columns);
  for (const std::size_t size : {std::size_t{1}, std::size_t{20}, std::size_t{60}}) {
    EXPECT_EQ(Lines(reading.Read(With(kFilled), kFilledTable, {}, size), columns), whole) << size;
  }
}

TEST(FillDown, NothingIsFilledBelowARowThatCannotBeRead) {
  TableReading reading;
  const TableRead read = reading.Read(With(kFilled),
                                      "ministry;programme;item;amount\n"
                                      "Defence;Army;Pay;2\n"
                                      "Interior;Police;Pay;3;4\n"
                                      ";;Goods;5\n"
                                      "Health;;Pay;6\n");
  EXPECT_THAT(Lines(read, {"ministry", "programme", "description"}),
              ElementsAre("Defence/Army/Pay 2", "//Goods 5", "Health//Pay 6"));
  EXPECT_EQ(read.rejected.size(), 1U);
}

TEST(FillDown, HeadingsAreToldByWhatIsPrinted) {
  TableReading reading;
  const TableRead read = reading.Read(
      With(std::string(kFilled) +
           "rows:\n  drop: [{column: ministry, empty: false, because: heading},\n"
           "         {column: ministry, equals: Interior, because: not ours}]\n"),
      "ministry;programme;item;amount\nDefence;;;10\n;;Pay;4\n;;Goods;6\nInterior;;;3\n;;Pay;3\n");
  EXPECT_THAT(Lines(read, {"ministry", "description"}),
              ElementsAre("Defence/Pay 4", "Defence/Goods 6"));
  EXPECT_EQ(read.RowsDropped("heading"), "2: 13");
  EXPECT_EQ(read.RowsDropped("not ours"), "1: 3");
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(FillDown, FilledCellsMayBeSplitAndPartsFilled) {
  TableReading reading;
  const TableRead read = reading.Read(
      With(R"(split: [{column: group, into: '(?<number>\d+) (?<name>.*)'},
        {column: item, into: '(?:(?<kind>[A-Z]) )?(?<label>.*)'}]
fill_down: [group, kind]
text: {description: label, group: {column: name, of: parents}}
codes: {esp-group: number, esp-kind: kind}
)"),
      "group;item;amount\n1 Roads;A Building;1\n;Repair;2\n2 Rail;B Track;3\n;Staff;4\n");
  EXPECT_EQ(read.diagnostics, "");
  EXPECT_THAT(Lines(read, {"esp-group", "group", "esp-kind", "description"}),
              ElementsAre("1/Roads/A/Building 1", "1/Roads/A/Repair 2", "2/Rail/B/Track 3",
                          "2/Rail/B/Staff 4"));
}

TEST(FillDown, HeadingsHoldTheSumOfTheRowsBelowThem) {
  TableReading reading;
  const TableRead read = reading.Read(
      With("text: {description: item, parents: titles}\nfill_down: chapter\n"
           "rows: {leaves_of: {code: [chapter, item], headings: chapter, remainder: keep}}\n"),
      "chapter;item;amount\n1;Defence;10\n;Pay;4\n;Goods;5\n2;Parliament;7\n3;Health;3\n;Pay;3\n");
  EXPECT_EQ(read.diagnostics, "");
  EXPECT_THAT(Lines(read, {"parents", "description"}),
              ElementsAre("/Defence 1", "Defence/Pay 4", "Defence/Goods 5", "/Parliament 7",
                          "Health/Pay 3"));
}

TEST(FillDown, HeadingsAreKnownOnlyByAColumnThatIsFilledDown) {
  TableReading reading;
  const TableRead read =
      reading.Read(With("text: {description: item}\n"
                        "rows: {leaves_of: {code: [chapter, item], headings: chapter}}\n"),
                   "chapter;item;amount\n1;Defence;10\n");
  EXPECT_THAT(read.diagnostics, HasSubstr("the column of `headings` is not filled down"));
}

TEST(RowTests, ExpressionsAndRangesOfCodesChooseRows) {
  TableReading reading;
  const TableRead read = reading.Read(
      With("text: {description: item}\nrows:\n  drop:\n"
           "    - {column: code, between: [\"3000\", \"5999\"], because: revenue}\n"
           "    - {column: item, matches: '/^[Tt]ransfer\\b/', because: transfer}\n"),
      "code;item;amount\n2999;Roads;1\n3000;Fees;2\n5999;Fines;3\n6000;Rail;4\n300;Ports;5\n"
      "30001;Canals;6\n1;transfer to A;7\n2;Transfers;8\n");
  EXPECT_EQ(read.diagnostics, "");
  EXPECT_EQ(read.RowsDropped("revenue"), "2: 5");
  EXPECT_EQ(read.RowsDropped("transfer"), "1: 7");
  EXPECT_EQ(read.Sum(), "24");
}

}  // namespace
}  // namespace tranche
