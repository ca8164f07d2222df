#include "engine/study/place_names.h"

namespace tranche {
namespace {

constexpr std::size_t kMostRules = 6;

/// `a, b and c`, or `a, b and 7 more`.
std::string Joined(const std::vector<std::string>& parts, std::size_t most) {
  const bool is_cut = parts.size() > most + 1;
  const std::size_t shown = is_cut ? most : parts.size();
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  if (is_cut) text += " and " + std::to_string(parts.size() - shown) + " more";
  return text;
}

}  // namespace

std::string RulesWithPlaces(const Rulebook& book, const std::vector<RuleId>& rules) {
  std::vector<std::string> parts;
  for (const RuleId rule : rules) {
    parts.push_back("'" + book.rules[rule].id + "' (" + PlaceOf(book.rules[rule].span) + ")");
  }
  return (rules.size() == 1 ? "rule " : "rules ") + Joined(parts, kMostRules);
}

std::string Enumerated(const std::vector<std::string>& names, std::size_t most) {
  std::vector<std::string> parts;
  for (const std::string& name : names) parts.push_back("'" + name + "'");
  return Joined(parts, most);
}

}  // namespace tranche
