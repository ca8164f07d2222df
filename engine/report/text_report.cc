#include "engine/report/text_report.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/report/account_text.h"
#include "engine/report/breakdown.h"
#include "engine/report/decisions_text.h"
#include "engine/report/group_columns.h"
#include "engine/report/number_text.h"
#include "engine/report/result_table.h"
#include "engine/report/text_table.h"
#include "engine/report/untested_text.h"

namespace tranche {
namespace {

constexpr std::size_t kMostRejected = 10;

void AppendTitle(const ClassifyResult& result, std::string* out) {
  const Rulebook& book = *result.rulebook;
  std::string title =
      Printable(book.title.empty() ? book.name : book.title) + " (" + Printable(book.name);
  if (!book.version.empty()) title += ", version " + Printable(book.version);
  for (const std::string& setting : book.settings) title += ", with " + Printable(setting);
  AppendWrapped("", 2, title + ")", out);
  if (result.dossier) {
    const DossierResult& dossier = *result.dossier;
    const std::string name = Printable(dossier.name);
    AppendWrapped(
        "", 2,
        "Dossier: " + (dossier.title.empty() ? name : Printable(dossier.title) + " (" + name + ")"),
        out);
  }
  std::set<Phase> phases;
  for (const GroupResult& group : result.groups) phases.insert(group.totals.group.phase);
  std::string wording;
  for (const Phase phase : phases) {
    wording += (wording.empty() ? "" : ", ") + std::string(PhaseWording(phase));
  }
  if (!wording.empty()) {
    AppendWrapped("", 2, (phases.size() == 1 ? "Phase: " : "Phases: ") + wording, out);
  }
  out->push_back('\n');
}

/// Country and note → years.
using GdpUses = std::map<std::pair<std::string, std::string>, std::set<std::int16_t>>;

void AppendGdp(const ClassifyResult& result, std::string* out) {
  std::map<std::pair<std::string, std::string>, GdpUses> by_source;
  for (const GroupResult& group : result.groups) {
    if (!group.gdp) continue;
    GdpUses& uses = by_source[{group.gdp->source, group.gdp->edition}];
    uses[{group.country_name, group.gdp->note}].insert(group.totals.group.year);
  }
  if (by_source.empty()) return;
  AppendWrapped("", 2, "GDP, from " + Printable(result.gdp_path), out);
  for (const auto& [source, uses] : by_source) {
    std::string text = Printable(source.first);
    if (!source.second.empty()) text += ", " + Printable(source.second);
    // By country, then by the first year of each note.
    std::map<std::pair<std::string, std::int16_t>, std::string> entries;
    for (const auto& [country_and_note, years] : uses) {
      const auto& [country, note] = country_and_note;
      std::string entry = Printable(country) + " " + YearRanges(years);
      if (!note.empty()) entry += " (" + Printable(note) + ")";
      std::string& known = entries[{country, *years.begin()}];
      known += (known.empty() ? "" : "; ") + entry;
    }
    const char* separator = ": ";
    for (const auto& [country_and_year, entry] : entries) {
      text += separator + entry;
      separator = "; ";
    }
    AppendWrapped("  ", 4, text, out);
  }
  out->push_back('\n');
}

void AppendNotLoaded(const ClassifyResult& result, std::string* out) {
  if (!result.dossier || result.dossier->not_loaded.empty()) return;
  out->append("Not loaded, and in no figure here\n");
  for (const NotLoaded& each : result.dossier->not_loaded) {
    AppendWrapped("  ", 4, Printable(each.part) + ": " + Printable(each.why), out);
  }
  out->push_back('\n');
}

void AppendRejected(const ClassifyResult& result, std::string* out) {
  if (result.rejected_count == 0) return;
  AppendWrapped("", 2,
                "Rejected: " + Counted(result.rejected_count, "row or cell", "rows and cells") +
                    ", in no total",
                out);
  const std::size_t shown = std::min(kMostRejected, result.first_rejected.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const RejectedInFile& each = result.first_rejected[i];
    std::string text = Printable(each.file) + ", row " + std::to_string(each.row);
    if (!each.column.empty()) text += ", column " + Printable(each.column);
    AppendWrapped("  ", 4, text + ": " + Printable(each.reason), out);
  }
  if (shown < result.rejected_count) {
    out->append("  and " + Thousands(result.rejected_count - shown) +
                " more; rejected.csv of the run folder (--out) has them all\n");
  }
  out->push_back('\n');
}

/// Country, currency and reason → years without GDP.
std::vector<std::string> MissingGdp(const ClassifyResult& result) {
  std::map<std::tuple<std::string, CurrencyCode, std::string>, std::set<std::int16_t>> missing;
  for (const GroupResult& group : result.groups) {
    const LineGroup& line_group = group.totals.group;
    if (group.gdp) continue;
    missing[{group.country_name, line_group.currency, group.no_gdp_because}].insert(
        line_group.year);
  }
  std::vector<std::string> sentences;
  for (const auto& [country, years] : missing) {
    const auto& [name, currency, because] = country;
    sentences.push_back("no GDP in " + currency.ToString() + " for " + Printable(name) + " " +
                        YearRanges(years) + ": shares of GDP and targets stay empty" +
                        (because.empty() ? "" : "; " + because));
  }
  return sentences;
}

/// Parts that one phase of a country and year has and another lacks: two figures that differ in
/// more than the phase.
std::vector<std::string> MissingParts(const ClassifyResult& result) {
  struct Of {
    std::set<Phase> phases;
    std::map<std::string, std::set<Phase>> phases_of_part;
  };
  std::map<std::pair<std::string, std::int16_t>, Of> figures;
  for (const GroupResult& group : result.groups) {
    const LineGroup& line_group = group.totals.group;
    Of& of = figures[{group.country_name, line_group.year}];
    of.phases.insert(line_group.phase);
    for (const FileResult& file : result.files) {
      if (!file.account.read_by_group.contains(line_group)) continue;
      of.phases_of_part[file.part].insert(line_group.phase);
    }
  }
  std::vector<std::string> sentences;
  for (const auto& [country, of] : figures) {
    for (const auto& [part, phases] : of.phases_of_part) {
      for (const Phase phase : of.phases) {
        if (phases.contains(phase)) continue;
        sentences.push_back(Printable(country.first) + " " + std::to_string(country.second) + ", " +
                            std::string(PhaseName(phase)) + ": the figure is without " +
                            (part.empty() ? std::string("the budget itself")
                                          : "the part '" + Printable(part) + "'") +
                            ", which is loaded as " + std::string(PhaseName(*phases.begin())) +
                            " only");
      }
    }
  }
  return sentences;
}

void AppendWarnings(const ClassifyResult& result, std::string* out) {
  std::vector<std::string> warnings = MissingGdp(result);
  for (std::string& sentence : MissingParts(result)) warnings.push_back(std::move(sentence));
  for (const FileResult& file : result.files) {
    for (const std::string& sentence : file.unmet_control_totals) {
      warnings.push_back(Printable(sentence));
    }
    for (const std::string& sentence : file.suspicions) {
      warnings.push_back(Printable(file.name + ": " + sentence));
    }
  }
  if (warnings.empty()) return;
  out->append("Warnings\n");
  for (const std::string& warning : warnings) AppendWrapped("  ", 4, warning, out);
  out->push_back('\n');
}

}  // namespace

std::string TextReport(const ClassifyResult& result, const TextOptions& options) {
  std::string out;
  AppendTitle(result, &out);
  AppendResultTable(result, &out);
  out.push_back('\n');
  AppendNotLoaded(result, &out);
  AppendUndecided(result, &out);
  AppendDecisions(result, &out);
  AppendGdp(result, &out);
  if (options.with_reconciliation) {
    AppendMoneyRead(result, &out);
    AppendFiles(result, &out);
    AppendUntested(result, &out);
  }
  AppendRejected(result, &out);
  AppendWarnings(result, &out);
  out.pop_back();  // every part ends in an empty line
  return out;
}

}  // namespace tranche
