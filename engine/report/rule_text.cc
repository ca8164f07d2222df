#include "engine/report/rule_text.h"

#include <optional>

#include "engine/report/text_table.h"

namespace tranche {

std::string AllocationText(const Rulebook& book, const Allocation& allocation) {
  std::string text;
  for (const Allocation::Part& part : allocation.parts) {
    if (part.share == Share()) continue;
    if (!text.empty()) text += ", ";
    text += book.buckets[part.bucket].name;
    if (part.share != Share::Whole()) text += " " + part.share.ToString();
  }
  return text;
}

std::string RuleOutcomeText(const Rulebook& book, RuleId rule, std::int16_t year) {
  std::string text;
  if (book.rules[rule].item) text = book.items[*book.rules[rule].item].name + ": ";
  const std::optional<Allocation> allocation = book.AllocationOf(book.OutcomeOf(rule), year);
  return text +
         (allocation ? AllocationText(book, *allocation) : "no value for " + std::to_string(year));
}

std::string ProofText(const Evidence& evidence) {
  return Printable(evidence.column) + " \"" + Printable(evidence.found) + "\" (" +
         Printable(evidence.condition) + ")";
}

}  // namespace tranche
