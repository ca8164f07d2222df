#ifndef TRANCHE_ENGINE_REPORT_EXPLAINED_LINE_H_
#define TRANCHE_ENGINE_REPORT_EXPLAINED_LINE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/amount.h"
#include "engine/layout/budget_line.h"
#include "engine/match/explanation.h"
#include "engine/match/verdict.h"
#include "engine/rulebook/rulebook.h"

/// Lines and the reasons for what they count as: what `tranche explain` shows. Plain values that
/// own their texts.
namespace tranche {

/// One amount of the row.
struct ExplainedAmount {
  LineGroup group;
  std::optional<Amount> amount;  ///< nothing for a line that was stated without one
};

/// Lines of a row that fare alike: most years and phases of a row do.
struct ExplainedOutcome {
  std::vector<ExplainedAmount> amounts;
  Explanation explanation;  ///< of the first of them
  Verdict verdict;
  /// The deciding rule as it was put to the line; of a rule that could not be tested with what the
  /// line lacks.
  std::optional<RuleTrace> decider;
  /// What the money comes to; nothing where the book has no value for the year.
  std::optional<Allocation> allocation;
};

/// A row, or a line that was stated without a file.
struct ExplainedRow {
  enum class Fate : std::uint8_t {
    kLines,     ///< it has lines
    kDropped,   ///< the layout drops it: a subtotal, a row of revenue
    kRejected,  ///< it cannot be read
    kNoLine,    ///< it is used, and has no line: its amounts are empty, or were not asked for
  };
  Fate fate = Fate::kLines;
  std::string reason;  ///< why it has no line, for people: "subtotal of the rows below it"
  std::string text;    ///< the row as it stands in the file, where it has no line
  /// Amounts that could not be read although others of the row could, and the like.
  std::vector<std::string> notes;

  std::uint64_t row = 0;  ///< from 1, as a spreadsheet counts; 0: stated
  std::string country_name;
  LineSchema schema;
  std::vector<std::optional<std::string>> cells;  ///< by `schema`; nothing: the line has it not
  std::vector<ExplainedOutcome> outcomes;
};

struct LineExplanation {
  std::shared_ptr<const Rulebook> rulebook;
  std::string file;  ///< empty: the line was stated
  std::string layout_name;
  std::string layout_title;
  std::vector<ExplainedRow> rows;
  std::uint64_t more_rows = 0;  ///< rows with the same key that are not shown
};

/// The parts of the key as lines.csv writes them; empty where the layout has none.
std::string KeyText(const ExplainedRow& row);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_EXPLAINED_LINE_H_
