#ifndef TRANCHE_ENGINE_REPORT_LINE_TABLE_H_
#define TRANCHE_ENGINE_REPORT_LINE_TABLE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/amount.h"
#include "engine/layout/budget_line.h"
#include "engine/rulebook/rulebook.h"
#include "engine/tally/result.h"

/// The tables with a row per budget line: lines.csv, undecided.csv and rejected.csv. Each function
/// appends to a string that the caller writes out now and then; beside its growth nothing is
/// allocated, so that millions of lines cost no more than their bytes. Thread-safe.
namespace tranche {

/// What undecided.csv has beside the line itself, where a person has decided before.
struct OpenDecision {
  std::string_view outcome;
  std::string_view reason;
  std::string_view who;
  std::string_view date;
  std::string_view review_by;
};

/// One budget line and the decision on it. Views and pointers must live until the call returns.
struct LineRecord {
  std::string_view file;
  std::uint64_t row = 0;  ///< from 1, as a spreadsheet counts
  const LineGroup* group = nullptr;
  const LineSchema* schema = nullptr;       ///< of `cells`
  std::span<const std::string_view> cells;  ///< the line's row of its batch
  Amount amount;
  const Rulebook* rulebook = nullptr;
  const Allocation* allocation = nullptr;  ///< what it comes to in the line's year
  std::string_view item;                   ///< ItemLabel(); may be kept per rule
  std::string_view rule;                   ///< RuleLabel()
  std::string_view evidence;               ///< Decision::EvidenceText()
  OpenDecision open;                       ///< empty where nobody has decided yet
};

/// `file,row,country,year,phase,currency,key,label,parents,codes,amount,bucket,share,allocated,
/// item,rule,evidence`. `label` are the line's own texts, `parents` those above it, `codes` are
/// `scheme=code` with spaces between, `share` is in percent.
std::string_view LinesHeader();
/// One row per bucket that gets a part of the line; none for a share of 0 %. `allocated` is
/// empty where it would leave 128 bits; totals of such a run are an error.
void AppendLineRows(const LineRecord& line, std::string* csv);

/// `country,year,key,label,amount,outcome,reason,who,date,review_by`: the columns of decisions.csv.
std::string_view UndecidedHeader();
/// The last five columns are those of `line.open`; empty, a person fills them in.
void AppendUndecidedRow(const LineRecord& line, std::string* csv);

/// `file,row,byte,column,reason,text`. `byte` counts from 0, in the decompressed file.
std::string_view RejectedHeader();
/// Bytes of the row's text that are no UTF-8 become U+FFFD.
void AppendRejectedRow(const RejectedInFile& rejected, std::string* csv);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_LINE_TABLE_H_
