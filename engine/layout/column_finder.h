#ifndef TRANCHE_ENGINE_LAYOUT_COLUMN_FINDER_H_
#define TRANCHE_ENGINE_LAYOUT_COLUMN_FINDER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/layout/layout.h"

namespace tranche {

/// Finds the columns that a layout names in the header of a file and hands out their slots (the
/// wanted columns, in the order in which they were asked for). A column that is made by splitting
/// has a slot of its own, into which the parser puts the whole cell and a RowCompleter the part.
/// Reports each name that is missing or stands twice once, where the layout names it first. Not
/// thread-safe.
class ColumnFinder {
 public:
  /// All arguments must outlive it. `made` are the columns that the layout makes.
  ColumnFinder(const std::vector<std::string>& header, const std::vector<MadeColumn>& made,
               std::string data_name, Diagnostics* diagnostics);

  /// By header, else by Excel letter; nothing where that was reported.
  std::optional<std::uint32_t> Find(const ColumnRef& column);
  /// The slot of a column of the header.
  std::uint32_t SlotAt(std::size_t position);
  /// Another slot of the same column, in which cells stay as they are printed; for a column that is
  /// made, Find.
  std::optional<std::uint32_t> FindPrinted(const ColumnRef& column);
  /// A slot that holds a part of cells.
  struct Part {
    std::uint32_t from = 0;  ///< the slot of the whole cell
    std::uint32_t slot = 0;
    ColumnRef column;
  };
  const std::vector<Part>& parts() const { return parts_; }
  /// Positions in the header, by slot.
  const std::vector<std::size_t>& wanted() const { return wanted_; }
  const std::vector<std::string>& header() const { return header_; }
  /// Sentences on columns that were found by letter.
  const std::vector<std::string>& assumptions() const { return assumptions_; }
  /// "'A', 'B', …": the header for messages, cut where it is very long.
  std::string HeaderInWords() const;

 private:
  std::optional<std::size_t> Position(const ColumnRef& column);
  const ColumnRef* Made(const ColumnRef& column) const;
  std::optional<std::uint32_t> FindPart(const ColumnRef& column);
  std::uint32_t AddSlot(std::size_t position, bool is_plain);
  void ReportMissing(const ColumnRef& column);

  const std::vector<std::string>& header_;
  const std::vector<MadeColumn>& made_;
  std::string data_name_;
  Diagnostics* diagnostics_;
  std::vector<std::size_t> wanted_;
  std::vector<bool> is_plain_;  ///< by slot: the cells of a column, filled down where that is asked
  std::vector<Part> parts_;
  std::vector<std::string> assumptions_;
  std::set<std::string> settled_;  ///< names that were reported or assumed
  bool header_shown_ = false;
};

/// Position of an Excel column: `A` is 0, `AB` 27. Nothing unless one to three capital letters.
std::optional<std::size_t> ExcelColumn(std::string_view letters);
/// The letters of a position.
std::string ExcelLetters(std::size_t position);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_COLUMN_FINDER_H_
