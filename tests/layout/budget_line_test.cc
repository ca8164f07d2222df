#include "engine/layout/budget_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace tranche {
namespace {

LineGroup Group(std::string_view country, std::int16_t year, Phase phase,
                std::string_view currency = "EUR") {
  return {*CountryCode::Parse(country), year, phase, *CurrencyCode::Parse(currency)};
}

TEST(Phase, NamesGoThereAndBack) {
  for (const Phase phase :
       {Phase::kDraft, Phase::kAdopted, Phase::kRevised, Phase::kOutturn, Phase::kOutlook}) {
    EXPECT_EQ(PhaseByName(PhaseName(phase)), phase);
  }
  EXPECT_EQ(PhaseName(Phase::kOutturn), "outturn");
  EXPECT_EQ(PhaseByName("Adopted"), std::nullopt);
  EXPECT_EQ(PhaseByName(""), std::nullopt);
}

TEST(GroupTable, NumbersGroupsInTheOrderOfTheirAppearance) {
  GroupTable table;
  EXPECT_EQ(table.Intern(Group("ESP", 2017, Phase::kAdopted)), 0u);
  EXPECT_EQ(table.Intern(Group("DEU", 2012, Phase::kAdopted)), 1u);
  EXPECT_EQ(table.Intern(Group("ESP", 2017, Phase::kAdopted)), 0u);
  EXPECT_EQ(table.size(), 2u);
  EXPECT_EQ(table.group(1).country.ToString(), "DEU");
}

TEST(GroupTable, EveryPartOfAGroupKeepsItApart) {
  GroupTable table;
  table.Intern(Group("ESP", 2017, Phase::kAdopted, "EUR"));
  table.Intern(Group("ITA", 2017, Phase::kAdopted, "EUR"));
  table.Intern(Group("ESP", 2016, Phase::kAdopted, "EUR"));
  table.Intern(Group("ESP", 2017, Phase::kDraft, "EUR"));
  table.Intern(Group("ESP", 2017, Phase::kAdopted, "USD"));
  EXPECT_EQ(table.size(), 5u);
}

TEST(LineGroup, OrdersByCountryYearPhaseAndCurrency) {
  std::vector<LineGroup> groups = {
      Group("ESP", 2016, Phase::kAdopted), Group("DEU", 2017, Phase::kOutlook),
      Group("DEU", 2017, Phase::kDraft, "USD"), Group("DEU", 2017, Phase::kDraft, "EUR"),
      Group("DEU", 2012, Phase::kOutlook)};
  std::sort(groups.begin(), groups.end());
  EXPECT_EQ(groups[0], Group("DEU", 2012, Phase::kOutlook));
  EXPECT_EQ(groups[1], Group("DEU", 2017, Phase::kDraft, "EUR"));
  EXPECT_EQ(groups[2], Group("DEU", 2017, Phase::kDraft, "USD"));
  EXPECT_EQ(groups[3], Group("DEU", 2017, Phase::kOutlook));
  EXPECT_EQ(groups[4], Group("ESP", 2016, Phase::kAdopted));
}

TEST(LineSchema, ColumnsStandInTheOrderTextsCodesFieldsNatureKey) {
  LineSchema schema;
  schema.texts = {{"description", true}, {"ministry", false}};
  schema.schemes = {"cofog", "esp-programa", "esp-economica"};
  schema.fields = {"flow"};
  schema.has_nature = true;
  schema.key_part_count = 2;
  EXPECT_EQ(schema.scheme_begin(), 2u);
  EXPECT_EQ(schema.field_begin(), 5u);
  EXPECT_EQ(schema.nature_column(), 6u);
  EXPECT_EQ(schema.key_begin(), 7u);
  EXPECT_EQ(schema.column_count(), 9u);
  EXPECT_EQ(schema.judged_column_count(), 7u);
  schema.has_nature = false;
  EXPECT_EQ(schema.key_begin(), 6u);
}

}  // namespace
}  // namespace tranche
