#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/explanation_page.h"
#include "engine/report/number_text.h"
#include "engine/report/rule_text.h"
#include "engine/report/text_table.h"

namespace tranche {
namespace {

constexpr std::size_t kMostRules = 8;
/// From this many rules on that lack the same thing, it is said once for all of them.
constexpr std::size_t kManyAlike = 3;

/// What a list of rules looks like.
struct TraceStyle {
  std::string_view failed;  ///< stands before what does not hold
  bool with_evidence = true;
};

void AppendTrace(const RuleTrace& trace, std::int16_t year, const TraceStyle& style,
                 ExplanationPage* page) {
  const Rulebook& book = page->book();
  page->Entry(book.rules[trace.rule].id + " (" + RuleOutcomeText(book, trace.rule, year) + ")");
  page->Detail("rule " + Thousands(std::uint64_t{trace.rule} + 1) + ", " +
               PlaceOf(book.rules[trace.rule].span));
  std::string proof;
  for (const Evidence& item : trace.evidence) {
    proof += (proof.empty() ? "" : "; ") + ProofText(item);
  }
  if (style.with_evidence && !proof.empty()) page->Detail("fits: " + proof);
  for (const std::string& failed : trace.failed) {
    page->Detail(std::string(style.failed) + Printable(failed));
  }
}

void AppendTraces(const std::vector<RuleTrace>& traces, std::int16_t year, const TraceStyle& style,
                  ExplanationPage* page) {
  for (std::size_t i = 0; i < std::min(traces.size(), kMostRules); ++i) {
    AppendTrace(traces[i], year, style, page);
  }
  if (traces.size() <= kMostRules) return;
  page->Entry("and " + Thousands(traces.size() - kMostRules) + " more (--format json has all)");
}

void AppendAlsoMatching(const ExplainedOutcome& outcome, ExplanationPage* page) {
  std::vector<RuleTrace> traces = outcome.explanation.also_matching;
  // The other side of a conflict stands beside the first already.
  std::erase_if(traces,
                [&](const RuleTrace& trace) { return trace.rule == outcome.verdict.other; });
  if (traces.empty()) return;
  page->Title(outcome.verdict.kind == Verdict::Kind::kRule
                  ? "Other rules that fit, and lose because they stand later in the book"
                  : "Other rules that fit");
  AppendTraces(traces, outcome.amounts.front().group.year, {"fails: ", true}, page);
}

void AppendVoidWords(const std::vector<VoidWord>& words, ExplanationPage* page) {
  if (words.empty()) return;
  page->Title("Words that do not count (marked ~), because they are part of a longer expression");
  for (const VoidWord& word : words) {
    std::string text = Printable(word.column) + " \"" + Printable(word.found) + "\" (" +
                       word.concept_name + ": " + word.written + ")";
    text += word.cover == word.found
                ? ": it is " + word.cover_reason
                : ": part of \"" + Printable(word.cover) + "\", " + word.cover_reason;
    page->Entry(text);
  }
}

void AppendMisses(const ExplainedOutcome& outcome, ExplanationPage* page) {
  const auto& traces = outcome.explanation.near_misses;
  if (traces.empty()) return;
  page->Title("Rules that miss by one condition");
  AppendTraces(traces, outcome.amounts.front().group.year, {"fails: ", true}, page);
}

/// `the line has no cofog`, where that is all that keeps the rule from being tested.
std::string WhatIsMissing(const RuleTrace& trace) {
  constexpr std::string_view kLacks = ": the line has no ";
  if (trace.failed.size() != 1) return "";
  const std::size_t at = trace.failed.front().find(kLacks);
  if (at == std::string::npos) return "";
  const std::string rest = trace.failed.front().substr(at + kLacks.size());
  return rest.find(' ') == std::string::npos ? rest : "";
}

/// Rules that lack the same thing are named together: they are many, and the cure is one.
void AppendUntestedTogether(std::vector<RuleTrace> traces, std::int16_t year,
                            ExplanationPage* page) {
  while (!traces.empty()) {
    const std::string missing = WhatIsMissing(traces.front());
    const auto is_alike = [&](const RuleTrace& trace) {
      return !missing.empty() && WhatIsMissing(trace) == missing;
    };
    const auto alike =
        static_cast<std::size_t>(std::count_if(traces.begin(), traces.end(), is_alike));
    if (alike < kManyAlike) {
      AppendTrace(traces.front(), year, {"needs: ", false}, page);
      traces.erase(traces.begin());
      continue;
    }
    page->Entry("The line has no " + missing + ". " + Thousands(alike) + " rules ask for it:");
    std::string names;
    for (const RuleTrace& trace : traces) {
      if (!is_alike(trace)) continue;
      names += names.empty() ? "" : ", ";
      names += page->book().rules[trace.rule].id + " (" + std::to_string(trace.rule + 1) + ")";
    }
    page->Detail(names);
    std::erase_if(traces, is_alike);
  }
}

void AppendUntested(const ExplainedOutcome& outcome, ExplanationPage* page) {
  std::vector<RuleTrace> before;
  const auto& untested = outcome.explanation.untested;
  std::copy_if(untested.begin(), untested.end(), std::back_inserter(before),
               [&](const RuleTrace& trace) { return trace.rule < outcome.verdict.rule; });
  if (!before.empty()) {
    page->Title("Rules that could not be tested, and might have taken this line");
    AppendUntestedTogether(before, outcome.amounts.front().group.year, page);
  }
  const std::size_t behind = untested.size() - before.size();
  if (behind == 0) return;
  page->Title("");
  page->Sentence(Counted(behind, "rule", "rules") +
                 " behind the deciding one could not be tested either; that changes nothing.");
}

}  // namespace

void AppendOtherRules(const ExplainedOutcome& outcome, ExplanationPage* page) {
  AppendAlsoMatching(outcome, page);
  AppendVoidWords(outcome.explanation.void_words, page);
  AppendMisses(outcome, page);
  AppendUntested(outcome, page);
}

}  // namespace tranche
