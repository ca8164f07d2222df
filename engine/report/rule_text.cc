#include "engine/report/rule_text.h"

#include <optional>

#include "engine/report/text_table.h"
#include "engine/rulebook/outcome_text.h"

namespace tranche {

std::string RuleOutcomeText(const Rulebook& book, RuleId rule, std::int16_t year) {
  std::string text;
  if (book.rules[rule].item) text = book.items[*book.rules[rule].item].name + ": ";
  const std::optional<Allocation> allocation = book.AllocationOf(book.OutcomeOf(rule), year);
  return text +
         (allocation ? AllocationText(*allocation, book) : "no value for " + std::to_string(year));
}

std::string ProofText(const Evidence& evidence) {
  return Printable(evidence.column) + " \"" + Printable(evidence.found) + "\" (" +
         Printable(evidence.condition) + ")";
}

}  // namespace tranche
