#ifndef TRANCHE_ENGINE_TALLY_RESULT_H_
#define TRANCHE_ENGINE_TALLY_RESULT_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/country.h"
#include "engine/layout/budget_line.h"
#include "engine/layout/dossier.h"
#include "engine/layout/file_account.h"
#include "engine/rulebook/rulebook.h"
#include "engine/tally/decisions.h"
#include "engine/tally/gdp.h"
#include "engine/tally/targets.h"
#include "engine/tally/totals.h"
#include "engine/tally/untested.h"

namespace tranche {

/// One country, year, phase and currency with everything that reports print of it.
struct GroupResult {
  GroupTotals totals;
  std::string country_name;
  std::optional<GdpFigure> gdp;       ///< nothing: no figure in this currency
  std::string no_gdp_because;         ///< empty: there is one, or the table has none of the year
  std::vector<TargetResult> targets;  ///< empty without GDP
};

/// One input file and where its rows went.
struct FileResult {
  std::string name;
  std::string layout_name;
  std::string layout_title;
  std::vector<std::string> assumptions;
  std::vector<std::string> suspicions;  ///< what should be looked at; no findings
  std::vector<std::string> companions;  ///< lookups and crosswalks read
  LineSchema schema;                    ///< what its lines have
  FiscalYear fiscal;                    ///< of its years
  FileAccount account;
  std::vector<std::string> unmet_control_totals;
  std::size_t control_totals_met = 0;
  std::vector<std::string> known_differences;  ///< of control totals that are met but for them
  /// What follows is known of the files of a dossier only.
  std::string part;         ///< of the budget; empty: the budget itself
  bool is_carried = false;  ///< read once more, for the figure of another phase
  std::uint64_t corrected_cells = 0;
  std::map<CurrencyCode, Amount> corrected_difference;  ///< of amounts, by corrections
};

/// The dossier that a run was made from.
struct DossierResult {
  std::string name;
  std::string title;
  std::string path;
  std::string text;
  std::vector<NotLoaded> not_loaded;
  std::string corrections_path;  ///< empty: there are none
  std::string corrections_text;
};

/// A row that was rejected, with its file: enough of them for the text report; all stand in
/// rejected.csv.
struct RejectedInFile {
  std::string file;
  std::uint64_t row = 0;                      ///< as a spreadsheet counts, from 1
  std::optional<std::uint64_t> offset_bytes;  ///< none in a workbook
  std::string column;
  std::string reason;
  std::string text;
};

/// The result of `classify`: what every report is made from. Holds no text of budget lines beside
/// the first rejected rows.
struct ClassifyResult {
  std::shared_ptr<const Rulebook> rulebook;
  std::vector<GroupResult> groups;             ///< by country, year, phase, currency
  std::vector<FileResult> files;               ///< in the order given
  std::vector<RejectedInFile> first_rejected;  ///< at most 20
  std::uint64_t rejected_count = 0;            ///< rejected rows and cells of all files
  std::string gdp_path;
  std::vector<UntestedRules> untested;       ///< rules that the files could not answer
  std::optional<DecisionsResult> decisions;  ///< nothing: a run without decisions
  std::optional<DossierResult> dossier;      ///< nothing: files named one by one

  /// Things that a person must look at: rejected rows, unmet control totals, decisions that are
  /// stale, found no line or are due for review. Exit status 1.
  bool HasFindings() const;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_TALLY_RESULT_H_
