#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/layout/table_reading.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kTable = "year;title;amount\n2017;Roads;60\n2017;Rail;40\n";

std::vector<std::string> Complaints(const std::string& totals, std::string_view table = kTable) {
  return TableReading()
      .Read(std::string(kPlainLayout) +
                "year: year\namount: amount\ntext: {description: title}\ncontrol_total: {" +
                totals + "}\n",
            table)
      .control_complaints;
}

TEST(ControlTotal, OneThatIsMetIsSilent) {
  EXPECT_THAT(Complaints("2017: {amount: 100, tolerance: 0}"), IsEmpty());
}

TEST(ControlTotal, OneThatIsMissedNamesBothSumsAndTheDifference) {
  EXPECT_THAT(Complaints("2017: {amount: 101, tolerance: 0}"),
              ElementsAre("data.csv: the control total of 2017 is not met: read 100 EUR, "
                          "expected 101 EUR, difference -1 EUR"));
}

TEST(ControlTotal, ToleranceHoldsToBothSides) {
  EXPECT_THAT(Complaints("2017: {amount: 101, tolerance: 1}"), IsEmpty());
  EXPECT_THAT(Complaints("2017: {amount: 99, tolerance: 1}"), IsEmpty());
  EXPECT_THAT(Complaints("2017: {amount: 98.5, tolerance: 1}"),
              ElementsAre(HasSubstr("difference 1.5 EUR (tolerance 1)")));
}

TEST(ControlTotal, YearsThatTheFileDoesNotHaveArePassedOver) {
  EXPECT_THAT(Complaints("2016: {amount: 5, tolerance: 0}, 2017: {amount: 100, tolerance: 0}"),
              IsEmpty());
}

TEST(ControlTotal, LinesThatWereNotAskedForCountToo) {
  LineSelection selection;
  selection.years = {2020};
  TableReading reading;
  const TableRead read = reading.Read(std::string(kPlainLayout) +
                                          "year: year\namount: amount\ntext: {description: title}\n"
                                          "control_total: {2017: {amount: 100, tolerance: 0}}\n",
                                      kTable, selection);
  EXPECT_THAT(read.lines, IsEmpty());
  EXPECT_THAT(read.control_complaints, IsEmpty());
}

TEST(ControlTotal, SumsOfSeveralCurrenciesAreNotAddedUp) {
  TableReading reading;
  const TableRead read = reading.Read(
      "country: ESP\ncurrency: {column: currency}\nphase: adopted\nyear: {value: 2017}\n"
      "amount: amount\ntext: {description: title}\n"
      "control_total: {2017: {amount: 100, tolerance: 0}}\n",
      "currency;title;amount\nEUR;Roads;60\nUSD;Rail;40\n");
  EXPECT_THAT(read.control_complaints, ElementsAre(HasSubstr("cannot be checked")));
}

constexpr std::string_view kChapters =
    "year;phase;chapter;item;title;amount\n"
    "2017;adopted;14;1;Roads;60\n2017;adopted;14;2;Bridges;5\n2017;adopted;2;41;Rail;40\n"
    "2017;outturn;14;1;Roads;58\n2018;adopted;14;1;Roads;70\n";

TableRead ReadChapters(const std::string& totals, std::size_t chunk_bytes = std::size_t{1} << 20) {
  return TableReading().Read(
      "country: ESP\ncurrency: EUR\nphase: {column: phase}\nyear: year\namount: amount\n"
      "text: {description: title}\ncontrol_total:" +
          totals + "\n",
      kChapters, {}, chunk_bytes);
}

TEST(ControlTotal, OfTheRowsOfAGroupIsOfThemAlone) {
  const std::string totals =
      "\n  - {amount: 65, year: 2017, phase: adopted, of: {chapter: \"14\"}}"
      "\n  - {amount: 5, year: 2017, phase: adopted, of: {item: \"2\", chapter: \"14\"}}"
      "\n  - {amount: 40, of: {chapter: \"2\"}}"
      "\n  - {amount: 70, year: 2018}";
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{50}, std::size_t{1} << 20}) {
    const TableRead read = ReadChapters(totals, chunk);
    EXPECT_EQ(read.diagnostics, "");
    EXPECT_THAT(read.control_complaints, IsEmpty()) << chunk;
    EXPECT_EQ(read.totals_met, 4U) << chunk;
  }
}

TEST(ControlTotal, NamesTheGroupThatDoesNotAddUp) {
  EXPECT_THAT(
      ReadChapters("\n  - {amount: 66, year: 2017, phase: adopted, of: {chapter: \"14\"}, source: "
                   "the budget act}")
          .control_complaints,
      ElementsAre(
          "data.csv: the control total for chapter 14 of 2017 (adopted) is not met: read 65 "
          "EUR, expected 66 EUR, difference -1 EUR; the total is from the budget act"));
  EXPECT_THAT(ReadChapters("\n  - {amount: 65, of: {chapter: \"99\"}}").control_complaints,
              ElementsAre(HasSubstr("for chapter 99 is not met: the file has no line of it")));
  EXPECT_THAT(ReadChapters("\n  - {amount: 65, of: {chapter: \"14\"}}").control_complaints,
              ElementsAre(HasSubstr("say `year` or `phase` beside its amount")));
}

TEST(ControlTotal, OfALayoutIsPassedOverWhereTheFileHasOnlyAnotherPhaseOfTheYear) {
  const TableRead read = TableReading().Read(
      "country: ESP\ncurrency: EUR\nphase: adopted\nyear: {value: 2024}\n"
      "amount: [{column: A}, {column: B, phase: outlook, year: +1}]\ntext: {description: title}\n"
      "control_total: {2024: 100, 2025: 999}\n",
      "title;A;B\nRoads;60;70\nRail;40;50\n");
  EXPECT_EQ(read.diagnostics, "");
  EXPECT_THAT(read.control_complaints, IsEmpty());
  EXPECT_EQ(read.totals_met, 1U);
  EXPECT_THAT(ReadChapters(" {2018: {amount: 1, phase: outturn}}").control_complaints, IsEmpty());
}

TEST(ControlTotal, MayBeOneNumberForTheWholeFile) {
  const std::string layout =
      std::string(kPlainLayout) + "year: year\namount: amount\ntext: {description: title}\n";
  EXPECT_EQ(TableReading().Read(layout + "control_total: 100\n", kTable).totals_met, 1U);
  EXPECT_EQ(TableReading()
                .Read(layout + "control_total: {amount: 99, tolerance: 1}\n", kTable)
                .totals_met,
            1U);
  EXPECT_THAT(TableReading().Read(layout + "control_total: 99\n", kTable).control_complaints,
              ElementsAre(HasSubstr("the control total is not met: read 100 EUR, expected 99")));
}

TEST(ControlTotal, KnownDifferenceIsHeldToTheLastDigit) {
  const std::string why = "because: pensions are left out";
  const TableRead read =
      ReadChapters("\n  - {amount: 75, year: 2018, differs_by: -5, " + why + "}");
  EXPECT_EQ(read.totals_met, 1U);
  EXPECT_THAT(read.known_differences,
              ElementsAre("the control total of 2018 is met but for the known difference of -5 EUR "
                          "(pensions are left out)"));
  EXPECT_THAT(
      ReadChapters("\n  - {amount: 76, year: 2018, differs_by: -5, " + why + "}")
          .control_complaints,
      ElementsAre("data.csv: the control total of 2018 is not met: read 70 EUR, expected 76 "
                  "EUR and the known difference of -5 EUR (pensions are left out), "
                  "difference -1 EUR"));
  EXPECT_THAT(ReadChapters("\n  - {amount: 70, year: 2018, differs_by: -5, " + why + "}")
                  .control_complaints,
              ElementsAre(HasSubstr("is gone; take `differs_by` out")));
}

}  // namespace
}  // namespace tranche
