#include "engine/base/misspelt_keys.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/suggest.h"

namespace tranche {
namespace {

bool IsMapKind(const FormValue& value) {
  return value.kind == FormValue::Kind::kMap || value.kind == FormValue::Kind::kChanges;
}

/// The keys of the form that `map` lacks and that a misspelt key may stand for.
std::vector<std::string> MissingKeys(const YamlNode& map, const Form& form) {
  std::vector<std::string> missing;
  for (const FormKey& key : form.keys) {
    const bool counts = form.named == nullptr || key.need == FormNeed::kRequired;
    if (counts && map.Find(key.name) == nullptr) missing.emplace_back(key.name);
  }
  return missing;
}

/// What `key` stands for, of the form's missing keys; empty: none is near.
std::string MeantKey(const std::string& key, const std::vector<std::string>& missing) {
  const std::vector<std::string> near = NearestNames(key, missing, 1);
  return near.empty() ? std::string() : near.front();
}

/// How well a map fits a form: keys that are right count twice as much as those that nearly are.
std::size_t Fit(const YamlNode& map, const Form& form) {
  const std::vector<std::string> missing = MissingKeys(map, form);
  std::size_t fit = 0;
  for (const YamlEntry& entry : map.entries()) {
    if (form.Find(entry.key) != nullptr) {
      fit += 2;
    } else if (!MeantKey(entry.key, missing).empty()) {
      ++fit;
    }
  }
  return fit;
}

/// The choices that a map may be meant as.
void CollectMaps(const FormValue& value, std::vector<const FormValue*>* maps) {
  if (IsMapKind(value)) maps->push_back(&value);
  for (const FormValue* choice : value.choices) CollectMaps(*choice, maps);
}

/// The form of `map` among what may stand there; null where no map may.
const Form* FormOf(const YamlNode& map, const FormValue& value) {
  std::vector<const FormValue*> maps;
  CollectMaps(value, &maps);
  if (maps.size() == 1) return maps.front()->form;
  const Form* best = nullptr;
  std::size_t best_fit = 0;
  for (const FormValue* each : maps) {
    if (each->form == nullptr) continue;
    const std::size_t fit = Fit(map, *each->form);
    if (best != nullptr && fit <= best_fit) continue;
    best = each->form;
    best_fit = fit;
  }
  return best;
}

/// What stands in the items of a list, where a list may stand at all.
const FormValue* ItemsOf(const FormValue& value) {
  if (value.kind == FormValue::Kind::kList) return value.of;
  for (const FormValue* choice : value.choices) {
    if (const FormValue* items = ItemsOf(*choice)) return items;
  }
  return nullptr;
}

/// `item 'roads'` for "an item" under the name `roads`.
std::string Named(std::string_view what, const std::string& name) {
  for (const std::string_view article : {"a ", "an "}) {
    if (what.starts_with(article)) {
      return std::string(what.substr(article.size())) + " '" + name + "'";
    }
  }
  return std::string(what);
}

class KeyCorrector {
 public:
  KeyCorrector(Diagnostics* diagnostics, std::span<const std::string_view> left_alone)
      : diagnostics_(diagnostics), left_alone_(left_alone) {}

  /// `name` is the key that the author gave the value, empty where it has none.
  YamlNode Correct(YamlNode node, const FormValue& value, const std::string& name) {
    if (node.IsList()) return CorrectList(std::move(node), value);
    if (!node.IsMap() || diagnostics_->HasTooManyErrors()) return node;
    const Form* form = FormOf(node, value);
    return form == nullptr ? std::move(node) : CorrectMap(std::move(node), *form, name);
  }

 private:
  YamlNode CorrectList(YamlNode list, const FormValue& value) {
    const FormValue* of = ItemsOf(value);
    if (of == nullptr) return list;
    const SourceSpan span = list.span();
    std::vector<YamlNode> items = std::move(list).TakeItems();
    for (YamlNode& item : items) item = Correct(std::move(item), *of, "");
    return YamlNode::List(std::move(items), span);
  }

  YamlNode CorrectMap(YamlNode map, const Form& form, const std::string& name) {
    std::vector<std::string> missing;
    bool has_missing = false;
    const SourceSpan span = map.span();
    const bool is_cut = map.is_cut();
    for (const YamlEntry& entry : map.entries()) {
      if (form.Find(entry.key) != nullptr) continue;
      if (!has_missing) missing = MissingKeys(map, form);
      has_missing = true;
    }
    std::vector<YamlEntry> entries = std::move(map).TakeEntries();
    for (YamlEntry& entry : entries) {
      if (!missing.empty() && form.Find(entry.key) == nullptr) {
        CorrectKey(form, name, &missing, &entry);
      }
      const FormKey* key = form.Find(entry.key);
      const FormValue* value = key == nullptr ? form.named : key->value;
      if (value == nullptr) continue;
      entry.value = Correct(std::move(entry.value), *value, key == nullptr ? entry.key : "");
    }
    return YamlNode::Map(std::move(entries), span, is_cut);
  }

  void CorrectKey(const Form& form, const std::string& name, std::vector<std::string>* missing,
                  YamlEntry* entry) {
    if (std::find(left_alone_.begin(), left_alone_.end(), entry->key) != left_alone_.end()) return;
    std::string meant = MeantKey(entry->key, *missing);
    if (meant.empty()) return;
    const std::string what = name.empty() ? std::string(form.what) : Named(form.what, name);
    diagnostics_->Error(entry->key_span, "unknown key `" + entry->key + "` in " + what,
                        DidYouMean(entry->key, *missing));
    missing->erase(std::find(missing->begin(), missing->end(), meant));
    entry->key = std::move(meant);
  }

  Diagnostics* diagnostics_;
  std::span<const std::string_view> left_alone_;
};

}  // namespace

YamlNode CorrectMisspeltKeys(YamlNode tree, const FormValue& form, Diagnostics* diagnostics,
                             std::span<const std::string_view> left_alone) {
  return KeyCorrector(diagnostics, left_alone).Correct(std::move(tree), form, "");
}

}  // namespace tranche
