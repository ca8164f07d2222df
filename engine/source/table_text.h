#ifndef TRANCHE_ENGINE_SOURCE_TABLE_TEXT_H_
#define TRANCHE_ENGINE_SOURCE_TABLE_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"
#include "engine/source/table_head.h"

namespace tranche {

/// The text of a small table that people write (a list of words, decisions.csv), so that messages
/// can show the line and the cell that they mean. Immutable and safe to share between threads once
/// made; spans keep what they show alive.
class TableText {
 public:
  /// `bytes`: all of the file, decompressed; must outlive this. Where a byte is no text, the file
  /// is shown as it is.
  TableText(const std::string& path, std::string_view bytes, const CsvDialect& dialect);

  /// For what is wrong with the file as a whole.
  SourceSpan WholeFile() const { return {source_, 0, 0, 1}; }
  /// The place of `content`, which begins at this byte of the file.
  SourceSpan SpanAt(std::uint64_t offset_bytes, std::string_view content) const;
  /// The place of a cell, or of a part of it; of one that had to be rewritten to be read, the
  /// beginning of its row. `block` was parsed from `chunk`.
  SourceSpan SpanOf(const RowChunk& chunk, const RowBlock& block, std::size_t row,
                    std::string_view cell) const;

 private:
  std::string decoded_;  // where rows are cut from decoded text
  std::string_view bytes_;
  std::shared_ptr<const SourceText> source_;
  std::vector<std::size_t> line_starts_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_TABLE_TEXT_H_
