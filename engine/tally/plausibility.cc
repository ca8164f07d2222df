#include "engine/tally/plausibility.h"

#include <array>
#include <cstdint>

#include "engine/base/int128.h"
#include "engine/base/ratio.h"
#include "engine/base/share.h"

namespace tranche {
namespace {

/// Of spending and GDP in micros.
bool IsPlausible(Int128 spending, Int128 gdp) {
  return spending * 100 >= gdp * kLeastPercentOfGdp && spending * 100 <= gdp * kMostPercentOfGdp;
}

struct UnitMistake {
  std::int64_t factor;
  const char* word;
};
constexpr std::array<UnitMistake, 3> kUnitMistakes = {
    {{1000, "thousands"}, {1'000'000, "millions"}, {1'000'000'000, "billions"}}};

std::string WhyTooSmall(Int128 spending, Int128 gdp) {
  for (const UnitMistake& mistake : kUnitMistakes) {
    // Divided, because the product could leave 128 bits.
    if (!IsPlausible(spending, gdp / mistake.factor)) continue;
    return std::string("the amounts are probably in ") + mistake.word +
           ": write unit: " + std::to_string(mistake.factor) + " in the layout";
  }
  return "perhaps the file is only a part of the budget, or the unit or the currency is wrong";
}

std::string WhyTooLarge(Int128 spending, Int128 gdp) {
  for (const UnitMistake& mistake : kUnitMistakes) {
    if (!IsPlausible(spending / mistake.factor, gdp)) continue;
    return "the unit is probably wrong by a factor of " + std::to_string(mistake.factor) +
           ": look at unit: in the layout";
  }
  return "probably rows with totals are counted beside the rows that they sum (use leaves_of or "
         "drop under rows: in the layout), or the unit or the currency is wrong";
}

}  // namespace

bool IsLessThanAnyState(const GroupTotals& totals, Amount gdp) {
  const Int128 spending = totals.total.amount.picos() / AllocatedAmount::kPicosPerMicro;
  return spending * 100 < gdp.micros() * kLeastPercentOfGdp;
}

std::optional<std::string> WhyImplausible(const GroupTotals& totals, Amount gdp) {
  const Int128 spending = totals.total.amount.picos() / AllocatedAmount::kPicosPerMicro;
  if (IsPlausible(spending, gdp.micros())) return std::nullopt;
  const LineGroup& group = totals.group;
  const auto ratio = Ratio::Of(totals.total.amount, gdp);
  const bool is_small = IsLessThanAnyState(totals, gdp);
  std::string sentence = group.country.ToString() + " " + std::to_string(group.year) + " (" +
                         std::string(PhaseName(group.phase)) + "): all spending that was read is ";
  sentence += group.currency.ToString() + " " + totals.total.amount.ToString();
  if (ratio) sentence += ", " + ratio->Percent(2) + " % of GDP";
  sentence += is_small ? ", and a state spends at least " + std::to_string(kLeastPercentOfGdp)
                       : ", and no state spends more than " + std::to_string(kMostPercentOfGdp);
  sentence += " %; " + (is_small ? WhyTooSmall(spending, gdp.micros())
                                 : WhyTooLarge(spending, gdp.micros()));
  return sentence + "; if it is right so, say --part-of-budget, or covers: part in a dossier";
}

}  // namespace tranche
