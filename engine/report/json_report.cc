#include "engine/report/json_report.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/report/breakdown.h"
#include "engine/report/decisions_json.h"
#include "engine/report/reconciliation_json.h"

namespace tranche {
namespace {

using Json = nlohmann::ordered_json;

/// Null for an empty text: what is not known.
Json TextOrNull(std::string_view text) { return text.empty() ? Json() : Json(text); }

void AddMoney(const MoneyRow& row, Json* json) {
  (*json)["lines"] = row.lines;
  (*json)["amount"] = row.amount.ToString();
  (*json)["percent_of_gdp"] = TextOrNull(row.percent_of_gdp);
}

Json BucketsJson(const Rulebook& book, const GroupResult& group) {
  Json json = Json::array();
  for (const MoneyRow& row : BucketRows(book, group)) {
    Json entry;
    entry["bucket"] = row.bucket;
    AddMoney(row, &entry);
    json.push_back(std::move(entry));
  }
  return json;
}

Json ItemsJson(const Rulebook& book, const GroupResult& group) {
  Json json = Json::array();
  for (const MoneyRow& row : ItemRows(book, group)) {
    Json entry;
    entry["item"] = row.item;
    entry["area"] = TextOrNull(row.area);
    entry["bucket"] = row.bucket;
    AddMoney(row, &entry);
    json.push_back(std::move(entry));
  }
  return json;
}

Json RulesJson(const Rulebook& book, const GroupResult& group) {
  Json json = Json::array();
  for (const MoneyRow& row : RuleRows(book, group)) {
    Json entry;
    entry["rule"] = row.rule;
    entry["item"] = row.item;
    entry["bucket"] = row.bucket;
    AddMoney(row, &entry);
    json.push_back(std::move(entry));
  }
  return json;
}

Json TargetsJson(const Rulebook& book, const GroupResult& group) {
  Json json = Json::array();
  for (const TargetRow& row : TargetRows(book, group)) {
    Json entry;
    entry["target"] = row.target;
    entry["percent_of_gdp"] = TextOrNull(row.percent_of_gdp);
    entry["counted_percent"] = TextOrNull(row.counted_percent);
    entry["required_percent"] = row.required_percent;
    entry["gap_percent"] = TextOrNull(row.gap_percent);
    entry["gap_amount"] = TextOrNull(row.gap_amount);
    entry["met"] = row.met ? Json(*row.met) : Json();
    entry["low_percent"] = TextOrNull(row.low_percent);
    entry["high_percent"] = TextOrNull(row.high_percent);
    json.push_back(std::move(entry));
  }
  return json;
}

Json UntestedJson(const Rulebook& book, const GroupResult& group) {
  Json json = Json::array();
  for (const auto& [rule, sum] : group.totals.untested) {
    Json entry;
    entry["rule"] = RuleLabel(book, rule);
    entry["lines"] = sum.lines;
    entry["amount"] = sum.amount.ToString();
    json.push_back(std::move(entry));
  }
  return json;
}

Json GdpJson(const GroupResult& group) {
  if (!group.gdp) return Json();
  Json json;
  json["amount"] = group.gdp->amount.ToString();
  json["currency"] = group.gdp->currency.ToString();
  json["source"] = group.gdp->source;
  json["edition"] = group.gdp->edition;
  json["note"] = TextOrNull(group.gdp->note);
  return json;
}

Json GroupJson(const Rulebook& book, const GroupResult& group) {
  const LineGroup& line_group = group.totals.group;
  Json json;
  json["country"] = line_group.country.ToString();
  json["country_name"] = group.country_name;
  json["year"] = line_group.year;
  json["phase"] = PhaseName(line_group.phase);
  json["currency"] = line_group.currency.ToString();
  json["gdp"] = GdpJson(group);
  if (!group.no_gdp_because.empty()) json["no_gdp_because"] = group.no_gdp_because;
  json["buckets"] = BucketsJson(book, group);
  json["targets"] = TargetsJson(book, group);
  json["items"] = ItemsJson(book, group);
  json["rules"] = RulesJson(book, group);
  json["untested_rules"] = UntestedJson(book, group);
  return json;
}

Json RejectedJson(const ClassifyResult& result) {
  Json json;
  json["count"] = result.rejected_count;
  json["first"] = Json::array();
  for (const RejectedInFile& each : result.first_rejected) {
    Json entry;
    entry["file"] = each.file;
    entry["row"] = each.row;
    entry["byte"] = each.offset_bytes ? Json(*each.offset_bytes) : Json();
    entry["column"] = TextOrNull(each.column);
    entry["reason"] = each.reason;
    json["first"].push_back(std::move(entry));
  }
  return json;
}

Json DossierJson(const DossierResult& dossier) {
  Json json;
  json["name"] = dossier.name;
  json["title"] = dossier.title;
  json["not_loaded"] = Json::array();
  for (const NotLoaded& each : dossier.not_loaded) {
    json["not_loaded"].push_back({{"part", each.part}, {"why", each.why}});
  }
  return json;
}

}  // namespace

std::string JsonReport(const ClassifyResult& result) {
  const Rulebook& book = *result.rulebook;
  Json json;
  json["rulebook"]["name"] = book.name;
  json["rulebook"]["title"] = book.title;
  json["rulebook"]["version"] = book.version;
  if (!book.settings.empty()) json["rulebook"]["settings"] = book.settings;
  if (result.dossier) json["dossier"] = DossierJson(*result.dossier);
  json["gdp_file"] = TextOrNull(result.gdp_path);
  json["groups"] = Json::array();
  for (const GroupResult& group : result.groups) json["groups"].push_back(GroupJson(book, group));
  json["reconciliation"] = Json::parse(ReconciliationJson(result));
  if (result.decisions) json["decisions"] = Json::parse(DecisionsJson(result));
  json["rejected"] = RejectedJson(result);
  return json.dump(2, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tranche
