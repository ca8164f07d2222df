#include "engine/rulebook/load_rules.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/rulebook/forms.h"
#include "engine/rulebook/load_condition.h"
#include "engine/rulebook/load_examples.h"
#include "engine/rulebook/load_outcome.h"
#include "engine/rulebook/review_date.h"

namespace tranche {
namespace {

/// Reads rules in book order.
class RuleReader {
 public:
  explicit RuleReader(BookDraft* draft) : draft_(draft), diagnostics_(draft->diagnostics) {}

  void ReadList(const YamlNode& rules);
  /// Warns of rules that take every line although others follow.
  void WarnOfRulesForAll() const;

 private:
  void ReadRule(const YamlNode& node);
  bool IsTornApart(const YamlNode& rule, const YamlNode& next);
  void ReportConditions(const YamlNode& node, YamlMap* map);
  void ReadWhatItIs(YamlMap* map, Rule* rule);
  std::optional<ItemId> ReadItem(const YamlNode& node);
  bool ReadIfUnknown(YamlMap* map);
  bool CheckId(const SpannedText& id);

  BookDraft* draft_;
  Diagnostics* diagnostics_;
  std::map<std::string, SourceSpan> ids_;
  std::vector<RuleId> for_all_;  ///< rules without `when`
};

void RuleReader::ReadList(const YamlNode& rules) {
  const std::vector<YamlNode>& all = rules.items();
  for (std::size_t i = 0; i < all.size() && !diagnostics_->HasTooManyErrors(); ++i) {
    if (i + 1 < all.size() && IsTornApart(all[i], all[i + 1])) {
      ++i;
    } else {
      ReadRule(all[i]);
    }
  }
}

/// `- id: …` and in the next line `- is: …`: one rule, of which each line was taken for a list
/// item.
bool RuleReader::IsTornApart(const YamlNode& rule, const YamlNode& next) {
  if (!rule.IsMap() || !next.IsMap()) return false;
  const bool has_head = rule.Find("id") != nullptr && rule.Find("is") == nullptr &&
                        rule.Find("to") == nullptr && rule.Find("when") == nullptr;
  const bool has_rest = next.Find("id") == nullptr && next.Find("include") == nullptr &&
                        (next.Find("is") != nullptr || next.Find("to") != nullptr);
  if (!has_head || !has_rest) return false;
  diagnostics_->Error(next.span(), "a '- ' begins a new rule here, and this one has no `id:`",
                      "write two blanks instead of the '- ' if the line belongs to rule '" +
                          rule.Find("id")->text() + "'; else add `id:`");
  return true;
}

/// A condition beside `when:` instead of below it.
void RuleReader::ReportConditions(const YamlNode& node, YamlMap* map) {
  for (const YamlEntry& entry : node.entries()) {
    if (form::kRule.Find(entry.key) != nullptr || form::kCondition.Find(entry.key) == nullptr) {
      continue;
    }
    map->Allow(entry.key);
    diagnostics_->Error(entry.key_span,
                        "`" + entry.key + "` is a condition and stands below `when:`",
                        "indent it two blanks more than `when:`, or write it in the braces there");
  }
}

void RuleReader::ReadRule(const YamlNode& node) {
  YamlMap map(node, form::kRule, diagnostics_);
  if (!map.IsMap()) return;
  Rule rule;
  const auto id = map.RequiredText("id");
  const bool has_id = id && CheckId(*id);
  rule.span = id ? id->span : node.span();
  if (id) rule.id = id->text;
  ReadWhatItIs(&map, &rule);
  const YamlNode* when = map.Optional("when");
  if (when != nullptr) rule.when = LoadCondition(*when, draft_);
  if (when == nullptr) rule.when.span = rule.span;
  if (const auto why = map.OptionalText("why")) rule.why = why->text;
  if (const auto source = map.OptionalText("source")) rule.source = source->text;
  if (const YamlNode* examples = map.Optional("examples")) {
    rule.examples = LoadExamples(*examples, draft_);
  }
  rule.review_by = LoadReviewBy(&map, diagnostics_);
  rule.undecided_if_unknown = ReadIfUnknown(&map);
  ReportConditions(node, &map);
  map.Finish();
  if (!has_id) return;
  if (when == nullptr) for_all_.push_back(static_cast<RuleId>(draft_->book.rules.size()));
  draft_->book.rules.push_back(std::move(rule));
}

bool RuleReader::ReadIfUnknown(YamlMap* map) {
  const auto written = map->OptionalText("if_unknown");
  if (!written) return false;
  if (written->text != "undecided") {
    diagnostics_->Error(written->span, "`if_unknown` cannot be '" + written->text + "'",
                        "write if_unknown: undecided, or remove it so that the next rules are "
                        "tried");
  }
  return true;
}

bool RuleReader::CheckId(const SpannedText& id) {
  if (!CheckName(id.text, "a rule", id.span, diagnostics_)) return false;
  const auto [first, is_new] = ids_.emplace(id.text, id.span);
  if (is_new) return true;
  diagnostics_->Error(id.span, "there are two rules with the id '" + id.text + "'",
                      "the first is in " + PlaceOf(first->second) + "; give one another id");
  return false;
}

void RuleReader::ReadWhatItIs(YamlMap* map, Rule* rule) {
  const YamlNode* is = map->Optional("is");
  const YamlNode* to = map->Optional("to");
  if (is != nullptr && to != nullptr) {
    diagnostics_->Error(to->span(), "the rule has both `is:` and `to:`",
                        "keep `is` (what the line is) and remove `to`, or the other way round");
  }
  if (is == nullptr && to == nullptr) {
    diagnostics_->Error(rule->span, "the rule does not say what the line is",
                        "add `is:` and an item, or `to:` and a bucket");
  }
  if (is != nullptr) rule->item = ReadItem(*is);
  if (to != nullptr) rule->outcome = LoadOutcome(*to, *draft_);
}

std::optional<ItemId> RuleReader::ReadItem(const YamlNode& node) {
  const auto name = ScalarText(node, "`is`", diagnostics_);
  if (!name) return std::nullopt;
  const auto found = draft_->items.find(name->text);
  if (found != draft_->items.end()) return found->second;
  if (draft_->buckets.contains(name->text)) {
    diagnostics_->Error(name->span, "'" + name->text + "' is an outcome, and `is` needs an item",
                        "write to: " + name->text);
    return std::nullopt;
  }
  // Where the items could not be read, that alone is reported.
  if (draft_->broken_items) return std::nullopt;
  diagnostics_->Error(name->span, "unknown item '" + name->text + "'",
                      NameHint(name->text, NamesOf(draft_->items),
                               "add it under `items:` in the rulebook, with what it counts as"));
  return std::nullopt;
}

void RuleReader::WarnOfRulesForAll() const {
  const std::vector<Rule>& rules = draft_->book.rules;
  for (const RuleId id : for_all_) {
    if (static_cast<std::size_t>(id) + 1 >= rules.size()) continue;
    const Rule& rule = rules[id];
    diagnostics_->Warning(
        rule.span, "rule '" + rule.id + "' has no `when` and takes every line that reaches it",
        "the rules behind it can never decide; add `when:`, or make it the last rule");
  }
}

}  // namespace

void LoadRules(YamlMap* top, BookDraft* draft) {
  const YamlNode* rules = top->Required("rules");
  if (rules == nullptr) return;
  RuleReader reader(draft);
  reader.ReadList(*rules);
  reader.WarnOfRulesForAll();
}

}  // namespace tranche
