#ifndef TRANCHE_ENGINE_REPORT_BREAKDOWN_H_
#define TRANCHE_ENGINE_REPORT_BREAKDOWN_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/share.h"
#include "engine/rulebook/rulebook.h"
#include "engine/tally/result.h"

/// What CSV and JSON say alike: the rows of a group's breakdowns, with names instead of indexes.
namespace tranche {

/// How a line's item is called in tables: `item` where there is one; `(rule <id>)` for a rule that
/// names its outcome itself, or leaves the line undecided; the name of a pseudo rule.
std::string ItemLabel(const Rulebook& book, RuleId rule, std::optional<ItemId> item);
/// The rule's id, `(otherwise)`, `(decision)` or `(stale decision)`. The view lives as long as
/// `book`.
std::string_view RuleLabel(const Rulebook& book, RuleId rule);

/// Money of one part of a group. Views live as long as the rulebook.
struct MoneyRow {
  std::string_view rule;  ///< of RuleRows only
  std::string item;       ///< of ItemRows and RuleRows
  std::string_view area;  ///< of ItemRows, where the bucket has this area
  std::string_view bucket;
  std::uint64_t lines = 0;
  AllocatedAmount amount;
  std::string percent_of_gdp;  ///< three decimals; empty without GDP
};

/// One row per bucket of the book, then `undecided`, `netted` and `total`.
std::vector<MoneyRow> BucketRows(const Rulebook& book, const GroupResult& group);
/// Items in book order, then rules with an outcome of their own, then `(otherwise)`.
std::vector<MoneyRow> ItemRows(const Rulebook& book, const GroupResult& group);
/// Rules in book order, `(otherwise)` last.
std::vector<MoneyRow> RuleRows(const Rulebook& book, const GroupResult& group);

/// One target of a group; what needs a GDP is empty without it.
struct TargetRow {
  std::string_view target;
  std::string percent_of_gdp, counted_percent, required_percent, gap_percent, gap_amount;
  std::optional<bool> met;
  std::string low_percent, high_percent;
};

/// All targets of the book, in its order.
std::vector<TargetRow> TargetRows(const Rulebook& book, const GroupResult& group);

/// The result of one of the book's targets, or null (no GDP).
const TargetResult* FindTarget(const GroupResult& group, const Target& target);

/// `amount` in percent of the group's GDP; nothing without one.
std::optional<Ratio> ShareOfGdp(const GroupResult& group, AllocatedAmount amount);

/// What a file was read into, by currency: the lines of the result's groups, and those of years and
/// phases that the run was not asked for. (A sum beyond 128 bits stays as it was: such a run ends
/// with an error before any report.)
struct ReadSums {
  std::map<CurrencyCode, CountedSum> asked;
  std::map<CurrencyCode, CountedSum> not_asked;
};
ReadSums SumsRead(const ClassifyResult& result, const FileAccount& account);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_BREAKDOWN_H_
