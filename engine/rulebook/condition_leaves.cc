#include "engine/rulebook/condition_leaves.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/fold.h"
#include "engine/rulebook/code_pattern.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/written_list.h"

namespace tranche {
namespace {

constexpr std::int16_t kFirstYear = 1800;
constexpr std::int16_t kLastYear = 2200;

std::vector<std::string> Natures() {
  return {form::kNatureValue.words.begin(), form::kNatureValue.words.end()};
}

Condition Leaf(Condition::Kind kind, const SourceSpan& span) {
  Condition condition;
  condition.kind = kind;
  condition.span = span;
  return condition;
}

/// True for a map with something in it; else reports how it is written.
bool IsFilledMap(const YamlNode& node, std::string_view key, std::string_view form,
                 Diagnostics* diagnostics) {
  if (node.IsMap() && !node.entries().empty()) return true;
  const bool is_empty = node.IsMap();
  diagnostics->Error(node.span(),
                     "`" + std::string(key) + "` must be a name and its values, not " +
                         (is_empty ? "nothing" : std::string(node.KindName())),
                     "write for example " + std::string(form));
  return false;
}

std::optional<std::int16_t> ParseYear(std::string_view text) {
  if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  const int year = std::stoi(std::string(text));
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return static_cast<std::int16_t>(year);
}

/// Why a text is no country, and what was meant.
void ReportCountry(const YamlNode& node, const BookDraft& draft) {
  const std::string& text = node.text();
  const std::string folded = Fold(text);
  std::vector<std::string> codes;
  std::string hint;
  for (const Country& country : draft.countries.countries()) {
    codes.push_back(country.code.ToString());
    const bool is_meant = folded == Fold(country.name) || folded == Fold(codes.back());
    if (is_meant) hint = "write " + codes.back();
  }
  if (hint.empty()) {
    hint = NameHint(text, codes, "countries have three capital letters, as in ITA or NOR");
  }
  const bool is_misread = LooksLikeOtherType(node);
  draft.diagnostics->Error(node.span(),
                           is_misread ? "'" + text +
                                            "' is no country code, and without quotes many "
                                            "programs do not even read it as text"
                                      : "unknown country '" + text + "'",
                           hint);
}

}  // namespace

std::optional<CountryCode> ReadCountry(const YamlNode& node, const BookDraft& draft) {
  if (!node.IsScalar()) {
    draft.diagnostics->Error(node.span(),
                             "a country must be text, not " + std::string(node.KindName()),
                             "write three capital letters, as in ITA or NOR");
    return std::nullopt;
  }
  const auto code = CountryCode::Parse(node.text());
  if (code && draft.countries.IsKnownCountry(node.text())) return code;
  ReportCountry(node, draft);
  return std::nullopt;
}

bool CheckNature(const SpannedText& nature, Diagnostics* diagnostics) {
  const std::vector<std::string> natures = Natures();
  if (std::find(natures.begin(), natures.end(), nature.text) != natures.end()) return true;
  diagnostics->Error(
      nature.span, "unknown nature '" + nature.text + "'",
      NameHint(nature.text, natures, "the nature of money is " + Alternatives(natures)));
  return false;
}

bool CheckScheme(const std::string& scheme, const SourceSpan& span, const BookDraft& draft) {
  if (scheme == "cofog") return true;
  if (!CheckName(scheme, "a scheme of codes", span, draft.diagnostics)) return false;
  std::string country = scheme.substr(0, scheme.find('-'));
  std::transform(country.begin(), country.end(), country.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (country.size() + 1 >= scheme.size() || !draft.countries.IsKnownCountry(country)) {
    draft.diagnostics->Warning(span,
                               "the scheme '" + scheme + "' does not say whose codes it holds",
                               "a scheme is cofog, or a country and a name, as in esp-programa");
  }
  return true;
}

std::optional<std::pair<std::int16_t, std::int16_t>> ParseYears(std::string_view text) {
  const std::size_t mark = text.find("..");
  if (mark == std::string_view::npos) {
    const auto year = ParseYear(text);
    if (!year) return std::nullopt;
    return std::pair(*year, *year);
  }
  const std::string_view from = text.substr(0, mark);
  const std::string_view to = text.substr(mark + 2);
  if (from.empty() && to.empty()) return std::nullopt;
  const auto first = from.empty() ? std::optional<std::int16_t>(INT16_MIN) : ParseYear(from);
  const auto last = to.empty() ? std::optional<std::int16_t>(INT16_MAX) : ParseYear(to);
  if (!first || !last || *first > *last) return std::nullopt;
  return std::pair(*first, *last);
}

void ReadCodes(const YamlNode& node, BookDraft* draft, std::vector<Condition>* out) {
  if (!IsFilledMap(node, "code", "code: {cofog: \"02.1\"}", draft->diagnostics)) return;
  for (const YamlEntry& entry : node.entries()) {
    CheckScheme(entry.key, entry.key_span, *draft);
    Condition leaf = Leaf(Condition::Kind::kCode, entry.key_span);
    leaf.name = entry.key;
    for (const SpannedText& code : WrittenCodes(entry.value, "the code", draft->diagnostics)) {
      std::string why;
      auto pattern = ParseCodePattern(code.text, &why);
      if (!pattern) {
        draft->diagnostics->Error(code.span, "'" + code.text + "' is no code", why);
        continue;
      }
      pattern->span = code.span;
      leaf.codes.push_back(*std::move(pattern));
    }
    out->push_back(std::move(leaf));
  }
}

void ReadFields(const YamlNode& node, BookDraft* draft, std::vector<Condition>* out) {
  if (!IsFilledMap(node, "field", "field: {ministry: \"Defence\"}", draft->diagnostics)) return;
  for (const YamlEntry& entry : node.entries()) {
    Condition leaf = Leaf(Condition::Kind::kField, entry.key_span);
    leaf.name = entry.key;
    for (SpannedText& value : WrittenCodes(entry.value, "the value", draft->diagnostics)) {
      leaf.values.push_back(std::move(value.text));
    }
    out->push_back(std::move(leaf));
  }
}

void ReadMentions(const YamlNode& node, const TextScope& scope, BookDraft* draft,
                  std::vector<Condition>* out) {
  Condition leaf = Leaf(Condition::Kind::kMentions, node.span());
  leaf.scope = scope;
  for (const SpannedText& name : WrittenTexts(node, "`mentions`", draft->diagnostics)) {
    if (draft->diagnostics->HasTooManyErrors()) return;
    if (!draft->names_vocabulary) {
      draft->diagnostics->Error(name.span, "the rulebook has no words for '" + name.text + "'",
                                "add a line `vocabulary: vocabulary/` at the top of the rulebook, "
                                "or use `words` here");
      continue;
    }
    const auto found = draft->concepts.find(name.text);
    if (found == draft->concepts.end()) {
      // Where the vocabulary could not be read, that alone is reported.
      if (draft->concepts.empty()) continue;
      draft->diagnostics->Error(
          name.span, "unknown concept '" + name.text + "'",
          NameHint(name.text, NamesOf(draft->concepts),
                   "name it in the concepts file of the vocabulary, or use `words` here"));
      continue;
    }
    leaf.concepts.push_back(found->second);
    const auto wordless = draft->wordless.find(found->second);
    if (wordless == draft->wordless.end()) continue;
    draft->wordless.erase(wordless);
    draft->diagnostics->Warning(
        name.span, "no language has words for '" + name.text + "', so no text can mention it",
        "add words for it to a language file of the vocabulary");
  }
  out->push_back(std::move(leaf));
}

void ReadWords(const YamlNode& node, const TextScope& scope, BookDraft* draft,
               std::vector<Condition>* out) {
  Condition leaf = Leaf(Condition::Kind::kWords, node.span());
  leaf.scope = scope;
  leaf.words = WrittenWords(node, "`words`", /*with_digraphs=*/true, draft->diagnostics);
  out->push_back(std::move(leaf));
}

void ReadNature(const YamlNode& node, BookDraft* draft, std::vector<Condition>* out) {
  Condition leaf = Leaf(Condition::Kind::kNature, node.span());
  for (const SpannedText& nature : WrittenTexts(node, "`nature`", draft->diagnostics)) {
    if (CheckNature(nature, draft->diagnostics)) leaf.values.push_back(nature.text);
  }
  out->push_back(std::move(leaf));
}

void ReadCountries(const YamlNode& node, BookDraft* draft, std::vector<Condition>* out) {
  Condition leaf = Leaf(Condition::Kind::kCountry, node.span());
  if (node.IsList() && node.items().empty()) {
    draft->diagnostics->Error(node.span(), "`country` is an empty list",
                              "write a country, as in ITA, or remove it");
  }
  if (node.IsList()) {
    for (const YamlNode& item : node.items()) {
      if (const auto code = ReadCountry(item, *draft)) leaf.countries.push_back(*code);
    }
  } else if (const auto code = ReadCountry(node, *draft)) {
    leaf.countries.push_back(*code);
  }
  out->push_back(std::move(leaf));
}

void ReadYears(const YamlNode& node, BookDraft* draft, std::vector<Condition>* out) {
  Condition leaf = Leaf(Condition::Kind::kYear, node.span());
  for (const SpannedText& text : WrittenTexts(node, "`year`", draft->diagnostics)) {
    if (const auto years = ParseYears(text.text)) {
      leaf.years.push_back(*years);
    } else {
      draft->diagnostics->Error(text.span, "'" + text.text + "' is no year and no range of years",
                                "write 2025, or 2025.. for 2025 and later, ..2024 for 2024 and "
                                "earlier, or 2024..2026");
    }
  }
  out->push_back(std::move(leaf));
}

TextScope ReadScope(const YamlNode& node, Diagnostics* diagnostics) {
  TextScope scope;
  if (node.IsScalar() && node.text() == "own") {
    scope.kind = TextScope::Kind::kOwn;
    return scope;
  }
  if (node.IsScalar() && node.text() == "parents") {
    scope.kind = TextScope::Kind::kParents;
    return scope;
  }
  scope.kind = TextScope::Kind::kNamed;
  for (const SpannedText& name : WrittenTexts(node, "`in`", diagnostics)) {
    if (name.text == "own") {
      diagnostics->Error(name.span, "`own` stands alone and not in a list",
                         "write in: own, or name the fields; without `in` all texts are searched");
      continue;
    }
    if (std::find(scope.names.begin(), scope.names.end(), name.text) == scope.names.end()) {
      scope.names.push_back(name.text);
    }
  }
  return scope;
}

}  // namespace tranche
