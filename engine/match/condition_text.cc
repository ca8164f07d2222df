#include "engine/match/condition_text.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tranche {
namespace {

constexpr std::size_t kMostNames = 8;

std::string Joined(const std::vector<std::string>& names, std::string_view joint,
                   std::size_t most = kMostNames) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) {
    if (i > 0) text += joint;
    text += names[i];
  }
  if (names.size() > most) text += " and " + std::to_string(names.size() - most) + " more";
  return text;
}

std::string YearText(std::int16_t from, std::int16_t to) {
  constexpr std::int16_t kFirst = 1000;
  constexpr std::int16_t kLast = 9999;
  if (from == to) return std::to_string(from);
  return (from <= kFirst ? "" : std::to_string(from)) + ".." +
         (to >= kLast ? "" : std::to_string(to));
}

std::string ScopeText(const TextScope& scope) {
  switch (scope.kind) {
    case TextScope::Kind::kOwn:
      return " in the line's own text";
    case TextScope::Kind::kParents:
      return " in the titles above the line";
    case TextScope::Kind::kNamed:
      return " in " + Joined(scope.names, ", ");
    case TextScope::Kind::kAll:
      break;
  }
  return "";
}

std::string LeafText(const Condition& condition, const Rulebook& book) {
  std::vector<std::string> names;
  switch (condition.kind) {
    case Condition::Kind::kCode:
      for (const CodePattern& code : condition.codes) names.push_back(code.Written());
      return condition.name + " " + Joined(names, ", ");
    case Condition::Kind::kMentions:
      for (const ConceptId id : condition.concepts) names.push_back(book.concepts[id].name);
      return "mentions " + Joined(names, " or ") + ScopeText(condition.scope);
    case Condition::Kind::kWords:
      for (const WordPattern& word : condition.words) names.push_back("'" + word.written + "'");
      return "words " + Joined(names, " or ") + ScopeText(condition.scope);
    case Condition::Kind::kRegex:
      return "regex '" + condition.regex->expression() + "'" + ScopeText(condition.scope);
    case Condition::Kind::kListed:
      return "listed in " + book.lists[condition.list].name + ScopeText(condition.scope);
    case Condition::Kind::kField:
      return condition.name + " '" + Joined(condition.values, "' or '") + "'";
    case Condition::Kind::kNature:
      return "nature " + Joined(condition.values, " or ");
    case Condition::Kind::kCountry:
      for (const CountryCode& country : condition.countries) names.push_back(country.ToString());
      return "country " + Joined(names, " or ");
    case Condition::Kind::kYear:
      for (const auto& [from, to] : condition.years) names.push_back(YearText(from, to));
      return "year " + Joined(names, " or ");
    case Condition::Kind::kAll:
    case Condition::Kind::kAny:
    case Condition::Kind::kNot:
      break;
  }
  return "";
}

}  // namespace

std::string ConditionText(const Condition& condition, const Rulebook& book) {
  const bool is_any = condition.kind == Condition::Kind::kAny;
  if (condition.kind == Condition::Kind::kNot) {
    return "not (" + ConditionText(condition.children.front(), book) + ")";
  }
  if (condition.kind != Condition::Kind::kAll && !is_any) return LeafText(condition, book);
  if (condition.children.empty()) return "every line";
  std::vector<std::string> parts;
  for (const Condition& child : condition.children) parts.push_back(ConditionText(child, book));
  const std::string text = Joined(parts, is_any ? " or " : " and ");
  return is_any && parts.size() > 1 ? "(" + text + ")" : text;
}

}  // namespace tranche
