#include "engine/report/check_json.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "engine/report/breakdown.h"
#include "engine/report/decisions_json.h"

namespace tranche {
namespace {

using Json = nlohmann::ordered_json;

Json RulesJson(const Rulebook& book, const std::vector<RuleId>& rules) {
  Json json = Json::array();
  for (const RuleId rule : rules) json.push_back(RuleLabel(book, rule));
  return json;
}

Json TakenJson(const Rulebook& book, const std::vector<TakenMoney>& taken) {
  Json json = Json::array();
  for (const TakenMoney& each : taken) {
    Json entry;
    entry["rule"] = RuleLabel(book, each.taker);
    entry["item"] = ItemLabel(book, each.taker, book.rules[each.taker].item);
    const RuleId loser = each.losers.front();
    entry["from_rules"] = RulesJson(book, each.losers);
    entry["from_item"] = ItemLabel(book, loser, book.rules[loser].item);
    entry["phase"] = PhaseName(each.phase);
    entry["currency"] = each.currency.ToString();
    entry["lines"] = each.sum.lines;
    entry["amount"] = each.sum.amount.ToString();
    json.push_back(std::move(entry));
  }
  return json;
}

Json UntestedJson(const ClassifyResult& result) {
  Json json = Json::array();
  for (const UntestedRules& each : result.untested) {
    Json entry;
    entry["missing"] = each.missing;
    entry["cells_are_empty"] = each.cells_are_empty;
    entry["rules"] = RulesJson(*result.rulebook, each.rules);
    entry["sums"] = Json::array();
    for (const auto& [group, sum] : each.sums) {
      Json sum_json;
      sum_json["country"] = group.country.ToString();
      sum_json["year"] = group.year;
      sum_json["phase"] = PhaseName(group.phase);
      sum_json["currency"] = group.currency.ToString();
      sum_json["lines"] = sum.lines;
      sum_json["amount"] = sum.amount.ToString();
      entry["sums"].push_back(std::move(sum_json));
    }
    json.push_back(std::move(entry));
  }
  return json;
}

Json BudgetsJson(const CheckResult& result) {
  if (!result.budgets || !result.use) return Json();
  const Rulebook& book = *result.budgets->rulebook;
  Json json;
  json["rulebook"] = book.name;
  json["files"] = Json::array();
  for (const FileResult& file : result.budgets->files) json["files"].push_back(file.name);
  json["rejected"] = result.budgets->rejected_count;
  json["taken"] = TakenJson(book, result.use->taken);
  json["never_decided"] = RulesJson(book, result.use->never_decided);
  json["never_matched"] = RulesJson(book, result.use->never_matched);
  json["other_countries_or_years"] = RulesJson(book, result.use->elsewhere);
  json["untested"] = UntestedJson(*result.budgets);
  if (result.budgets->decisions) {
    json["decisions"] = Json::parse(DecisionsJson(*result.budgets));
  }
  return json;
}

}  // namespace

std::string CheckJson(const CheckResult& result) {
  Json json;
  json["checked"] = result.checked;
  json["errors"] = result.error_count();
  json["warnings"] = result.warning_count();
  Diagnostics all = result.diagnostics;
  all.Append(result.remarks);
  json["notes"] = all.CountOf(Severity::kNote);
  json["examples"]["run"] = result.examples.run;
  json["examples"]["failed"] = result.examples.failed;
  json["diagnostics"] = Json::parse(all.ToJson());
  json["budgets"] = BudgetsJson(result);
  return json.dump(2, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tranche
