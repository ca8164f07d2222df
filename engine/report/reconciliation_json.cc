#include "engine/report/reconciliation_json.h"

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/base/int128.h"
#include "engine/report/breakdown.h"

namespace tranche {
namespace {

using Json = nlohmann::ordered_json;

Json CurrencyJson(CurrencyCode currency, const CountedSum& sum) {
  Json json;
  json["currency"] = currency.ToString();
  json["count"] = sum.count;
  json["amount"] = sum.sum.ToString();
  return json;
}

Json SumsJson(const std::map<CurrencyCode, CountedSum>& sums) {
  Json json = Json::array();
  for (const auto& [currency, sum] : sums) json.push_back(CurrencyJson(currency, sum));
  return json;
}

Json DroppedJson(const std::map<std::pair<std::string, CurrencyCode>, CountedSum>& dropped) {
  Json json = Json::array();
  for (const auto& [key, sum] : dropped) {
    Json entry;
    entry["reason"] = key.first;
    entry.update(CurrencyJson(key.second, sum));
    json.push_back(std::move(entry));
  }
  return json;
}

Json RowsJson(const FileAccount& account) {
  Json rows;
  rows["read"] = account.rows_read;
  rows["used"] = account.rows_used;
  rows["dropped"] = DroppedJson(account.rows_dropped);
  rows["rejected"] = account.rows_rejected;
  return rows;
}

Json CellsJson(const FileAccount& account) {
  Json cells;
  cells["read"] = account.cells_used;
  cells["lines"] = account.lines;
  cells["empty"] = account.cells_empty;
  cells["rejected"] = account.cells_rejected;
  cells["dropped"] = DroppedJson(account.cells_dropped);
  cells["not_asked_for"] = account.lines_not_asked;
  return cells;
}

Json CorrectedJson(const FileResult& file) {
  Json json;
  json["cells"] = file.corrected_cells;
  json["difference"] = Json::array();
  for (const auto& [currency, sum] : file.corrected_difference) {
    json["difference"].push_back({{"currency", currency.ToString()}, {"amount", sum.ToString()}});
  }
  return json;
}

Json FileJson(const ClassifyResult& result, const FileResult& file) {
  const ReadSums read = SumsRead(result, file.account);
  Json json;
  json["file"] = file.name;
  json["layout"] = file.layout_name;
  if (!file.part.empty()) json["part"] = file.part;
  if (file.is_carried) json["carried_over"] = true;
  if (file.corrected_cells > 0) json["corrected"] = CorrectedJson(file);
  json["rows"] = RowsJson(file.account);
  json["cells"] = CellsJson(file.account);
  json["money"] = SumsJson(read.asked);
  json["money_not_asked_for"] = SumsJson(read.not_asked);
  json["counted_in_rows_below"] = SumsJson(file.account.counted_below);
  json["rounded_off"] = DecimalToString(file.account.rounded_off_picos, 12, /*trim=*/true);
  json["control_totals_met"] = file.control_totals_met;
  json["control_totals_unmet"] = file.unmet_control_totals;
  json["known_differences"] = file.known_differences;
  json["suspicions"] = file.suspicions;
  json["violations"] = file.account.Violations();
  return json;
}

}  // namespace

std::string ReconciliationJson(const ClassifyResult& result) {
  Json json = Json::array();
  for (const FileResult& file : result.files) json.push_back(FileJson(result, file));
  return json.dump(-1, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace);
}

}  // namespace tranche
