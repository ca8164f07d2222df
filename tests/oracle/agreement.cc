#include "tests/oracle/agreement.h"

#include <utility>
#include <vector>

namespace tranche {
namespace {

std::string Named(const Rulebook& book, RuleId rule, const std::vector<RuleId>& untested) {
  std::string text = rule == kOtherwiseRule ? std::string(kOtherwiseRuleName) : book.rules[rule].id;
  for (const RuleId id : untested) text += " ?" + book.rules[id].id;
  return text;
}

}  // namespace

Agreement::Agreement(std::shared_ptr<const Matcher> matcher, const CountryTable& countries,
                     const LineSchema& schema)
    : matcher_(std::move(matcher)),
      oracle_(matcher_->rulebook(), countries),
      judge_(*matcher_, schema, &signatures_),
      explainer_(*matcher_, schema) {}

std::string Agreement::Compare(const LineBatch& batch) {
  std::vector<SignatureId> ids;
  judge_.Judge(batch, &ids);
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    std::string difference = CompareLine(batch, batch.lines[i], ids[i]);
    if (!difference.empty()) return difference;
  }
  return "";
}

std::string Agreement::CompareLine(const LineBatch& batch, const BudgetLine& line, SignatureId id) {
  ++lines_;
  const Rulebook& book = matcher_->rulebook();
  const LineGroup& group = batch.groups->group(line.group);
  const auto cells = batch.row(line.row);
  const Signature& fast = signatures_.signature(id);
  const Oracle::Verdict slow = oracle_.Decide(*batch.schema, cells, group);
  const Decision explained = explainer_.Explain(cells, group);
  if (slow.rule != kOtherwiseRule) ++decided_;
  const bool agree = fast.Decider() == slow.rule && fast.untested == slow.untested &&
                     explained.rule == slow.rule && explained.untested == slow.untested;
  if (agree) return "";
  std::string text = "row " + std::to_string(batch.row_indexes[line.row]) + ": fast path " +
                     Named(book, fast.Decider(), fast.untested) + ", explainer " +
                     Named(book, explained.rule, explained.untested) + ", oracle " +
                     Named(book, slow.rule, slow.untested) + "; cells:";
  for (const std::string_view cell : cells) {
    text += " [" + (cell.data() == nullptr ? "absent" : std::string(cell)) + "]";
  }
  return text;
}

}  // namespace tranche
