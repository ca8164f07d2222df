#include "engine/rulebook/load_vocabulary.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/rulebook/forms.h"
#include "engine/rulebook/written_list.h"

namespace tranche {
namespace {

constexpr std::string_view kAnyLanguage = "any";

/// Languages whose letters stand as ae, oe, ue or aa in ASCII exports.
constexpr std::array<std::string_view, 9> kDigraphLanguages = {"de", "da", "no", "nb", "nn",
                                                               "sv", "is", "fi", "et"};

/// Places of what was read first, by name or by language and name.
using FirstPlaces = std::map<std::string, SourceSpan>;

bool HasDigraphs(std::string_view language) {
  return std::find(kDigraphLanguages.begin(), kDigraphLanguages.end(), language) !=
         kDigraphLanguages.end();
}

void NameConcept(const YamlEntry& entry, FirstPlaces* places, BookDraft* draft) {
  if (!CheckName(entry.key, "a concept", entry.key_span, draft->diagnostics)) return;
  Concept concept_named{entry.key, entry.key, entry.key_span};
  if (!entry.value.IsNull()) {
    YamlMap map(entry.value, form::kConcept, "concept '" + entry.key + "'", draft->diagnostics);
    if (const auto title = map.OptionalText("title")) concept_named.title = title->text;
    map.Finish();
  }
  const auto [first, is_new] = places->emplace(entry.key, entry.key_span);
  if (!is_new) {
    draft->diagnostics->Error(entry.key_span, "concept '" + entry.key + "' is already named",
                              "it is named in " + PlaceOf(first->second) + "; remove one of them");
    return;
  }
  const auto id = static_cast<ConceptId>(draft->book.concepts.size());
  draft->concepts.emplace(entry.key, id);
  draft->wordless.insert(id);
  draft->book.concepts.push_back(std::move(concept_named));
}

/// A language of two or three letters, or `any`. One that no country's budget is written in is a
/// warning: a layout may still name it.
bool CheckLanguage(const SpannedText& language, const BookDraft& draft) {
  const std::string& text = language.text;
  if (text == kAnyLanguage) return true;
  const bool is_code = (text.size() == 2 || text.size() == 3) &&
                       text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  if (!is_code) {
    draft.diagnostics->Error(language.span, "'" + text + "' is no language",
                             "write two small letters, as in de or pl, or any for words that hold "
                             "in every language");
    return false;
  }
  std::vector<std::string> known;
  for (const Country& country : draft.countries.countries()) {
    known.insert(known.end(), country.languages.begin(), country.languages.end());
  }
  if (!known.empty() && std::find(known.begin(), known.end(), text) == known.end()) {
    draft.diagnostics->Warning(
        language.span,
        "no country of the reference data has budgets in the language '" + text + "'",
        NameHint(text, known, "its words apply only where a layout says language: " + text));
  }
  return true;
}

void ReadWordsOf(const YamlEntry& entry, const std::string& language, FirstPlaces* places,
                 BookDraft* draft) {
  if (!entry.value.IsMap()) {
    draft->diagnostics->Error(entry.value.span(),
                              "the words of concept '" + entry.key + "' must stand behind `words:`",
                              "write " + entry.key + ": {words: […]}");
    return;
  }
  YamlMap map(entry.value, form::kConceptWords, "concept '" + entry.key + "'", draft->diagnostics);
  const YamlNode* words = map.Required("words");
  const YamlNode* except = map.Optional("except");
  map.OptionalText("checked");
  map.Finish();

  ConceptWords read;
  read.language = language;
  const bool digraphs = HasDigraphs(language);
  if (words != nullptr) read.words = WrittenWords(*words, "`words`", digraphs, draft->diagnostics);
  if (except != nullptr) {
    read.except = WrittenWords(*except, "`except`", digraphs, draft->diagnostics);
  }
  const auto found = draft->concepts.find(entry.key);
  if (found == draft->concepts.end()) {
    if (draft->concepts.empty()) return;
    draft->diagnostics->Error(entry.key_span, "unknown concept '" + entry.key + "'",
                              NameHint(entry.key, NamesOf(draft->concepts),
                                       "name it in the concepts file of the vocabulary first"));
    return;
  }
  draft->wordless.erase(found->second);
  const auto [first, is_new] = places->emplace(language + " " + entry.key, entry.key_span);
  if (!is_new) {
    draft->diagnostics->Error(
        entry.key_span,
        "concept '" + entry.key + "' already has words in the language '" + language + "'",
        "they stand in " + PlaceOf(first->second) + "; put all words into one list");
    return;
  }
  read.concept_id = found->second;
  draft->book.vocabulary.push_back(std::move(read));
}

/// The concepts of a vocabulary file, or null with a report.
const YamlNode* ConceptsOf(YamlMap* map, Diagnostics* diagnostics) {
  const YamlNode* concepts = map->Required("concepts");
  if (concepts == nullptr) return nullptr;
  if (concepts->IsMap() && !concepts->entries().empty()) return concepts;
  diagnostics->Error(concepts->span(), "`concepts` has no concepts under it",
                     "write for example road: {words: [road*, motorway*]}");
  return nullptr;
}

void ReadNames(const YamlNode& file, FirstPlaces* places, BookDraft* draft) {
  YamlMap map(file, form::kConceptsFile, draft->diagnostics);
  if (!map.IsMap()) return;
  const YamlNode* concepts = ConceptsOf(&map, draft->diagnostics);
  map.Finish();
  if (concepts == nullptr) return;
  for (const YamlEntry& entry : concepts->entries()) NameConcept(entry, places, draft);
}

void ReadLanguage(const YamlNode& file, FirstPlaces* places, BookDraft* draft) {
  YamlMap map(file, form::kLanguageFile, draft->diagnostics);
  const YamlNode* written = map.Required("language");
  std::optional<SpannedText> language;
  if (written != nullptr) language = CodeText(*written, "the language", draft->diagnostics);
  const YamlNode* concepts = ConceptsOf(&map, draft->diagnostics);
  map.Finish();
  if (language && !CheckLanguage(*language, *draft)) language.reset();
  if (concepts == nullptr) return;
  const std::string name = language ? language->text : "";
  for (const YamlEntry& entry : concepts->entries()) {
    if (draft->diagnostics->HasTooManyErrors()) return;
    ReadWordsOf(entry, name, places, draft);
  }
}

}  // namespace

void LoadVocabulary(YamlMap* top, BookDraft* draft) {
  const YamlNode* node = top->Optional("vocabulary");
  if (node == nullptr) return;
  draft->names_vocabulary = true;
  std::vector<const YamlNode*> languages;
  FirstPlaces named;
  bool was_named = false;
  for (const YamlNode& document : node->items()) {
    if (document.Find("language") != nullptr) {
      languages.push_back(&document);
      continue;
    }
    was_named = true;
    ReadNames(document, &named, draft);
  }
  if (!languages.empty() && !was_named) {
    draft->diagnostics->Error(node->span(), "no file of the vocabulary names the concepts",
                              "add concepts.yaml with `concepts:` and a line for each, such as "
                              "road: {title: Roads}");
  }
  FirstPlaces places;
  for (const YamlNode* document : languages) ReadLanguage(*document, &places, draft);
}

}  // namespace tranche
