// `remove:` and `add:` of a reform.
#include "engine/rulebook/reform_rules.h"

#include <iterator>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/yaml_map.h"
#include "engine/rulebook/written_list.h"

namespace tranche {
namespace {

constexpr std::string_view kAddForm =
    "write for example - {before: roads-by-words, id: my-roads, is: roads, when: {…}}";

/// Where added rules go.
class RuleInserter {
 public:
  RuleInserter(std::vector<YamlNode> rules, Diagnostics* diagnostics)
      : rules_(std::make_move_iterator(rules.begin()), std::make_move_iterator(rules.end())),
        diagnostics_(diagnostics) {
    for (auto at = rules_.begin(); at != rules_.end(); ++at) Enter(at);
  }

  /// Before or after the rule `anchor`; several behind one rule stay in the order written.
  void Insert(std::vector<YamlNode> added, const std::optional<SpannedText>& before,
              const std::optional<SpannedText>& after) {
    auto at = rules_.end();
    const std::optional<SpannedText>& anchor = before ? before : after;
    if (anchor) {
      const auto found = by_id_.find(anchor->text);
      if (found == by_id_.end()) {
        std::vector<std::string> ids;
        for (const auto& [id, place] : by_id_) ids.push_back(id);
        diagnostics_->Error(
            anchor->span, "there is no rule '" + anchor->text + "'",
            NameHint(anchor->text, ids, "name the rule that the new one shall stand beside"));
      } else {
        at = found->second;
        if (after) {
          const auto last = last_behind_.find(after->text);
          at = std::next(last == last_behind_.end() ? at : last->second);
        }
      }
    }
    for (YamlNode& rule : added) {
      if (!IsNew(rule)) continue;
      const auto placed = rules_.insert(at, std::move(rule));
      Enter(placed);
      if (after) last_behind_[after->text] = placed;
    }
  }

  std::vector<YamlNode> Take() {
    return {std::make_move_iterator(rules_.begin()), std::make_move_iterator(rules_.end())};
  }

 private:
  using Place = std::list<YamlNode>::iterator;

  void Enter(Place at) { by_id_.emplace(RuleIdOf(*at), at); }

  bool IsNew(const YamlNode& rule) {
    const std::string id = RuleIdOf(rule);
    const auto found = by_id_.find(id);
    if (id.empty() || found == by_id_.end()) return true;
    diagnostics_->Error(rule.Find("id")->span(), "there is already a rule '" + id + "'",
                        "it stands in " + PlaceOf(found->second->Find("id")->span()) +
                            "; change it under `change:`, or give the new one another id");
    return false;
  }

  std::list<YamlNode> rules_;
  Diagnostics* diagnostics_;
  std::map<std::string, Place> by_id_;
  std::map<std::string, Place> last_behind_;
};

/// `before:` or `after:` of an added rule, taken out of it.
std::optional<SpannedText> TakeAnchor(std::string_view key, YamlEntries* entries,
                                      Diagnostics* diagnostics) {
  const YamlEntry* entry = FindEntry(entries, key);
  if (entry == nullptr) return std::nullopt;
  auto text = ScalarText(entry->value, "`" + std::string(key) + "`", diagnostics);
  EraseEntry(key, entries);
  return text;
}

}  // namespace

std::vector<std::string> RuleIds(const std::vector<YamlNode>& rules) {
  std::vector<std::string> ids;
  for (const YamlNode& rule : rules) {
    std::string id = RuleIdOf(rule);
    if (!id.empty()) ids.push_back(std::move(id));
  }
  return ids;
}

std::string RuleIdOf(const YamlNode& rule) {
  const YamlNode* id = rule.IsMap() ? rule.Find("id") : nullptr;
  return id == nullptr ? std::string() : id->text();
}

std::string NoRuleHint(const std::string& name, const std::vector<std::string>& ids,
                       YamlEntries* book) {
  const std::string kind = KindOfName(name, book);
  if (kind == "item") return "'" + name + "' is an item: change it under `items:`";
  if (kind == "option") return "'" + name + "' is an option: change it under `set:`";
  if (kind == "target") return "'" + name + "' is a target, and a rule must stand here";
  return NameHint(name, ids, "write the `id` of a rule of the rulebook that is extended");
}

void RemoveRules(const YamlNode& remove, YamlEntries* book, Diagnostics* diagnostics) {
  std::set<std::string> ids;
  if (const YamlEntry* rules = FindEntry(book, "rules")) {
    const std::vector<std::string> all = RuleIds(rules->value.items());
    ids.insert(all.begin(), all.end());
  }
  std::set<std::string> gone;
  for (const SpannedText& id : WrittenTexts(remove, "`remove`", diagnostics)) {
    if (diagnostics->HasTooManyErrors()) return;
    if (!ids.contains(id.text)) {
      diagnostics->Error(id.span, "there is no rule '" + id.text + "' to remove",
                         NoRuleHint(id.text, {ids.begin(), ids.end()}, book));
    } else {
      gone.insert(id.text);
    }
  }
  TakenRules taken(book);
  std::erase_if(taken.rules,
                [&gone](const YamlNode& rule) { return gone.contains(RuleIdOf(rule)); });
}

void AddRules(YamlNode add, const std::string& path, BookSplicer* splicer, YamlEntries* book,
              Diagnostics* diagnostics) {
  if (!add.IsList() || add.items().empty()) {
    diagnostics->Error(add.span(),
                       "`add` must be a list of rules, not " +
                           (add.IsList() ? "an empty one" : std::string(add.KindName())),
                       std::string(kAddForm));
    return;
  }
  TakenRules taken(book);
  RuleInserter inserter(std::move(taken.rules), diagnostics);
  for (YamlNode& rule : std::move(add).TakeItems()) {
    std::optional<SpannedText> before;
    std::optional<SpannedText> after;
    const SourceSpan span = rule.span();
    if (rule.IsMap()) {
      YamlEntries entries = std::move(rule).TakeEntries();
      before = TakeAnchor("before", &entries, diagnostics);
      after = TakeAnchor("after", &entries, diagnostics);
      rule = YamlNode::Map(std::move(entries), span);
    }
    if (before && after) {
      diagnostics->Error(after->span, "the rule has both `before:` and `after:`",
                         "keep one of them");
      after.reset();
    }
    std::vector<YamlNode> one;
    one.push_back(std::move(rule));
    YamlNode spliced = splicer->SpliceRules(YamlNode::List(std::move(one), span), path);
    inserter.Insert(std::move(spliced).TakeItems(), before, after);
  }
  taken.rules = inserter.Take();
}

}  // namespace tranche
