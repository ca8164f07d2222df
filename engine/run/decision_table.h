#ifndef TRANCHE_ENGINE_RUN_DECISION_TABLE_H_
#define TRANCHE_ENGINE_RUN_DECISION_TABLE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/run/decision_file.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"
#include "engine/source/table_head.h"
#include "engine/source/table_text.h"

namespace tranche {

/// The columns of undecided.csv and decisions.csv, in the order in which a run writes them.
enum class DecisionColumn : std::uint8_t {
  kCountry,
  kYear,
  kKey,
  kLabel,
  kAmount,
  kOutcome,
  kReason,
  kWho,
  kDate,
  kReviewBy,
};
inline constexpr std::size_t kDecisionColumns = 10;
/// Without the columns before this one no line can be found.
inline constexpr std::size_t kNeededDecisionColumns = 6;

std::string_view NameOf(DecisionColumn column);

/// Where the cells of a decisions.csv stand: in which column of the file, and at which place of its
/// text. Not thread-safe. `head`, and `file`, whose text it shows in messages, must
/// outlive it.
class DecisionTable {
 public:
  DecisionTable(const TableHead& head, const DecisionFile& file)
      : head_(head), text_(file.path, file.text, head.dialect) {}

  /// Finds the columns by their names; says in `*notes` which others there are. False, and
  /// reported, where one is missing that nothing can be done without.
  bool FindColumns(Diagnostics* diagnostics, std::vector<std::string>* notes);

  /// Columns of the file that blocks must hold, for RowParser.
  const std::vector<std::size_t>& wanted() const { return wanted_; }
  /// The cell as it stands there; empty where the file has no such column.
  std::string_view CellOf(const RowBlock& block, std::size_t row, DecisionColumn column) const;

  const TableText& text() const { return text_; }
  SourceSpan SpanOf(const RowChunk& chunk, const RowBlock& block, std::size_t row,
                    DecisionColumn column) const {
    return text_.SpanOf(chunk, block, row, CellOf(block, row, column));
  }

 private:
  const TableHead& head_;
  TableText text_;
  std::vector<std::size_t> wanted_;
  std::array<std::optional<std::size_t>, kDecisionColumns> slots_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_DECISION_TABLE_H_
