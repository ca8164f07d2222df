#include "engine/report/decisions_json.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/report/decisions_text.h"

namespace tranche {
namespace {

using Json = nlohmann::ordered_json;

/// Null for an empty text: what is not known.
Json TextOrNull(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json SeenJson(const std::optional<SeenLine>& line) {
  if (!line) return Json();
  Json json;
  json["file"] = line->file;
  json["row"] = line->row;
  json["key"] = line->key;
  json["label"] = line->label;
  json["amount"] = line->amount.ToString();
  return json;
}

/// Decisions that a person must look at.
Json DecisionListJson(const ClassifyResult& result, const std::vector<DecisionId>& ids) {
  Json json = Json::array();
  for (const DecisionId id : ids) {
    const LineDecision& decision = result.rulebook->decisions[id];
    const DecisionSighting& sighting = result.decisions->sightings[id];
    Json entry;
    entry["country"] = decision.country.ToString();
    entry["year"] = decision.year;
    entry["key"] = decision.key;
    entry["label"] = decision.label;
    entry["amount"] = decision.amount.ToString();
    entry["outcome"] = DecidedName(decision, *result.rulebook);
    entry["review_by"] = TextOrNull(decision.review_by);
    entry["line"] = decision.span.line;
    entry["fitting_lines"] = sighting.fitting;
    entry["lines_of_key"] = sighting.of_key;
    entry["nearest"] = SeenJson(sighting.nearest);
    entry["under_another_key"] = SeenJson(sighting.other_key);
    json.push_back(std::move(entry));
  }
  return json;
}

}  // namespace

std::string DecisionsJson(const ClassifyResult& result) {
  if (!result.decisions) return "null";
  const DecisionsResult& decisions = *result.decisions;
  Json json;
  json["file"] = decisions.path;
  json["decisions"] = decisions.sightings.size();
  json["applied"] = decisions.applied;
  json["elsewhere"] = decisions.elsewhere;
  json["rows_without_outcome"] = decisions.open_rows;
  json["stale"] = DecisionListJson(result, decisions.stale);
  json["unfound"] = DecisionListJson(result, decisions.unfound);
  json["ambiguous"] = DecisionListJson(result, decisions.ambiguous);
  json["review_passed"] = DecisionListJson(result, decisions.review_passed);
  json["money"] = Json::array();
  for (const DecidedMoney& money : decisions.money) {
    Json entry;
    entry["country"] = money.group.country.ToString();
    entry["year"] = money.group.year;
    entry["phase"] = PhaseName(money.group.phase);
    entry["currency"] = money.group.currency.ToString();
    entry["decided"] = money.decided.sum.ToString();
    entry["moved"] = money.moved.sum.ToString();
    entry["stale"] = money.stale.sum.ToString();
    json["money"].push_back(std::move(entry));
  }
  return json.dump(-1, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace);
}

}  // namespace tranche
