#ifndef TRANCHE_TESTS_REPORT_SAMPLE_RESULT_H_
#define TRANCHE_TESTS_REPORT_SAMPLE_RESULT_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/tally/result.h"

/// Results written by hand, of countries whose figures are invented.
namespace tranche {

/// Rules of SampleBook(), by id.
inline constexpr RuleId kArmy = 0;        // armed-forces: core defence
inline constexpr RuleId kCoastGuard = 1;  // coast-guard: broader security, preparedness
inline constexpr RuleId kRoads = 2;       // roads: 25 % broader security, the rest excluded
inline constexpr RuleId kGendarmes = 3;   // gendarmerie: undecided
inline constexpr RuleId kTransfers = 4;   // internal-transfer: netted
inline constexpr RuleId kOneOff = 5;      // to: undecided

/// A book with three buckets, five items, six rules and the four targets of The Hague.
std::shared_ptr<const Rulebook> SampleBook();

LineGroup GroupOf(std::string_view country, std::int16_t year, Phase phase,
                  std::string_view currency);

/// An empty result of the sample book.
ClassifyResult EmptyResult();

/// Adds a group without money.
GroupResult& AddGroup(const LineGroup& group, std::string name, ClassifyResult* result);

/// Adds `lines` lines that `rule` decides, `amount` in all, to the last group, and books them as
/// read in the last file where there is one.
void AddMoney(RuleId rule, std::uint64_t lines, Amount amount, ClassifyResult* result);

/// Gives the last group a GDP, and evaluates its targets.
void SetGdp(Amount gdp, std::string note, ClassifyResult* result);

/// Adds a file; what AddMoney() adds later was read from it.
FileResult& AddFile(std::string name, ClassifyResult* result);

/// Two files, three countries, two phases, and one of everything that can happen.
ClassifyResult SampleResult();

/// Compares `text` with tests/golden/report/`name`. TRANCHE_UPDATE_GOLDEN=1 writes it anew; the
/// change is then reviewed as a diff.
void ExpectGolden(const std::string& text, const std::string& name);

}  // namespace tranche

#endif  // TRANCHE_TESTS_REPORT_SAMPLE_RESULT_H_
