#include "engine/rulebook/outcome_text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tranche {
namespace {

template <typename T, typename TextOf>
std::string SteppedText(const ByYear<T>& value, TextOf text_of) {
  std::string text;
  for (const auto& step : value.steps()) {
    if (!text.empty()) text += "; ";
    if (value.IsStepped()) text += "from " + std::to_string(step.from_year) + ": ";
    text += text_of(step.value);
  }
  return text;
}

std::string SharesText(const ByYear<Share>& shares) {
  return SteppedText(shares, [](const Share& share) { return share.ToString(); });
}

std::string OptionText(OptionId id, const Rulebook& book) {
  const Option& option = book.options[id];
  return "$" + option.name + " (" + OptionValueText(option.value, book) + ")";
}

std::string TermText(const ShareTerm& term, const Rulebook& book) {
  switch (term.kind) {
    case ShareTerm::Kind::kRest:
      return "rest";
    case ShareTerm::Kind::kOption:
      return OptionText(term.option, book);
    case ShareTerm::Kind::kFixed:
      break;
  }
  const std::string text = SharesText(term.fixed);
  return term.fixed.IsStepped() ? "(" + text + ")" : text;
}

bool IsWhole(const ShareTerm& term) {
  return term.kind == ShareTerm::Kind::kFixed && term.fixed == ByYear<Share>(Share::Whole());
}

std::string ChoiceText(const Outcome::Choice& choice, const Rulebook& book) {
  if (choice.option) return OptionText(*choice.option, book);
  if (choice.parts.size() == 1 && IsWhole(choice.parts.front().share)) {
    return book.buckets[choice.parts.front().bucket].name;
  }
  std::vector<std::pair<bool, std::string>> parts;  // `rest` stands last
  for (const Outcome::Part& part : choice.parts) {
    parts.emplace_back(part.share.kind == ShareTerm::Kind::kRest,
                       book.buckets[part.bucket].name + " " + TermText(part.share, book));
  }
  std::sort(parts.begin(), parts.end());
  std::string text;
  for (const auto& [is_rest, part] : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace

std::string OutcomeText(const Outcome& outcome, const Rulebook& book) {
  return SteppedText(outcome.choices,
                     [&book](const Outcome::Choice& choice) { return ChoiceText(choice, book); });
}

std::string AllocationText(const Allocation& allocation, const Rulebook& book) {
  std::string text;
  for (const Allocation::Part& part : allocation.parts) {
    if (part.share == Share()) continue;
    if (!text.empty()) text += ", ";
    text += book.buckets[part.bucket].name;
    if (part.share != Share::Whole()) text += " " + part.share.ToString();
  }
  return text;
}

std::string OptionValueText(const OptionValue& value, const Rulebook& book) {
  if (const auto* outcome = std::get_if<Outcome>(&value)) return OutcomeText(*outcome, book);
  return SharesText(std::get<ByYear<Share>>(value));
}

std::string_view StatusName(OutcomeStatus status) {
  switch (status) {
    case OutcomeStatus::kClaimed:
      return "claimed";
    case OutcomeStatus::kDefined:
      return "defined";
    case OutcomeStatus::kUnstated:
      break;
  }
  return "";
}

}  // namespace tranche
