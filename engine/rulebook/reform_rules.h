#ifndef TRANCHE_ENGINE_RULEBOOK_REFORM_RULES_H_
#define TRANCHE_ENGINE_RULEBOOK_REFORM_RULES_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/rulebook/reform.h"
#include "engine/rulebook/tree_edit.h"

/// What the steps of a reform share that look at the rules of a book's tree. Private to them.
namespace tranche {

/// The ids in book order.
std::vector<std::string> RuleIds(const std::vector<YamlNode>& rules);
/// The id of a rule, or an empty text.
std::string RuleIdOf(const YamlNode& rule);

/// "item", "option", "target" or "rule": what the name is in the book; empty where it is nothing.
std::string KindOfName(std::string_view name, YamlEntries* book);
/// What to say of a name that is no rule.
std::string NoRuleHint(const std::string& name, const std::vector<std::string>& ids,
                       YamlEntries* book);

/// The rules of a book, taken out of it while they are changed.
class TakenRules {
 public:
  explicit TakenRules(YamlEntries* book) : entry_(FindEntry(book, "rules")) {
    if (entry_ == nullptr) return;
    span_ = entry_->value.span();
    rules = std::move(entry_->value).TakeItems();
  }
  ~TakenRules() {
    if (entry_ != nullptr) entry_->value = YamlNode::List(std::move(rules), span_);
  }
  TakenRules(const TakenRules&) = delete;
  TakenRules& operator=(const TakenRules&) = delete;

  std::vector<YamlNode> rules;

 private:
  YamlEntry* entry_;
  SourceSpan span_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_REFORM_RULES_H_
