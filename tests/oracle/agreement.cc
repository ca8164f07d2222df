#include "tests/oracle/agreement.h"

#include <utility>
#include <vector>

namespace tranche {
namespace {

std::string Named(const Rulebook& book, RuleHit decider, RuleId conflict,
                  const std::vector<RuleId>& untested) {
  const auto name = [&book](RuleId rule) {
    return rule == kOtherwiseRule ? std::string(kOtherwiseRuleName) : book.rules[rule].id;
  };
  std::string text = name(decider.rule) + (decider.is_unknown ? " (unknown)" : "");
  if (conflict != kOtherwiseRule) text += " against " + name(conflict);
  for (const RuleId id : untested) text += " ?" + book.rules[id].id;
  return text;
}

}  // namespace

Agreement::Agreement(std::shared_ptr<const Matcher> matcher, const CountryTable& countries,
                     const LineSchema& schema, std::vector<RuleId> open_rules)
    : matcher_(std::move(matcher)),
      oracle_(matcher_->rulebook(), countries),
      open_rules_(std::move(open_rules)),
      judge_(*matcher_, schema, &signatures_),
      explainer_(*matcher_, schema) {}

std::string Agreement::Compare(const LineBatch& batch) {
  std::vector<SignatureId> ids;
  judge_.Judge(batch, &ids);
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    std::string difference = open_rules_.empty() ? CompareLine(batch, batch.lines[i], ids[i])
                                                 : CompareForStudy(batch, batch.lines[i], ids[i]);
    if (!difference.empty()) return difference;
  }
  return "";
}

std::string Agreement::CompareForStudy(const LineBatch& batch, const BudgetLine& line,
                                       SignatureId id) {
  ++lines_;
  const LineGroup& group = batch.groups->group(line.group);
  const auto cells = batch.row(line.row);
  const Signature& fast = signatures_.signature(id);
  const Oracle::StudyVerdict slow =
      oracle_.DecideForStudy(*batch.schema, cells, group, open_rules_);
  if (slow.fixed.rule != kOtherwiseRule || !slow.open.empty()) ++decided_;
  const bool agree = fast.open == slow.open && fast.fixed == slow.fixed &&
                     explainer_.Explain(cells, group).signature == fast;
  return agree ? "" : "row " + std::to_string(batch.row_indexes[line.row]) + ", with open rules";
}

std::string Agreement::CompareLine(const LineBatch& batch, const BudgetLine& line, SignatureId id) {
  ++lines_;
  const Rulebook& book = matcher_->rulebook();
  const LineGroup& group = batch.groups->group(line.group);
  const auto cells = batch.row(line.row);
  const Signature& fast = signatures_.signature(id);
  const Oracle::Verdict slow = oracle_.Decide(*batch.schema, cells, group);
  const Decision explained = explainer_.Explain(cells, group);
  if (slow.decider.rule != kOtherwiseRule) ++decided_;
  const bool agree = fast.Decider() == slow.decider && fast.conflict == slow.conflict &&
                     fast.untested == slow.untested && explained.signature == fast;
  if (agree) return "";
  std::string text = "row " + std::to_string(batch.row_indexes[line.row]) + ": fast path " +
                     Named(book, fast.Decider(), fast.conflict, fast.untested) + ", explainer " +
                     Named(book, explained.signature.Decider(), explained.signature.conflict,
                           explained.signature.untested) +
                     ", oracle " + Named(book, slow.decider, slow.conflict, slow.untested) +
                     "; cells:";
  for (const std::string_view cell : cells) {
    text += " [" + (cell.data() == nullptr ? "absent" : std::string(cell)) + "]";
  }
  return text;
}

}  // namespace tranche
