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

}  // namespace
}  // namespace tranche
