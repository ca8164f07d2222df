#include "engine/report/csv_writer.h"

#include <gtest/gtest.h>

namespace tranche {
namespace {

std::string RowOf(std::initializer_list<std::string_view> cells) {
  std::string csv;
  CsvRow row(&csv);
  for (const std::string_view cell : cells) row.Text(cell);
  row.End();
  return csv;
}

TEST(CsvRow, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(RowOf({"plain", "with space", "a,b", "semi;colon"}),
            "plain,with space,\"a,b\",semi;colon\n");
}

TEST(CsvRow, DoublesQuotesInside) {
  EXPECT_EQ(RowOf({"the \"Rheinbrücke\"", "\"", "\"\""}),
            "\"the \"\"Rheinbrücke\"\"\",\"\"\"\",\"\"\"\"\"\"\n");
}

TEST(CsvRow, KeepsLineEndsInsideQuotes) {
  EXPECT_EQ(RowOf({"a\nb", "c\rd"}), "\"a\nb\",\"c\rd\"\n");
}

TEST(CsvRow, EmptyCellsAreNothingBetweenCommas) { EXPECT_EQ(RowOf({"", "", "x", ""}), ",,x,\n"); }

TEST(CsvRow, QuotesOnlyTheCellAndNotTheRowBeforeIt) {
  std::string csv = "say \"hello\"\n";
  CsvRow(&csv).Text("a,b").Text("c").End();
  EXPECT_EQ(csv, "say \"hello\"\n\"a,b\",c\n");
}

TEST(CsvRow, QuotesACellMadeOfPieces) {
  std::string csv;
  CsvRow row(&csv);
  std::string* cell = row.BeginCell();
  cell->append("one, ").append("\"two\"");
  row.EndCell();
  row.BeginCell()->append("three");
  row.EndCell();
  row.End();
  EXPECT_EQ(csv, "\"one, \"\"two\"\"\",three\n");
}

TEST(CsvRow, WritesNumbersWithEverySignificantDecimal) {
  std::string csv;
  CsvRow(&csv)
      .Number(-5)
      .Count(UINT64_MAX)
      .Money(Amount::FromMicros(-12'500'000))
      .Money(*AllocatedAmount::Of(Amount::FromMicros(1), Share::FromMillionths(1)))
      .Percents(Share::FromMillionths(125'000))
      .Empty()
      .End();
  EXPECT_EQ(csv, "-5,18446744073709551615,-12.5,0.000000000001,12.5,\n");
}

TEST(AppendDecimal, AgreesWithDecimalToString) {
  const Int128 large = static_cast<Int128>(~Uint128{0} >> 1);
  const Int128 values[] = {0,
                           1,
                           -1,
                           9,
                           10,
                           999'999,
                           1'000'000,
                           -1'000'000,
                           1'000'001,
                           12'500'000,
                           -100'000'000'000,
                           large,
                           -large,
                           -large - 1,
                           large / 10,
                           (large / 1'000'000) * 1'000'000};
  for (const Int128 value : values) {
    for (const int places : {0, 1, 4, 6, 7, 12, 38}) {
      std::string text;
      AppendDecimal(value, places, &text);
      EXPECT_EQ(text, DecimalToString(value, places, /*trim=*/true)) << "places " << places;
    }
  }
}

}  // namespace
}  // namespace tranche
