#include "engine/report/run_record.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "engine/base/digest.h"
#include "engine/base/int128.h"
#include "engine/report/reconciliation_json.h"

namespace tranche {
namespace {

using Json = nlohmann::ordered_json;

Json FileJson(const RecordedFile& file) {
  Json json;
  json["path"] = file.path;
  json["sha256"] = file.sha256.empty() ? Json() : Json(file.sha256);
  return json;
}

Json FilesJson(const std::vector<RecordedFile>& files) {
  Json json = Json::array();
  for (const RecordedFile& file : files) json.push_back(FileJson(file));
  return json;
}

Json RulebookJson(const Rulebook& book) {
  Json json;
  json["name"] = book.name;
  json["title"] = book.title;
  json["version"] = book.version;
  json["settings"] = book.settings;
  json["files"] = Json::array();
  for (const RulebookFile& file : book.files) {
    json["files"].push_back(FileJson({file.path, Sha256Hex(file.text)}));
  }
  return json;
}

Json InputsJson(const RunRecord& record) {
  Json json = Json::array();
  for (const RecordedInput& input : record.inputs) {
    Json entry;
    entry["name"] = input.name;
    entry["size_bytes"] = input.size_bytes ? Json(*input.size_bytes) : Json();
    entry["sha256"] = input.sha256.empty() ? Json() : Json(input.sha256);
    entry["compression"] = input.compression;
    json.push_back(std::move(entry));
  }
  return json;
}

/// How each file was read.
Json ReadingJson(const ClassifyResult& result) {
  Json json = Json::array();
  for (const FileResult& file : result.files) {
    Json entry;
    entry["file"] = file.name;
    entry["layout"] = file.layout_name;
    entry["layout_title"] = file.layout_title;
    entry["assumptions"] = file.assumptions;
    entry["suspicions"] = file.suspicions;
    entry["companions"] = file.companions;
    json.push_back(std::move(entry));
  }
  return json;
}

Json GdpJson(const RunRecord& record) {
  Json json;
  json["file"] = record.gdp ? FileJson(*record.gdp) : Json();
  // Source and edition → what is to be said of single figures.
  std::map<std::pair<std::string, std::string>, std::set<std::string>> used;
  for (const GroupResult& group : record.result->groups) {
    if (!group.gdp) continue;
    std::set<std::string>& notes = used[{group.gdp->source, group.gdp->edition}];
    if (group.gdp->note.empty()) continue;
    notes.insert(group.totals.group.country.ToString() + " " +
                 std::to_string(group.totals.group.year) + ": " + group.gdp->note);
  }
  json["editions"] = Json::array();
  for (const auto& [edition, notes] : used) {
    Json entry;
    entry["source"] = edition.first;
    entry["edition"] = edition.second;
    entry["notes"] = notes;
    json["editions"].push_back(std::move(entry));
  }
  return json;
}

/// Null: all of them.
Json SelectionJson(const LineSelection& selection) {
  Json json;
  json["years"] = selection.years.empty() ? Json() : Json(selection.years);
  json["phases"] = selection.phases.empty() ? Json() : Json::array();
  for (const Phase phase : selection.phases) json["phases"].push_back(PhaseName(phase));
  return json;
}

/// A number of JSON, written from whole microseconds without a detour over binary fractions.
std::string Seconds(std::int64_t microseconds) {
  return DecimalToString(microseconds, 6, /*trim=*/false);
}

}  // namespace

std::string RunJson(const RunRecord& record) {
  const ClassifyResult& result = *record.result;
  Json json;
  json["program"] = "tranche";
  json["version"] = record.version;
  json["selection"] = SelectionJson(record.selection);
  json["rulebook"] = RulebookJson(*result.rulebook);
  json["gdp"] = GdpJson(record);
  if (result.decisions) {
    json["decisions"] = FileJson({result.decisions->path, Sha256Hex(result.decisions->text)});
  }
  if (result.dossier) {
    const DossierResult& dossier = *result.dossier;
    json["dossier"] = FileJson({dossier.path, Sha256Hex(dossier.text)});
    if (!dossier.corrections_path.empty()) {
      json["corrections"] =
          FileJson({dossier.corrections_path, Sha256Hex(dossier.corrections_text)});
    }
  }
  json["inputs"] = InputsJson(record);
  json["layouts"] = FilesJson(record.layouts);
  json["companions"] = FilesJson(record.companions);
  json["reading"] = ReadingJson(result);
  json["reconciliation"] = Json::parse(ReconciliationJson(result));
  json["rejected"] = result.rejected_count;
  json["has_findings"] = result.HasFindings();
  return json.dump(2, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace) + "\n";
}

std::string TimingsJson(const RunTimings& timings) {
  std::string text = "{\n  \"started\": " + Json(timings.started).dump() +
                     ",\n  \"command_line\": " + Json(timings.command_line).dump() +
                     ",\n  \"threads\": " + std::to_string(timings.threads) +
                     ",\n  \"input_bytes\": " + std::to_string(timings.input_bytes) +
                     ",\n  \"rows\": " + std::to_string(timings.rows) + ",\n  \"seconds\": {";
  for (const auto& [step, microseconds] : timings.steps_microseconds) {
    text += "\n    " + Json(step).dump() + ": " + Seconds(microseconds) + ",";
  }
  return text + "\n    \"total\": " + Seconds(timings.total_microseconds) + "\n  }\n}\n";
}

}  // namespace tranche
