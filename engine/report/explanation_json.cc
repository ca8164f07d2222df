#include "engine/report/explanation_json.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "engine/report/breakdown.h"
#include "engine/report/rule_text.h"
#include "engine/rulebook/outcome_text.h"

namespace tranche {
namespace {

using Json = nlohmann::ordered_json;

Json TextOrNull(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json PlaceJson(const SourceSpan& span) {
  if (span.source == nullptr) return {};
  Json json;
  json["file"] = span.source->path();
  json["line"] = span.line;
  return json;
}

Json AllocationJson(const Rulebook& book, const Allocation& allocation) {
  Json json = Json::array();
  for (const Allocation::Part& part : allocation.parts) {
    if (part.share == Share()) continue;
    json.push_back(
        Json{{"bucket", book.buckets[part.bucket].name}, {"share", part.share.PercentDigits()}});
  }
  return json;
}

Json EvidenceJson(const std::vector<Evidence>& evidence) {
  Json json = Json::array();
  for (const Evidence& item : evidence) {
    json.push_back(Json{{"column", item.column},
                        {"found", item.found},
                        {"begin", item.begin},
                        {"end", item.end},
                        {"condition", item.condition}});
  }
  return json;
}

Json ItemJson(const Item& item) {
  Json json;
  json["name"] = item.name;
  json["title"] = TextOrNull(item.title);
  json["description"] = TextOrNull(item.description);
  json["area"] = TextOrNull(item.area);
  json["status"] = TextOrNull(StatusName(item.status));
  json["why"] = TextOrNull(item.why);
  json["source"] = TextOrNull(item.source);
  json["review_by"] = TextOrNull(item.review_by);
  json["place"] = PlaceJson(item.span);
  return json;
}

Json RuleJson(const Rulebook& book, RuleId id) {
  if (id >= kFirstPseudoRule) return Json{{"id", RuleLabel(book, id)}};
  const Rule& rule = book.rules[id];
  Json json;
  json["id"] = rule.id;
  json["position"] = id + 1;
  json["place"] = PlaceJson(rule.span);
  json["item"] = rule.item ? Json(book.items[*rule.item].name) : Json();
  json["why"] = TextOrNull(rule.why);
  json["source"] = TextOrNull(rule.source);
  return json;
}

Json TracesJson(const Rulebook& book, const std::vector<RuleTrace>& traces, std::int16_t year) {
  Json json = Json::array();
  for (const RuleTrace& trace : traces) {
    Json entry = RuleJson(book, trace.rule);
    const auto allocation = book.AllocationOf(book.OutcomeOf(trace.rule), year);
    entry["would_count_as"] = allocation ? AllocationJson(book, *allocation) : Json();
    entry["evidence"] = EvidenceJson(trace.evidence);
    entry["failed"] = trace.failed;
    json.push_back(std::move(entry));
  }
  return json;
}

Json VoidJson(const std::vector<VoidWord>& words) {
  Json json = Json::array();
  for (const VoidWord& word : words) {
    json.push_back(Json{{"column", word.column},
                        {"found", word.found},
                        {"begin", word.begin},
                        {"end", word.end},
                        {"concept", word.concept_name},
                        {"word", word.written},
                        {"part_of", word.cover},
                        {"because", word.cover_reason}});
  }
  return json;
}

std::string_view KindName(Verdict::Kind kind) {
  switch (kind) {
    case Verdict::Kind::kRule:
      return "rule";
    case Verdict::Kind::kUnknown:
      return "unknown";
    case Verdict::Kind::kConflict:
      return "conflict";
    case Verdict::Kind::kDecision:
      return "decision";
    case Verdict::Kind::kStaleDecision:
      return "stale decision";
    case Verdict::Kind::kOtherwise:
      break;
  }
  return "otherwise";
}

Json PersonJson(const Rulebook& book, const Signature& signature) {
  if (signature.decision == kNoDecision) return {};
  const LineDecision& decision = book.decisions[signature.decision];
  return Json{{"who", decision.who},
              {"date", decision.date},
              {"reason", decision.reason},
              {"label", decision.label},
              {"amount", decision.amount.ToString()},
              {"review_by", TextOrNull(decision.review_by)},
              {"is_stale", signature.decision_is_stale},
              {"rule_without_it", RuleJson(book, VerdictOfRules(signature, book).rule)},
              {"place", PlaceJson(decision.span)}};
}

Json AmountsJson(const std::vector<ExplainedAmount>& amounts) {
  Json json = Json::array();
  for (const ExplainedAmount& line : amounts) {
    Json entry;
    entry["country"] = TextOrNull(line.group.country.ToString());
    entry["year"] = line.group.year;
    entry["phase"] = line.amount ? Json(PhaseName(line.group.phase)) : Json();
    entry["currency"] = TextOrNull(line.group.currency.ToString());
    entry["amount"] = line.amount ? Json(line.amount->ToString()) : Json();
    json.push_back(std::move(entry));
  }
  return json;
}

Json OutcomeJson(const Rulebook& book, const ExplainedOutcome& outcome) {
  const Verdict& verdict = outcome.verdict;
  const Explanation& explanation = outcome.explanation;
  const std::int16_t year = outcome.amounts.front().group.year;
  Json json;
  json["amounts"] = AmountsJson(outcome.amounts);
  json["counts_as"] = outcome.allocation ? AllocationJson(book, *outcome.allocation) : Json();
  json["decided_by"] = KindName(verdict.kind);
  json["rule"] = RuleJson(book, verdict.rule);
  json["against"] =
      verdict.kind == Verdict::Kind::kConflict ? RuleJson(book, verdict.other) : Json();
  json["person"] = PersonJson(book, explanation.decision.signature);
  json["item"] = verdict.item ? ItemJson(book.items[*verdict.item]) : Json();
  json["evidence"] = EvidenceJson(explanation.decision.evidence);
  json["failed"] = outcome.decider ? Json(outcome.decider->failed) : Json::array();
  json["also_matching"] = TracesJson(book, explanation.also_matching, year);
  json["missed_by_one_condition"] = TracesJson(book, explanation.near_misses, year);
  json["not_tested"] = TracesJson(book, explanation.untested, year);
  json["void_words"] = VoidJson(explanation.void_words);
  return json;
}

std::string_view FateName(ExplainedRow::Fate fate) {
  switch (fate) {
    case ExplainedRow::Fate::kDropped:
      return "dropped";
    case ExplainedRow::Fate::kRejected:
      return "rejected";
    case ExplainedRow::Fate::kNoLine:
      return "no line";
    case ExplainedRow::Fate::kLines:
      break;
  }
  return "lines";
}

Json CellsJson(const ExplainedRow& row, const std::vector<std::string>& names, std::size_t begin) {
  Json json = Json::object();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto& cell = row.cells[begin + i];
    json[names[i]] = cell ? Json(*cell) : Json();
  }
  return json;
}

Json RowJson(const Rulebook& book, const ExplainedRow& row) {
  Json json;
  json["row"] = row.row == 0 ? Json() : Json(row.row);
  json["fate"] = FateName(row.fate);
  json["reason"] = TextOrNull(row.reason);
  json["notes"] = row.notes;
  json["text"] = TextOrNull(row.text);
  if (row.fate != ExplainedRow::Fate::kLines) return json;
  std::vector<std::string> texts;
  for (const TextColumn& text : row.schema.texts) texts.push_back(text.name);
  json["key"] = TextOrNull(KeyText(row));
  json["texts"] = CellsJson(row, texts, 0);
  json["codes"] = CellsJson(row, row.schema.schemes, row.schema.scheme_begin());
  json["fields"] = CellsJson(row, row.schema.fields, row.schema.field_begin());
  const bool has_nature = row.schema.has_nature && row.cells[row.schema.nature_column()];
  json["nature"] = has_nature ? Json(*row.cells[row.schema.nature_column()]) : Json();
  json["decisions"] = Json::array();
  for (const ExplainedOutcome& outcome : row.outcomes) {
    json["decisions"].push_back(OutcomeJson(book, outcome));
  }
  return json;
}

}  // namespace

std::string ExplanationJson(const LineExplanation& explanation) {
  const Rulebook& book = *explanation.rulebook;
  Json json;
  json["rulebook"] = book.name;
  json["version"] = TextOrNull(book.version);
  json["file"] = TextOrNull(explanation.file);
  json["layout"] = TextOrNull(explanation.layout_name);
  json["rows"] = Json::array();
  for (const ExplainedRow& row : explanation.rows) json["rows"].push_back(RowJson(book, row));
  json["more_rows"] = explanation.more_rows;
  constexpr int kIndent = 2;
  // Texts of an export may hold bytes that are none.
  return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tranche
