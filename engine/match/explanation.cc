#include "engine/match/explanation.h"

#include <utility>

#include "engine/match/condition_text.h"

namespace tranche {
namespace {

bool IsGroup(Condition::Kind kind) {
  return kind == Condition::Kind::kAll || kind == Condition::Kind::kAny ||
         kind == Condition::Kind::kNot;
}

}  // namespace

std::string Explainer::WhatTheLineHas(const RuleNode& node, const Line& line) const {
  switch (node.is_text ? Condition::Kind::kWords : node.kind) {
    case Condition::Kind::kCountry:
      return "the line is of " + line.group.country.ToString();
    case Condition::Kind::kYear:
      return "the line is of " + std::to_string(line.group.year);
    case Condition::Kind::kCode:
    case Condition::Kind::kListed:
    case Condition::Kind::kField:
    case Condition::Kind::kNature: {
      const std::string name = node.kind == Condition::Kind::kNature ? "nature" : node.source->name;
      const auto column = binding_.column_of_probe(node.subject);
      if (!column || line.cells[*column].data() == nullptr) return "the line has no " + name;
      return "the line has " + name + " " + std::string(line.cells[*column]);
    }
    default:
      break;
  }
  if (LeafTruth(node, line) == Tri::kUnknown) {
    return "the line has no text there";
  }
  for (const TextHit& hit : line.hits) {
    if (!hit.is_void || hit.is_inline) continue;
    for (const AtomId atom : matcher_.rules().atoms(node)) {
      if (atom == hit.atom) return "found only inside a longer expression, which does not count";
    }
  }
  const bool is_anywhere = node.source->scope.kind == TextScope::Kind::kAll;
  return is_anywhere ? "found in none of its texts" : "not found there";
}

/// Names the innermost condition to blame where there is just one, else the condition as a whole.
std::string Explainer::WhyNot(std::uint32_t index, const Line& line) const {
  const RuleNode& node = matcher_.rules().node(index);
  const std::string written = ConditionText(*node.source, matcher_.rulebook());
  if (!IsGroup(node.kind)) return written + ": " + WhatTheLineHas(node, line);
  if (node.kind != Condition::Kind::kNot) {
    const std::string_view joint = node.kind == Condition::Kind::kAny ? ", and " : "; ";
    std::string reasons;
    const CompiledRules& rules = matcher_.rules();
    for (std::uint32_t c = index + 1; c < node.end; c = rules.node(c).end) {
      if (TruthAt(c, line) == Tri::kTrue) continue;
      reasons.append(reasons.empty() ? "" : joint).append(WhyNot(c, line));
    }
    return reasons;
  }
  if (TruthAt(index, line) == Tri::kUnknown) return "not (" + WhyNot(index + 1, line) + ")";
  std::vector<Evidence> evidence;
  CollectEvidence(index + 1, line, &evidence);
  if (evidence.empty()) return written + ": the line has what is ruled out";
  return written + ": " + evidence.front().column + " has \"" + evidence.front().found + "\"";
}

RuleTrace Explainer::TraceOf(RuleId rule, const Line& line) const {
  const CompiledRules& rules = matcher_.rules();
  const std::uint32_t root = rules.root(rule);
  RuleTrace trace;
  trace.rule = rule;
  const auto look_at = [&](std::uint32_t node) {
    if (TruthAt(node, line) != Tri::kTrue) return trace.failed.push_back(WhyNot(node, line));
    CollectEvidence(node, line, &trace.evidence);
  };
  if (rules.node(root).kind != Condition::Kind::kAll) {
    look_at(root);
    return trace;
  }
  for (std::uint32_t c = root + 1; c < rules.node(root).end; c = rules.node(c).end) look_at(c);
  return trace;
}

RuleTrace Explainer::Trace(RuleId rule, std::span<const std::string_view> cells,
                           const LineGroup& group) const {
  return TraceOf(rule, Look(cells, group));
}

bool Explainer::MissesByOne(RuleId rule, const Line& line) const {
  const CompiledRules& rules = matcher_.rules();
  const RuleNode& root = rules.node(rules.root(rule));
  if (root.kind != Condition::Kind::kAll) return false;
  int missing = 0;
  bool has_proof = false;
  for (std::uint32_t c = rules.root(rule) + 1; c < root.end; c = rules.node(c).end) {
    const Condition::Kind kind = rules.node(c).kind;
    if (TruthAt(c, line) != Tri::kTrue) {
      if (++missing > 1) return false;
    } else if (kind != Condition::Kind::kCountry && kind != Condition::Kind::kYear &&
               kind != Condition::Kind::kNature && kind != Condition::Kind::kNot) {
      has_proof = true;
    }
  }
  return missing == 1 && has_proof;
}

Explanation Explainer::ExplainFully(std::span<const std::string_view> cells,
                                    const LineGroup& group) const {
  const CompiledRules& rules = matcher_.rules();
  const Line line = Look(cells, group);
  std::vector<Tri> truths;
  for (RuleId rule = 0; rule < rules.rule_count(); ++rule) {
    truths.push_back(TruthAt(rules.root(rule), line));
  }
  Explanation explanation;
  explanation.decision = Decide(line, truths);
  const RuleId decider = explanation.decision.signature.Decider().rule;
  for (RuleId rule = 0; rule < rules.rule_count(); ++rule) {
    if (rule == decider) continue;
    std::vector<RuleTrace>* traces = nullptr;
    if (truths[rule] == Tri::kTrue) {
      traces = &explanation.also_matching;
    } else if (truths[rule] == Tri::kUnknown) {
      traces = &explanation.untested;
    } else if (MissesByOne(rule, line)) {
      traces = &explanation.near_misses;
    }
    if (traces != nullptr) traces->push_back(TraceOf(rule, line));
  }
  for (const TextHit& hit : line.hits) {
    // A shorter word of a concept within a longer one of it takes nothing away.
    if (!hit.is_void || hit.cover.is_own_word) continue;
    explanation.void_words.push_back(
        {binding_.schema().texts[hit.column].name, hit.begin, hit.end,
         std::string(cells[hit.column].substr(hit.begin, hit.end - hit.begin)),
         matcher_.rulebook().concepts[hit.atom].name, hit.written, hit.cover.found,
         hit.cover.reason});
  }
  return explanation;
}

}  // namespace tranche
