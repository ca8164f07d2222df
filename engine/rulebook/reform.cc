#include "engine/rulebook/reform.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "engine/base/suggest.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/reform_rules.h"

namespace tranche {
namespace {

/// Parts whose entries a reform changes or adds to.
constexpr std::array<std::string_view, 5> kTables = {"buckets", "lists", "options", "targets",
                                                     "items"};
/// Never taken from the book that is extended.
constexpr std::array<std::string_view, 4> kHead = {"rulebook", "format", "title", "version"};
constexpr std::array<std::string_view, 4> kSteps = {"set", "change", "remove", "add"};

template <std::size_t kSize>
bool Contains(const std::array<std::string_view, kSize>& all, std::string_view name) {
  for (const std::string_view one : all) {
    if (one == name) return true;
  }
  return false;
}

/// The name of one of them in a sentence: "an item".
std::string OneOf(std::string_view table) {
  if (table == "items") return "item";
  if (table == "options") return "option";
  return "target";
}

void CollectUses(const YamlNode& node, std::set<std::string>* options) {
  if (node.IsScalar() && node.text().starts_with('$')) options->insert(node.text().substr(1));
  for (const YamlNode& item : node.items()) CollectUses(item, options);
  for (const YamlEntry& entry : node.entries()) CollectUses(entry.value, options);
}

/// One reform at work.
class Reform {
 public:
  Reform(std::string path, YamlEntries book, BookSplicer* splicer, Diagnostics* diagnostics)
      : path_(std::move(path)),
        book_(std::move(book)),
        splicer_(splicer),
        diagnostics_(diagnostics) {}

  YamlEntries Apply(YamlEntries reform);

 private:
  struct NewName {
    std::string table;
    std::string name;
    SourceSpan span;
    std::vector<std::string> known;
  };

  void TakePart(YamlEntry entry);
  void ChangeTable(YamlEntry table);
  void SetValues(YamlNode values);
  void AddDocuments(YamlEntry entry);
  void CheckNewNames();
  std::set<std::string> UsedItems();
  std::set<std::string> UsedOptions();

  std::string path_;
  YamlEntries book_;
  BookSplicer* splicer_;
  Diagnostics* diagnostics_;
  std::vector<NewName> new_names_;
};

YamlEntries Reform::Apply(YamlEntries reform) {
  for (const std::string_view own : kHead) EraseEntry(own, &book_);
  YamlEntries steps;
  YamlEntries items;
  for (YamlEntry& entry : reform) {
    if (entry.key == "extends") continue;
    if (Contains(kSteps, entry.key)) {
      steps.push_back(std::move(entry));
    } else if (entry.key == "items") {
      items.push_back(std::move(entry));
    } else {
      TakePart(std::move(entry));
    }
  }
  if (YamlEntry* set = FindEntry(&steps, "set")) SetValues(std::move(set->value));
  for (YamlEntry& entry : items) ChangeTable(std::move(entry));
  if (YamlEntry* change = FindEntry(&steps, "change")) {
    ChangeParts(std::move(change->value), &book_, diagnostics_);
  }
  if (YamlEntry* remove = FindEntry(&steps, "remove")) {
    RemoveRules(remove->value, &book_, diagnostics_);
  }
  if (YamlEntry* add = FindEntry(&steps, "add")) {
    AddRules(std::move(add->value), path_, splicer_, &book_, diagnostics_);
  }
  CheckNewNames();
  // A book begins with its name.
  std::stable_partition(book_.begin(), book_.end(),
                        [](const YamlEntry& entry) { return Contains(kHead, entry.key); });
  return std::move(book_);
}

void Reform::TakePart(YamlEntry entry) {
  if (entry.key == "rules") {
    diagnostics_->Error(entry.key_span,
                        "a rulebook that extends another has no `rules:` of its own",
                        "write new rules under `add:`, other ones under `change:`");
  } else if (Contains(kTables, entry.key)) {
    ChangeTable(std::move(entry));
  } else if (entry.key == "vocabulary" || entry.key == "item_titles") {
    AddDocuments(std::move(entry));
  } else {
    PutEntry(std::move(entry), &book_);
  }
}

void Reform::AddDocuments(YamlEntry entry) {
  YamlNode added = splicer_->PlaceDocuments(
      std::move(entry.value), "`" + entry.key + "`",
      entry.key == "vocabulary" ? form::kVocabularyFileValue : form::kItemTitlesFileValue);
  YamlEntry* present = FindEntry(&book_, entry.key);
  if (present == nullptr) {
    book_.push_back({entry.key, entry.key_span, std::move(added)});
    return;
  }
  const SourceSpan span = added.span();
  std::vector<YamlNode> documents = std::move(added).TakeItems();
  std::vector<YamlNode> old = std::move(present->value).TakeItems();
  // Of two titles for one item the first holds: the reform's.
  const bool comes_first = entry.key == "item_titles";
  documents.insert(comes_first ? documents.end() : documents.begin(),
                   std::make_move_iterator(old.begin()), std::make_move_iterator(old.end()));
  present->value = YamlNode::List(std::move(documents), span);
}

void Reform::ChangeTable(YamlEntry table) {
  YamlEntry* present = FindEntry(&book_, table.key);
  if (present == nullptr || !table.value.IsMap() || !present->value.IsMap()) {
    // Whatever is no map is reported by its loader.
    PutEntry(std::move(table), &book_);
    return;
  }
  const SourceSpan span = present->value.span();
  YamlEntries entries = std::move(present->value).TakeEntries();
  const std::vector<std::string> known = KeysOf(entries);
  for (YamlEntry& change : std::move(table.value).TakeEntries()) {
    YamlEntry* old = FindEntry(&entries, change.key);
    const bool is_named = table.key == "items" || table.key == "options" || table.key == "targets";
    if (old == nullptr && is_named) {
      new_names_.push_back({table.key, change.key, change.key_span, known});
    }
    if (old == nullptr || !change.value.IsMap() || table.key == "lists") {
      PutEntry(std::move(change), &entries);
      continue;
    }
    old->value =
        WithChanges(std::move(old->value), std::move(change.value).TakeEntries(), diagnostics_);
  }
  present->value = YamlNode::Map(std::move(entries), span);
}

void Reform::SetValues(YamlNode values) {
  if (!values.IsMap() || values.entries().empty()) {
    diagnostics_->Error(values.span(), "`set` has no options under it",
                        "write for example set: {mobility: 25 %}");
    return;
  }
  for (YamlEntry& value : std::move(values).TakeEntries()) {
    SetOption(std::move(value), &book_, diagnostics_);
  }
}

std::set<std::string> Reform::UsedItems() {
  std::set<std::string> used;
  const YamlEntry* rules = FindEntry(&book_, "rules");
  if (rules == nullptr) return used;
  for (const YamlNode& rule : rules->value.items()) {
    const YamlNode* is = rule.Find("is");
    if (is != nullptr) used.insert(is->text());
  }
  return used;
}

std::set<std::string> Reform::UsedOptions() {
  std::set<std::string> used;
  if (const YamlEntry* items = FindEntry(&book_, "items")) CollectUses(items->value, &used);
  const YamlEntry* rules = FindEntry(&book_, "rules");
  if (rules == nullptr) return used;
  for (const YamlNode& rule : rules->value.items()) {
    if (const YamlNode* to = rule.Find("to")) CollectUses(*to, &used);
  }
  return used;
}

void Reform::CheckNewNames() {
  if (new_names_.empty()) return;
  const std::set<std::string> items = UsedItems();
  const std::set<std::string> options = UsedOptions();
  for (const NewName& added : new_names_) {
    YamlEntry* table = FindEntry(&book_, added.table);
    const YamlNode* value = table == nullptr ? nullptr : table->value.Find(added.name);
    if (value == nullptr) continue;
    std::string hint = DidYouMean(added.name, added.known);
    if (added.table == "items") {
      if (items.contains(added.name)) continue;
      if (hint.empty())
        hint = "a new item needs a rule that finds it: add: [{id: …, is: " + added.name +
               ", when: {…}}]";
    } else if (added.table == "options") {
      if (options.contains(added.name)) continue;
      if (hint.empty())
        hint =
            "a new option needs an item that uses it, as in counts: "
            "{broader-security: $" +
            added.name + ", excluded: rest}";
    } else {
      if (value->Find("of") != nullptr) continue;
      if (hint.empty()) hint = "a new target says of what: {of: direct-military, at_least: 3.5 %}";
    }
    diagnostics_->Error(
        added.span,
        "the rulebook that is extended has no " + OneOf(added.table) + " '" + added.name + "'",
        hint);
    const SourceSpan span = table->value.span();
    YamlEntries entries = std::move(table->value).TakeEntries();
    EraseEntry(added.name, &entries);
    table->value = YamlNode::Map(std::move(entries), span);
  }
}

}  // namespace

YamlEntries ApplyReform(YamlEntries reform, const std::string& path, YamlEntries base,
                        BookSplicer* splicer, Diagnostics* diagnostics) {
  return Reform(path, std::move(base), splicer, diagnostics).Apply(std::move(reform));
}

void SetOption(YamlEntry change, YamlEntries* book, Diagnostics* diagnostics) {
  YamlEntry* table = FindEntry(book, "options");
  if (table != nullptr && !table->value.IsMap()) return;
  YamlEntries options;
  SourceSpan span;
  if (table != nullptr) {
    span = table->value.span();
    options = std::move(table->value).TakeEntries();
  }
  if (YamlEntry* option = FindEntry(&options, change.key)) {
    YamlEntries value;
    value.push_back({"value", change.key_span, std::move(change.value)});
    option->value = WithChanges(std::move(option->value), std::move(value), diagnostics);
  } else {
    const std::string kind = KindOfName(change.key, book);
    std::string instead = options.empty() ? "the rulebook has no options"
                                          : "its options are " + Alternatives(KeysOf(options));
    if (kind == "item") instead = "'" + change.key + "' is an item: change it under `items:`";
    diagnostics->Error(change.key_span, "unknown option '" + change.key + "'",
                       NameHint(change.key, KeysOf(options), instead));
  }
  if (table != nullptr) table->value = YamlNode::Map(std::move(options), span);
}

std::string KindOfName(std::string_view name, YamlEntries* book) {
  for (const std::string_view table : {"items", "options", "targets"}) {
    const YamlEntry* found = FindEntry(book, table);
    if (found != nullptr && found->value.Find(name) != nullptr) return OneOf(table);
  }
  const YamlEntry* rules = FindEntry(book, "rules");
  if (rules == nullptr) return "";
  for (const YamlNode& rule : rules->value.items()) {
    if (RuleIdOf(rule) == name) return "rule";
  }
  return "";
}

}  // namespace tranche
