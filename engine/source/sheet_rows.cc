#include "engine/source/sheet_rows.h"

#include <algorithm>
#include <cstring>

namespace tranche {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;

struct Head {
  std::uint64_t row;
  std::uint32_t cells;
  std::uint32_t size_bytes;
};

}  // namespace

absl::Status AppendSheetRow(const SheetRow& row, Spool* spool) {
  const Head head = {row.row, row.cells, static_cast<std::uint32_t>(row.text.size())};
  char bytes[sizeof(Head)];
  std::memcpy(bytes, &head, sizeof(Head));
  if (absl::Status status = spool->Append({bytes, sizeof(Head)}); !status.ok()) return status;
  return spool->Append(row.text);
}

absl::StatusOr<bool> SheetRowReader::Next(SheetRow* row) {
  if (absl::Status status = Fill(sizeof(Head)); !status.ok()) return status;
  if (buffer_.size() - used_ < sizeof(Head)) return false;
  Head head;
  std::memcpy(&head, buffer_.data() + used_, sizeof(Head));
  if (absl::Status status = Fill(sizeof(Head) + head.size_bytes); !status.ok()) return status;
  row->row = head.row;
  row->cells = head.cells;
  row->text = std::string_view(buffer_).substr(used_ + sizeof(Head), head.size_bytes);
  used_ += sizeof(Head) + head.size_bytes;
  return true;
}

absl::Status SheetRowReader::Fill(std::size_t size_bytes) {
  if (buffer_.size() - used_ >= size_bytes) return absl::OkStatus();
  buffer_.erase(0, used_);
  used_ = 0;
  while (buffer_.size() < size_bytes) {
    const std::size_t before = buffer_.size();
    buffer_.resize(before + std::max(kPieceBytes, size_bytes - before));
    const auto got = spool_.ReadAt(offset_bytes_, buffer_.data() + before, buffer_.size() - before);
    if (!got.ok()) return got.status();
    buffer_.resize(before + *got);
    offset_bytes_ += *got;
    if (*got == 0) return absl::OkStatus();
  }
  return absl::OkStatus();
}

void AppendCsvCell(std::string_view cell, std::string* text) {
  const bool is_plain = cell.find_first_of(",\"\r\n") == std::string_view::npos;
  if (is_plain) {
    text->append(cell);
    return;
  }
  *text += '"';
  for (const char c : cell) {
    if (c == '"') *text += '"';
    *text += c;
  }
  *text += '"';
}

std::vector<std::string_view> CutCsvCells(std::string_view row) {
  std::vector<std::string_view> cells;
  bool is_quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '"') is_quoted = !is_quoted;
    if (row[i] != ',' || is_quoted) continue;
    cells.push_back(row.substr(begin, i - begin));
    begin = i + 1;
  }
  cells.push_back(row.substr(begin));
  return cells;
}

std::string CsvCellContent(std::string_view cell) {
  if (cell.empty() || cell.front() != '"') return std::string(cell);
  std::string content;
  for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
    content += cell[i];
    if (cell[i] == '"') ++i;
  }
  return content;
}

}  // namespace tranche
