#include "engine/run/decision_table.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/base/utf8.h"

namespace tranche {
namespace {

constexpr std::array<std::string_view, kDecisionColumns> kNames = {
    "country", "year", "key", "label", "amount", "outcome", "reason", "who", "date", "review_by"};

std::vector<std::size_t> LineStarts(std::string_view text, char line_end) {
  std::vector<std::size_t> starts = {0};
  for (std::size_t at = text.find(line_end); at != std::string_view::npos;
       at = text.find(line_end, at + 1)) {
    starts.push_back(at + 1);
  }
  return starts;
}

}  // namespace

std::string_view NameOf(DecisionColumn column) { return kNames[static_cast<std::size_t>(column)]; }

DecisionTable::DecisionTable(const TableHead& head, const DecisionFile& file)
    : head_(head),
      file_(file),
      line_starts_(LineStarts(file.text, head.dialect.line_end == LineEnd::kCr ? '\r' : '\n')) {
  std::string shown;
  // A file in another encoding is shown as it was read, as far as it can be.
  if (AppendAsUtf8(file.text, head.dialect.encoding, &shown)) shown = file.text;
  source_ = std::make_shared<const SourceText>(file.path, std::move(shown));
}

bool DecisionTable::FindColumns(Diagnostics* diagnostics, std::vector<std::string>* notes) {
  const SourceSpan whole{source_, 1, 1, 1};
  std::string extra;
  for (std::size_t i = 0; i < head_.header.size(); ++i) {
    const std::string& name = head_.header[i];
    const auto known = std::find(kNames.begin(), kNames.end(), name);
    if (known == kNames.end()) {
      if (!name.empty()) extra += (extra.empty() ? "" : ", ") + name;
      continue;
    }
    auto& slot = slots_[static_cast<std::size_t>(known - kNames.begin())];
    if (slot) {
      diagnostics->Error(whole, "the column " + name + " stands there twice",
                         "delete one of the two");
      return false;
    }
    slot = wanted_.size();
    wanted_.push_back(i);
  }
  if (!extra.empty()) notes->push_back("columns passed over: " + extra);
  std::string missing;
  for (std::size_t i = 0; i < kNeededDecisionColumns; ++i) {
    if (!slots_[i]) missing += (missing.empty() ? "" : ", ") + std::string(kNames[i]);
  }
  if (missing.empty()) return true;
  diagnostics->Error(whole, "the decisions have no column " + missing,
                     "keep the header of undecided.csv: country, year, key, label, amount, "
                     "outcome, reason, who, date, review_by");
  return false;
}

std::string_view DecisionTable::CellOf(const RowBlock& block, std::size_t row,
                                       DecisionColumn column) const {
  const auto& slot = slots_[static_cast<std::size_t>(column)];
  return slot ? block.cell(row, *slot) : std::string_view();
}

SourceSpan DecisionTable::SpanAt(std::uint64_t offset_bytes, std::string_view content) const {
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset_bytes);
  const std::size_t begin = *(next - 1);
  const std::string_view before = std::string_view(file_.text).substr(begin, offset_bytes - begin);
  const std::string_view shown = content.substr(0, content.find_first_of("\r\n"));
  SourceSpan span{source_, 1, 1, 1};
  span.line = static_cast<std::uint32_t>(next - line_starts_.begin());
  span.column += static_cast<std::uint32_t>(CountCodePoints(before));
  span.length = static_cast<std::uint32_t>(std::max<std::size_t>(1, CountCodePoints(shown)));
  return span;
}

SourceSpan DecisionTable::SpanOf(const RowChunk& chunk, const RowBlock& block, std::size_t row,
                                 DecisionColumn column) const {
  const std::string_view cell = CellOf(block, row, column);
  const char* const begin = chunk.bytes.data();
  const char* const end = begin + chunk.bytes.size();
  // A cell that had to be rewritten lies elsewhere: the row is shown from its start.
  const std::less<const char*> before;
  if (!before(cell.data(), begin) && !before(end, cell.data())) {
    return SpanAt(chunk.offset_bytes + static_cast<std::uint64_t>(cell.data() - begin), cell);
  }
  return SpanAt(block.row_offset_bytes(row), "");
}

}  // namespace tranche
