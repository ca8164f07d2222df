#include <string>
#include <string_view>

#include "engine/base/fold.h"
#include "engine/report/explanation_page.h"
#include "engine/report/number_text.h"
#include "engine/report/rule_text.h"
#include "engine/report/text_table.h"
#include "engine/rulebook/outcome_text.h"

namespace tranche {
namespace {

void AppendMoney(const ExplainedOutcome& outcome, ExplanationPage* page) {
  const ExplainedAmount& first = outcome.amounts.front();
  if (!outcome.allocation) {
    page->Labelled("counts as", "nothing: the book has no value for " +
                                    std::to_string(first.group.year) +
                                    "; its shares begin in a later year");
    return;
  }
  const char* label = "counts as";
  for (const Allocation::Part& part : outcome.allocation->parts) {
    if (part.share == Share()) continue;
    const Bucket& bucket = page->book().buckets[part.bucket];
    const bool has_title = !bucket.title.empty() && Fold(bucket.title) != Fold(bucket.name);
    std::string text = bucket.name;
    if (has_title) text.append(" (").append(bucket.title).append(")");
    if (part.share != Share::Whole()) {
      text += ", " + part.share.ToString();
      const bool has_sum = first.amount && outcome.amounts.size() == 1;
      const auto sum = has_sum ? AllocatedAmount::Of(*first.amount, part.share) : std::nullopt;
      if (sum) text += ": " + first.group.currency.ToString() + " " + Thousands(*sum);
    }
    page->Labelled(label, text);
    label = "";
  }
}

void AppendRule(RuleId id, ExplanationPage* page) {
  const Rule& rule = page->book().rules[id];
  page->Labelled("rule", rule.id + ", rule " + Thousands(std::uint64_t{id} + 1) + " of " +
                             Thousands(page->book().rules.size()));
  page->LabelledIfAny("", PlaceOf(rule.span));
  page->LabelledIfAny("why", rule.why);
  page->LabelledIfAny("source", rule.source);
}

void AppendItem(const Item& item, ExplanationPage* page) {
  const bool has_title = !item.title.empty() && item.title != item.name;
  page->Labelled("item", has_title ? item.name + " (" + item.title + ")" : item.name);
  page->LabelledIfAny("", item.description);
  page->LabelledIfAny("", PlaceOf(item.span));
  page->LabelledIfAny("area", item.area);
  const std::string status(StatusName(item.status));
  if (item.status == OutcomeStatus::kDefined) {
    page->Labelled("status", status + ": an agreed text says so");
  } else if (item.status == OutcomeStatus::kClaimed) {
    page->Labelled("status", status + ": no agreed text says so; the book makes a choice");
  }
  page->LabelledIfAny("why", item.why);
  page->LabelledIfAny("source", item.source);
  page->LabelledIfAny("review by", item.review_by);
}

void AppendPerson(const Signature& signature, ExplanationPage* page) {
  const LineDecision& decision = page->book().decisions[signature.decision];
  if (signature.decision_is_stale) {
    page->Labelled("because", "a person decided this line when it was '" +
                                  Printable(decision.label) + "' with " +
                                  Thousands(decision.amount) +
                                  "; it has changed since, so it is open again");
  } else {
    page->Labelled("because", "a person decided this line, and that comes before all rules");
  }
  page->Labelled("who", Printable(decision.who) + ", " + Printable(decision.date));
  page->LabelledIfAny("reason", Printable(decision.reason));
  page->LabelledIfAny("review by", decision.review_by);
  page->LabelledIfAny("", PlaceOf(decision.span));
  if (signature.decision_is_stale) {
    page->Labelled("note",
                   "judged by this file alone; in a run with other files, too, the decision may "
                   "fit a line there, and this one then goes by the rules");
  }
}

/// What holds where nobody has decided the line.
void AppendRulesInstead(const ExplainedOutcome& outcome, ExplanationPage* page) {
  const Signature& signature = outcome.explanation.decision.signature;
  const Verdict verdict = VerdictOfRules(signature, page->book());
  const std::int16_t year = outcome.amounts.front().group.year;
  if (verdict.rule == kOtherwiseRule) {
    return page->Labelled("without it", "no rule fits this line");
  }
  page->Labelled("without it", "rule " + page->book().rules[verdict.rule].id + " (" +
                                   RuleOutcomeText(page->book(), verdict.rule, year) + ")" +
                                   (verdict.kind == Verdict::Kind::kRule ? "" : ", undecided"));
  page->LabelledIfAny("", PlaceOf(page->book().rules[verdict.rule].span));
}

void AppendProof(const ExplainedOutcome& outcome, ExplanationPage* page) {
  const char* label = "proof";
  for (const Evidence& item : outcome.explanation.decision.evidence) {
    page->Labelled(label, ProofText(item));
    label = "";
  }
  if (outcome.explanation.decision.evidence.empty()) {
    page->Labelled(label, "the rule asks for nothing that stands in the line");
  }
}

void AppendDecider(const ExplainedOutcome& outcome, ExplanationPage* page) {
  const Rulebook& book = page->book();
  const Verdict& verdict = outcome.verdict;
  switch (verdict.kind) {
    case Verdict::Kind::kDecision:
    case Verdict::Kind::kStaleDecision:
      AppendPerson(outcome.explanation.decision.signature, page);
      return AppendRulesInstead(outcome, page);
    case Verdict::Kind::kOtherwise:
      page->Labelled("because",
                     "no rule fits this line; what then holds, the book says under "
                     "`otherwise`");
      return page->LabelledIfAny("", PlaceOf(book.otherwise.span));
    case Verdict::Kind::kUnknown:
      AppendRule(verdict.rule, page);
      page->Labelled("because", "this rule could not be tested, and says `if_unknown: undecided`");
      if (!outcome.decider) return;
      for (const std::string& failed : outcome.decider->failed) {
        page->Labelled("", Printable(failed));
      }
      return;
    case Verdict::Kind::kConflict:
      AppendRule(verdict.rule, page);
      page->Labelled("against", book.rules[verdict.other].id + ", rule " +
                                    Thousands(std::uint64_t{verdict.other} + 1));
      page->LabelledIfAny("", PlaceOf(book.rules[verdict.other].span));
      page->Labelled("because",
                     "both rules fit and say different things, and the book says `decide: unique`");
      return AppendProof(outcome, page);
    case Verdict::Kind::kRule:
      AppendRule(verdict.rule, page);
      return AppendProof(outcome, page);
  }
}

}  // namespace

void AppendDecision(const ExplainedOutcome& outcome, ExplanationPage* page) {
  AppendMoney(outcome, page);
  AppendDecider(outcome, page);
  if (outcome.verdict.item) AppendItem(page->book().items[*outcome.verdict.item], page);
}

}  // namespace tranche
