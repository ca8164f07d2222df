#include "engine/study/example_check.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/match/explain.h"
#include "engine/match/explanation.h"
#include "engine/match/line_judge.h"
#include "engine/match/matcher.h"
#include "engine/match/verdict.h"
#include "engine/rulebook/outcome_text.h"
#include "engine/study/example_lines.h"
#include "engine/study/place_names.h"

namespace tranche {
namespace {

constexpr std::string_view kNoMatch = "no match";
constexpr std::string_view kOtherwise = "otherwise";

/// An example on trial: what the book says of it.
struct Trial {
  const Rulebook& book;
  RuleId own = 0;  ///< the rule under which it stands
  const RuleExample& example;
  std::int16_t year = 0;
  Signature signature;  ///< all rules are open: it holds every rule that takes the line
  Verdict verdict;

  bool OwnTakesIt() const {
    return std::any_of(signature.open.begin(), signature.open.end(),
                       [this](const RuleHit& hit) { return hit.rule == own; });
  }
};

std::string RuleName(const Rulebook& book, RuleId id) { return RulesWithPlaces(book, {id}); }

/// The bucket that gets all of the line; nothing for a split.
std::string WholeBucketName(const Trial& trial) {
  const auto allocation = trial.book.AllocationOf(trial.verdict.outcome, trial.year);
  if (!allocation) return "";
  std::string name;
  for (const Allocation::Part& part : allocation->parts) {
    if (part.share == Share()) continue;
    if (!name.empty()) return "";
    name = trial.book.buckets[part.bucket].name;
  }
  return name;
}

bool IsGiven(const Trial& trial) {
  const std::string& gives = trial.example.gives;
  if (gives == kNoMatch) return !trial.OwnTakesIt();
  if (gives == kOtherwise) return trial.verdict.kind == Verdict::Kind::kOtherwise;
  if (trial.verdict.item && trial.book.items[*trial.verdict.item].name == gives) return true;
  return WholeBucketName(trial) == gives;
}

/// What the book gives, in the words of `gives`.
std::string GivenText(const Trial& trial) {
  const auto allocation = trial.book.AllocationOf(trial.verdict.outcome, trial.year);
  std::string outcome = allocation ? AllocationText(*allocation, trial.book)
                                   : "nothing in " + std::to_string(trial.year);
  if (trial.verdict.kind == Verdict::Kind::kOtherwise) return "otherwise (" + outcome + ")";
  if (!trial.verdict.item) return outcome;
  return trial.book.items[*trial.verdict.item].name + " (" + outcome + ")";
}

/// Why the book decides as it does.
std::string DecisionReason(const Trial& trial, const Decision& decision) {
  const Rulebook& book = trial.book;
  const Verdict& verdict = trial.verdict;
  std::string text = verdict.kind == Verdict::Kind::kOtherwise ? "no rule takes this line"
                                                               : RuleName(book, verdict.rule);
  switch (verdict.kind) {
    case Verdict::Kind::kOtherwise:
      return text;
    case Verdict::Kind::kUnknown:
      return text + " says if_unknown: undecided, and the example lacks what it asks about";
    case Verdict::Kind::kConflict:
      text += " and " + RuleName(book, verdict.other) +
              " both take this line and do not say the same (decide: unique)";
      break;
    default:
      text += " decides";
  }
  const std::string evidence = decision.EvidenceText();
  return text +
         (evidence.empty() ? ", by its country, its year or a `not` alone" : ": " + evidence);
}

/// Why the rule of the example does not decide; nothing where it does.
std::optional<std::string> OwnReason(const Trial& trial, const RuleTrace& own) {
  if (trial.verdict.rule == trial.own) return std::nullopt;
  const std::string name = RuleName(trial.book, trial.own);
  if (trial.OwnTakesIt()) {
    const std::string evidence = Decision{{}, own.evidence}.EvidenceText();
    return name + " takes this line, too, and stands further down" +
           (evidence.empty() ? "" : ": " + evidence);
  }
  std::string text = name + ", under which the example stands, does not take this line";
  const char* separator = ": ";
  for (const std::string& failed : own.failed) {
    text += separator + failed;
    separator = "; ";
  }
  return text;
}

std::string Hint(const Trial& trial) {
  const Rule& own = trial.book.rules[trial.own];
  if (trial.example.gives == kNoMatch) {
    return "narrow the conditions of '" + own.id + "', or correct what the example gives";
  }
  if (trial.verdict.rule == trial.own) {
    return "correct what the example gives, or what the rule says";
  }
  if (!trial.OwnTakesIt()) {
    return "change the conditions of '" + own.id + "', or correct the example";
  }
  return "move '" + own.id + "' before '" + trial.book.rules[trial.verdict.rule].id +
         "', narrow that rule, or correct what the example gives";
}

Diagnostic Failure(const Trial& trial, const Decision& decision, const RuleTrace& own) {
  Diagnostic failure;
  failure.span = trial.example.span;
  if (trial.example.gives == kNoMatch) {
    failure.message = "the example gives no match, but its rule takes this line";
  } else {
    failure.message =
        "the example says " + trial.example.gives + ", and the rulebook gives " + GivenText(trial);
  }
  failure.reasons.push_back(DecisionReason(trial, decision));
  if (auto reason = OwnReason(trial, own)) failure.reasons.push_back(*std::move(reason));
  failure.hint = Hint(trial);
  return failure;
}

/// A matcher in which every rule counts, also behind the one that decides.
std::shared_ptr<const Matcher> OpenMatcher(const std::shared_ptr<const Rulebook>& book,
                                           const CountryTable& countries) {
  Matcher::Options options;
  options.open_rules.resize(book->rules.size());
  std::iota(options.open_rules.begin(), options.open_rules.end(), RuleId{0});
  return Matcher::Compile(book, countries, options);
}

/// Calls `visit(batch, row, trial)` with every example of the book of `matcher`.
template <typename Visit>
void TryExamples(const Matcher& matcher, const Visit& visit) {
  const Rulebook& book = matcher.rulebook();
  for (const ExampleBatch& batch : ExampleBatches(book)) {
    SignatureTable signatures;
    LineJudge judge(matcher, *batch.batch().schema, &signatures);
    std::vector<SignatureId> ids;
    judge.Judge(batch.batch(), &ids);
    for (std::size_t row = 0; row < batch.places().size(); ++row) {
      const ExamplePlace& place = batch.places()[row];
      const Signature& signature = signatures.signature(ids[row]);
      visit(batch, row,
            Trial{book, place.rule, book.rules[place.rule].examples[place.example],
                  batch.group(row).year, signature, VerdictOf(signature, book)});
    }
  }
}

}  // namespace

ExampleCounts CheckExamples(const std::shared_ptr<const Rulebook>& rulebook,
                            const CountryTable& countries, Diagnostics* diagnostics) {
  ExampleCounts counts;
  const auto matcher = OpenMatcher(rulebook, countries);
  TryExamples(*matcher, [&](const ExampleBatch& batch, std::size_t row, const Trial& trial) {
    ++counts.run;
    if (IsGiven(trial)) return;
    ++counts.failed;
    const Explainer explainer(*matcher, *batch.batch().schema);
    const auto cells = batch.batch().row(row);
    const LineGroup& group = batch.group(row);
    diagnostics->Report(
        Failure(trial, explainer.Explain(cells, group), explainer.Trace(trial.own, cells, group)));
  });
  return counts;
}

std::vector<bool> RulesThatDecideAnExample(const std::shared_ptr<const Rulebook>& rulebook,
                                           const CountryTable& countries) {
  std::vector<bool> decides(rulebook->rules.size());
  TryExamples(*OpenMatcher(rulebook, countries),
              [&decides](const ExampleBatch& /*batch*/, std::size_t /*row*/, const Trial& trial) {
                if (trial.verdict.rule == trial.own) decides[trial.own] = true;
              });
  return decides;
}

}  // namespace tranche
