#include "engine/match/condition_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tranche {
namespace {

constexpr std::size_t kMostNames = 8;

struct Wording {
  std::size_t most = SIZE_MAX;  ///< names of a list; the others are only counted
  bool is_sorted = false;
};

std::string Joined(std::vector<std::string> names, std::string_view joint, const Wording& wording) {
  if (wording.is_sorted) std::sort(names.begin(), names.end());
  const std::size_t most = wording.most;
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

std::string ScopeText(const TextScope& scope, const Wording& wording) {
  switch (scope.kind) {
    case TextScope::Kind::kOwn:
      return " in the line's own text";
    case TextScope::Kind::kParents:
      return " in the titles above the line";
    case TextScope::Kind::kNamed:
      return " in " + Joined(scope.names, ", ", wording);
    case TextScope::Kind::kAll:
      break;
  }
  return "";
}

std::string LeafText(const Condition& condition, const Rulebook& book, const Wording& wording) {
  std::vector<std::string> names;
  switch (condition.kind) {
    case Condition::Kind::kCode:
      for (const CodePattern& code : condition.codes) names.push_back(code.Written());
      return condition.name + " " + Joined(std::move(names), ", ", wording);
    case Condition::Kind::kMentions:
      for (const ConceptId id : condition.concepts) names.push_back(book.concepts[id].name);
      return "mentions " + Joined(std::move(names), " or ", wording) +
             ScopeText(condition.scope, wording);
    case Condition::Kind::kWords:
      for (const WordPattern& word : condition.words) names.push_back("'" + word.written + "'");
      return "words " + Joined(std::move(names), " or ", wording) +
             ScopeText(condition.scope, wording);
    case Condition::Kind::kRegex:
      return "regex '" + condition.regex->expression() + "'" + ScopeText(condition.scope, wording);
    case Condition::Kind::kListed:
      return "listed in " + book.lists[condition.list].name + ScopeText(condition.scope, wording);
    case Condition::Kind::kField:
      return condition.name + " '" + Joined(condition.values, "' or '", wording) + "'";
    case Condition::Kind::kNature:
      return "nature " + Joined(condition.values, " or ", wording);
    case Condition::Kind::kCountry:
      for (const CountryCode& country : condition.countries) names.push_back(country.ToString());
      return "country " + Joined(std::move(names), " or ", wording);
    case Condition::Kind::kYear:
      for (const auto& [from, to] : condition.years) names.push_back(YearText(from, to));
      return "year " + Joined(std::move(names), " or ", wording);
    case Condition::Kind::kAll:
    case Condition::Kind::kAny:
    case Condition::Kind::kNot:
      break;
  }
  return "";
}

std::string TextOf(const Condition& condition, const Rulebook& book, const Wording& wording) {
  const bool is_any = condition.kind == Condition::Kind::kAny;
  if (condition.kind == Condition::Kind::kNot) {
    return "not (" + TextOf(condition.children.front(), book, wording) + ")";
  }
  if (condition.kind != Condition::Kind::kAll && !is_any) return LeafText(condition, book, wording);
  if (condition.children.empty()) return "every line";
  std::vector<std::string> parts;
  for (const Condition& child : condition.children) parts.push_back(TextOf(child, book, wording));
  const bool is_one = parts.size() == 1;
  const std::string text = Joined(std::move(parts), is_any ? " or " : " and ", wording);
  return is_any && !is_one ? "(" + text + ")" : text;
}

/// A leaf of the same kind without its values.
Condition EmptyLeaf(const Condition& leaf) {
  Condition empty;
  empty.kind = leaf.kind;
  empty.name = leaf.name;
  empty.scope = leaf.scope;
  return empty;
}

/// A text for each of `values`, which are the values of `leaf` at `member`.
template <typename T>
void AppendPieces(const Condition& leaf, std::vector<T> Condition::*member, const Rulebook& book,
                  std::vector<std::string>* pieces) {
  for (const T& value : leaf.*member) {
    Condition one = EmptyLeaf(leaf);
    (one.*member).push_back(value);
    pieces->push_back(LeafText(one, book, {}));
  }
}

void AppendPiecesOf(const Condition& condition, const Rulebook& book,
                    std::vector<std::string>* pieces) {
  switch (condition.kind) {
    case Condition::Kind::kAll:
      for (const Condition& child : condition.children) AppendPiecesOf(child, book, pieces);
      return;
    case Condition::Kind::kCode:
      return AppendPieces(condition, &Condition::codes, book, pieces);
    case Condition::Kind::kMentions:
      return AppendPieces(condition, &Condition::concepts, book, pieces);
    case Condition::Kind::kWords:
      return AppendPieces(condition, &Condition::words, book, pieces);
    case Condition::Kind::kField:
    case Condition::Kind::kNature:
      return AppendPieces(condition, &Condition::values, book, pieces);
    case Condition::Kind::kCountry:
      return AppendPieces(condition, &Condition::countries, book, pieces);
    case Condition::Kind::kYear:
      return AppendPieces(condition, &Condition::years, book, pieces);
    case Condition::Kind::kAny:
    case Condition::Kind::kNot:
    case Condition::Kind::kRegex:
    case Condition::Kind::kListed:
      pieces->push_back(SortedConditionText(condition, book));
  }
}

}  // namespace

std::string ConditionText(const Condition& condition, const Rulebook& book) {
  return TextOf(condition, book, {kMostNames, /*is_sorted=*/false});
}

std::string WholeConditionText(const Condition& condition, const Rulebook& book) {
  return TextOf(condition, book, {SIZE_MAX, /*is_sorted=*/false});
}

std::string SortedConditionText(const Condition& condition, const Rulebook& book) {
  return TextOf(condition, book, {SIZE_MAX, /*is_sorted=*/true});
}

std::vector<std::string> ConditionPieces(const Condition& condition, const Rulebook& book) {
  std::vector<std::string> pieces;
  AppendPiecesOf(condition, book, &pieces);
  return pieces;
}

}  // namespace tranche
