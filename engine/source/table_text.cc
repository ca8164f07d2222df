#include "engine/source/table_text.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/source/encoding.h"
#include "engine/source/text_decoder.h"

namespace tranche {
namespace {

std::vector<std::size_t> LineStarts(std::string_view text, char line_end) {
  std::vector<std::size_t> starts = {0};
  for (std::size_t at = text.find(line_end); at != std::string_view::npos;
       at = text.find(line_end, at + 1)) {
    starts.push_back(at + 1);
  }
  return starts;
}

}  // namespace

TableText::TableText(const std::string& path, std::string_view bytes, const CsvDialect& dialect)
    : decoded_(dialect.encoding.kind() == Encoding::Kind::kDecodedBefore
                   ? DecodedText(bytes, dialect.encoding, /*is_whole=*/true)
                   : ""),
      bytes_(decoded_.empty() ? bytes : decoded_),
      line_starts_(LineStarts(bytes_, dialect.line_end == LineEnd::kCr ? '\r' : '\n')) {
  std::string shown;
  if (AppendAsUtf8(bytes_, dialect.encoding, &shown)) shown = bytes_;
  source_ = std::make_shared<const SourceText>(path, std::move(shown));
}

SourceSpan TableText::SpanAt(std::uint64_t offset_bytes, std::string_view content) const {
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset_bytes);
  const std::size_t begin = *(next - 1);
  const std::string_view before = bytes_.substr(begin, offset_bytes - begin);
  const std::string_view shown = content.substr(0, content.find_first_of("\r\n"));
  SourceSpan span{source_, 1, 1, 1};
  span.line = static_cast<std::uint32_t>(next - line_starts_.begin());
  span.column += static_cast<std::uint32_t>(CountCodePoints(before));
  span.length = static_cast<std::uint32_t>(std::max<std::size_t>(1, CountCodePoints(shown)));
  return span;
}

SourceSpan TableText::SpanOf(const RowChunk& chunk, const RowBlock& block, std::size_t row,
                             std::string_view cell) const {
  const char* const begin = chunk.bytes.data();
  const char* const end = begin + chunk.bytes.size();
  // A cell that had to be rewritten lies elsewhere.
  const std::less<const char*> before;
  if (!before(cell.data(), begin) && !before(end, cell.data())) {
    return SpanAt(chunk.offset_bytes + static_cast<std::uint64_t>(cell.data() - begin), cell);
  }
  return SpanAt(block.row_offset_bytes(row), "");
}

}  // namespace tranche
