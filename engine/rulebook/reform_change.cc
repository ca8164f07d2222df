// `change:` of a reform: whole keys of rules, targets and concepts.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/rulebook/reform.h"
#include "engine/rulebook/reform_rules.h"

namespace tranche {
namespace {

constexpr std::string_view kChangeForm =
    "write for example change: {roads-by-words: {when: {mentions: [road]}}}";

/// Documents of the vocabulary, and the concepts in them.
bool IsLanguage(const YamlNode& document, std::string_view language) {
  const YamlNode* stated = document.Find("language");
  return stated == nullptr ? language.empty() : stated->text() == language;
}

/// `concept` of `document` with changed keys; false where the document has no such concept.
bool ChangeInDocument(const std::string& name, YamlEntries* changes, YamlNode* document,
                      Diagnostics* diagnostics) {
  const YamlNode* concepts = document->Find("concepts");
  if (concepts == nullptr || concepts->Find(name) == nullptr) return false;
  const SourceSpan span = document->span();
  YamlEntries entries = std::move(*document).TakeEntries();
  YamlEntry* table = FindEntry(&entries, "concepts");
  const SourceSpan table_span = table->value.span();
  YamlEntries named = std::move(table->value).TakeEntries();
  YamlEntry* found = FindEntry(&named, name);
  found->value = WithChanges(std::move(found->value), std::move(*changes), diagnostics);
  table->value = YamlNode::Map(std::move(named), table_span);
  *document = YamlNode::Map(std::move(entries), span);
  return true;
}

/// `{language: de, concepts: {road: {…}}}` for words in a language that the concept had none in.
YamlNode LanguageDocument(const YamlEntry& language, const std::string& name,
                          const SourceSpan& name_span) {
  YamlEntries concepts;
  concepts.push_back({name, name_span, language.value});
  YamlEntries entries;
  entries.push_back({"language", language.key_span,
                     YamlNode::Text(language.key, /*quoted=*/true, language.key_span)});
  entries.push_back(
      {"concepts", language.key_span, YamlNode::Map(std::move(concepts), language.key_span)});
  return YamlNode::Map(std::move(entries), language.key_span);
}

class PartChanger {
 public:
  PartChanger(YamlEntries* book, Diagnostics* diagnostics)
      : book_(book), diagnostics_(diagnostics) {}

  void Change(YamlNode change);

 private:
  bool IsWellFormed(const YamlEntry& change, std::string_view what);
  void ChangeKind(YamlEntry kind);
  void ChangeNamed(YamlEntry change);
  void ChangeRule(YamlEntry change);
  void ChangeTarget(YamlEntry change);
  void ChangeConcept(YamlEntry change);
  void ChangeWords(const YamlEntry& language, const YamlEntry& of,
                   std::vector<YamlNode>* documents);
  YamlNode* FindRule(std::string_view id, std::vector<YamlNode>* rules);
  std::vector<std::string> ConceptNames() const;

  YamlEntries* book_;
  Diagnostics* diagnostics_;
};

void PartChanger::Change(YamlNode change) {
  if (!change.IsMap() || change.entries().empty()) {
    diagnostics_->Error(change.span(), "`change` has no names under it", std::string(kChangeForm));
    return;
  }
  for (YamlEntry& entry : std::move(change).TakeEntries()) {
    if (entry.key == "rules" || entry.key == "targets" || entry.key == "concepts") {
      ChangeKind(std::move(entry));
    } else {
      ChangeNamed(std::move(entry));
    }
  }
}

void PartChanger::ChangeKind(YamlEntry kind) {
  if (!kind.value.IsMap()) {
    diagnostics_->Error(kind.value.span(), "`" + kind.key + "` has no names under it",
                        std::string(kChangeForm));
    return;
  }
  for (YamlEntry& entry : std::move(kind.value).TakeEntries()) {
    if (kind.key == "rules")
      ChangeRule(std::move(entry));
    else if (kind.key == "targets")
      ChangeTarget(std::move(entry));
    else
      ChangeConcept(std::move(entry));
  }
}

void PartChanger::ChangeNamed(YamlEntry change) {
  const std::string& name = change.key;
  std::vector<std::string> names;
  std::vector<std::string> kinds;
  if (const YamlEntry* rules = FindEntry(book_, "rules")) {
    names = RuleIds(rules->value.items());
    if (std::find(names.begin(), names.end(), name) != names.end()) kinds.push_back("rules");
  }
  const YamlEntry* targets = FindEntry(book_, "targets");
  if (targets != nullptr && targets->value.Find(name) != nullptr) kinds.push_back("targets");
  for (const std::string& other : ConceptNames()) {
    if (other == name) kinds.push_back("concepts");
    names.push_back(other);
  }
  if (targets != nullptr) {
    for (const YamlEntry& entry : targets->value.entries()) names.push_back(entry.key);
  }
  if (kinds.empty()) {
    const std::string kind = KindOfName(name, book_);
    std::string instead = "write the id of a rule, or the name of a target or a concept";
    if (kind == "item") instead = "'" + name + "' is an item: change it under `items:`";
    if (kind == "option") instead = "'" + name + "' is an option: change it under `set:`";
    diagnostics_->Error(change.key_span,
                        "there is no rule, target or concept '" + name + "' to change",
                        kind.empty() ? NameHint(name, names, instead) : instead);
    return;
  }
  if (kinds.size() > 1) {
    diagnostics_->Error(change.key_span,
                        "'" + name + "' stands in " + kinds[0] + " and in " + kinds[1] +
                            ", and it is not clear which to change",
                        "write the kind in front: change: {" + kinds[0] + ": {" + name + ": {…}}}");
    return;
  }
  if (kinds[0] == "rules")
    ChangeRule(std::move(change));
  else if (kinds[0] == "targets")
    ChangeTarget(std::move(change));
  else
    ChangeConcept(std::move(change));
}

bool PartChanger::IsWellFormed(const YamlEntry& change, std::string_view what) {
  if (change.value.IsMap() && !change.value.entries().empty()) return true;
  diagnostics_->Error(change.value.span(),
                      "the change of " + std::string(what) + " '" + change.key +
                          "' must name keys and their new values",
                      std::string(kChangeForm));
  return false;
}

YamlNode* PartChanger::FindRule(std::string_view id, std::vector<YamlNode>* rules) {
  for (YamlNode& rule : *rules) {
    if (RuleIdOf(rule) == id) return &rule;
  }
  return nullptr;
}

void PartChanger::ChangeRule(YamlEntry change) {
  std::optional<std::string> missing;
  std::vector<std::string> ids;
  if (!IsWellFormed(change, "rule")) return;
  {
    TakenRules taken(book_);
    YamlNode* rule = FindRule(change.key, &taken.rules);
    if (rule != nullptr) {
      YamlEntries keys = std::move(change.value).TakeEntries();
      if (const YamlEntry* id = FindEntry(&keys, "id")) {
        diagnostics_->Error(id->key_span, "a rule keeps its id",
                            "to give it another one, remove the rule and add it anew");
        EraseEntry("id", &keys);
      }
      *rule = WithChanges(std::move(*rule), std::move(keys), diagnostics_);
      return;
    }
    ids = RuleIds(taken.rules);
  }
  diagnostics_->Error(change.key_span, "there is no rule '" + change.key + "' to change",
                      NoRuleHint(change.key, ids, book_));
}

void PartChanger::ChangeTarget(YamlEntry change) {
  if (!IsWellFormed(change, "target")) return;
  YamlEntry* table = FindEntry(book_, "targets");
  if (table == nullptr || table->value.Find(change.key) == nullptr) {
    const std::vector<std::string> names =
        table == nullptr ? std::vector<std::string>() : KeysOf(table->value.entries());
    diagnostics_->Error(change.key_span, "there is no target '" + change.key + "' to change",
                        NameHint(change.key, names, "a new target stands under `targets:`"));
    return;
  }
  const SourceSpan span = table->value.span();
  YamlEntries targets = std::move(table->value).TakeEntries();
  YamlEntry* target = FindEntry(&targets, change.key);
  target->value =
      WithChanges(std::move(target->value), std::move(change.value).TakeEntries(), diagnostics_);
  table->value = YamlNode::Map(std::move(targets), span);
}

std::vector<std::string> PartChanger::ConceptNames() const {
  std::vector<std::string> names;
  const YamlEntry* vocabulary = FindEntry(book_, "vocabulary");
  if (vocabulary == nullptr) return names;
  for (const YamlNode& document : vocabulary->value.items()) {
    const YamlNode* concepts = document.Find("concepts");
    if (!IsLanguage(document, "") || concepts == nullptr) continue;
    for (const YamlEntry& entry : concepts->entries()) names.push_back(entry.key);
  }
  return names;
}

void PartChanger::ChangeConcept(YamlEntry change) {
  if (!IsWellFormed(change, "concept")) return;
  const std::vector<std::string> names = ConceptNames();
  if (std::find(names.begin(), names.end(), change.key) == names.end()) {
    diagnostics_->Error(
        change.key_span, "there is no concept '" + change.key + "' to change",
        NameHint(change.key, names, "a new concept stands in a file of the vocabulary"));
    return;
  }
  YamlEntry* vocabulary = FindEntry(book_, "vocabulary");
  const SourceSpan span = vocabulary->value.span();
  std::vector<YamlNode> documents = std::move(vocabulary->value).TakeItems();
  for (const YamlEntry& language : std::move(change.value).TakeEntries()) {
    ChangeWords(language, change, &documents);
  }
  vocabulary->value = YamlNode::List(std::move(documents), span);
}

void PartChanger::ChangeWords(const YamlEntry& language, const YamlEntry& of,
                              std::vector<YamlNode>* documents) {
  if (language.key == "words" || language.key == "except" || language.key == "checked") {
    diagnostics_->Error(language.key_span,
                        "`" + language.key + "` of a concept belongs to a language",
                        "write the language in front, as in de: {words: […]}");
    return;
  }
  const bool is_title = language.key == "title";
  const std::string in = is_title ? "" : language.key;
  YamlEntries keys;
  if (is_title) {
    keys.push_back(language);
  } else if (language.value.IsMap()) {
    keys = language.value.entries();
  } else {
    diagnostics_->Error(language.value.span(),
                        "the words of concept '" + of.key + "' must stand behind `words:`",
                        "write " + language.key + ": {words: […]}");
    return;
  }
  for (YamlNode& document : *documents) {
    if (IsLanguage(document, in) && ChangeInDocument(of.key, &keys, &document, diagnostics_)) {
      return;
    }
  }
  documents->push_back(LanguageDocument(language, of.key, of.key_span));
}

}  // namespace

void ChangeParts(YamlNode change, YamlEntries* book, Diagnostics* diagnostics) {
  PartChanger(book, diagnostics).Change(std::move(change));
}

}  // namespace tranche
