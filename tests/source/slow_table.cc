#include "tests/source/slow_table.h"

#include <optional>

namespace tranche {
namespace {

constexpr std::size_t kLimit = 1048576;

class SlowReader {
 public:
  SlowReader(std::string_view input, const TableHead& head) : input_(input), head_(head) {}

  ParsedTable Read() {
    at_ = static_cast<std::size_t>(head_.data_offset_bytes);
    while (at_ < input_.size()) {
      const std::size_t begin = at_;
      ParsedRow row;
      row.row = table_.rows_read++;
      row.offset_bytes = begin;
      const bool is_whole = ReadRow(&row);
      if (!is_whole) {
        at_ = begin;
        RejectLine(&row);
      } else if (row.text.empty()) {
        ++table_.blank_rows;
        continue;
      } else if (!FitsHeader(&row)) {
        row.is_rejected = true;
        row.reason = "cells";
        row.cells.clear();
      }
      table_.rows.push_back(row);
    }
    return table_;
  }

 private:
  bool HasOneEmptyMore(const ParsedRow& row) const {
    return head_.dialect.cuts_empty_cells && row.cells.size() == head_.header.size() + 1 &&
           row.cells.back().empty();
  }

  // Also makes rows of another length fit where the dialect takes them.
  bool FitsHeader(ParsedRow* row) const {
    const std::size_t columns = head_.header.size();
    if (row->cells.size() < columns && head_.dialect.fills_short_rows) row->cells.resize(columns);
    while (head_.dialect.cuts_empty_cells && row->cells.size() > columns &&
           row->cells.back().empty()) {
      row->cells.pop_back();
    }
    return row->cells.size() == columns;
  }

  std::string Delimiter() const { return head_.dialect.delimiter + head_.dialect.delimiter_rest; }
  bool IsDelimiterAt(std::size_t at) const {
    return input_.substr(at, Delimiter().size()) == Delimiter();
  }
  bool IsQuoteAt(std::size_t at) const {
    return head_.dialect.quote != '\0' && at < input_.size() && input_[at] == head_.dialect.quote;
  }

  // How many bytes the line end at `at` has; nothing where there is none. The end of the input is a
  // line end of no bytes.
  std::optional<std::size_t> LineEndAt(std::size_t at) const {
    if (head_.dialect.line_end == LineEnd::kCr) {
      if (at == input_.size()) return 0;
      return input_[at] == '\r' ? std::optional<std::size_t>(1) : std::nullopt;
    }
    std::size_t end = at;
    while (end < input_.size() && input_[end] == '\r') ++end;
    if (end == input_.size()) return end - at;
    return input_[end] == '\n' ? std::optional<std::size_t>(end + 1 - at) : std::nullopt;
  }

  bool IsLastByteOfLineEnd(char byte) const {
    return byte == (head_.dialect.line_end == LineEnd::kCr ? '\r' : '\n');
  }

  // False where the row is malformed.
  bool ReadRow(ParsedRow* row) {
    const std::size_t begin = at_;
    bool spans_lines = false;
    for (;;) {
      std::string cell;
      if (IsQuoteAt(at_)) {
        if (!ReadQuoted(begin, &cell, &spans_lines)) return false;
        while (at_ < input_.size() && input_[at_] == ' ' && !IsDelimiterAt(at_)) ++at_;
      } else if (!ReadPlain(begin, row->cells.size() + 1, &cell, &spans_lines)) {
        return false;
      }
      row->cells.push_back(cell);
      if (const std::optional<std::size_t> line_end = LineEndAt(at_)) {
        row->text = input_.substr(begin, at_ - begin);
        at_ += *line_end;
        const bool has_last_byte = *line_end > 0 && IsLastByteOfLineEnd(input_[at_ - 1]);
        if (at_ - (has_last_byte ? 1 : 0) - begin > kLimit) return false;
        return !spans_lines || row->cells.size() == head_.header.size() || HasOneEmptyMore(*row);
      }
      if (!IsDelimiterAt(at_)) return false;
      at_ += Delimiter().size();
    }
  }

  // `number` of the cell, from 1.
  bool ReadPlain(std::size_t begin, std::size_t number, std::string* cell, bool* spans_lines) {
    const bool joins =
        head_.dialect.joins_wrapped_rows && number > 1 && number < head_.header.size();
    for (;;) {
      const std::optional<std::size_t> line_end = LineEndAt(at_);
      const bool goes_on =
          joins && line_end && *line_end > 0 && IsLastByteOfLineEnd(input_[at_ + *line_end - 1]);
      if (line_end && !goes_on) return true;
      if (!line_end && IsDelimiterAt(at_)) return true;
      *spans_lines |= goes_on;
      for (std::size_t left = goes_on ? *line_end : 1; left > 0; --left) *cell += input_[at_++];
      if (at_ - begin > kLimit) return false;
    }
  }

  bool ReadQuoted(std::size_t begin, std::string* cell, bool* spans_lines) {
    ++at_;
    for (;;) {
      if (at_ == input_.size() || at_ - begin > kLimit) return false;
      const char byte = input_[at_++];
      if (IsLastByteOfLineEnd(byte)) *spans_lines = true;
      const char escape = head_.dialect.escape;
      if (escape != '\0' && byte == escape) {
        if (at_ < input_.size() && (IsQuoteAt(at_) || input_[at_] == escape)) {
          *cell += input_[at_++];
        } else {
          *cell += byte;
        }
        continue;
      }
      if (byte == head_.dialect.quote) {
        if (!IsQuoteAt(at_)) return true;
        ++at_;
      }
      *cell += byte;
    }
  }

  void RejectLine(ParsedRow* row) {
    std::size_t end = at_;
    while (end < input_.size() && !IsLastByteOfLineEnd(input_[end])) ++end;
    std::string_view line = input_.substr(at_, end - at_);
    if (head_.dialect.line_end != LineEnd::kCr) {
      while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    }
    row->cells.clear();
    row->is_rejected = true;
    row->reason = "malformed";
    row->text = line;
    at_ = std::min(end + 1, input_.size());
  }

  std::string_view input_;
  const TableHead& head_;
  std::size_t at_ = 0;
  ParsedTable table_;
};

}  // namespace

ParsedTable SlowParse(std::string_view input, const TableHead& head) {
  ParsedTable table = SlowReader(input, head).Read();
  for (ParsedRow& row : table.rows) {
    if (row.is_rejected) {
      row.text = ReadableText(row.text, head.dialect.encoding, 1000);
      continue;
    }
    for (std::string& cell : row.cells) {
      std::string text;
      if (AppendAsUtf8(cell, head.dialect.encoding, &text)) {
        row.is_rejected = true;
        row.reason = "encoding";
      }
      cell = text;
    }
    if (row.is_rejected) {
      row.cells.clear();
      row.text = ReadableText(row.text, head.dialect.encoding, 1000);
    }
  }
  return table;
}

ParsedTable Reduced(ParsedTable table) {
  table.chunks = 0;
  for (ParsedRow& row : table.rows) {
    row.column.clear();
    if (!row.is_rejected) continue;
    if (row.reason.starts_with("has the byte")) {
      row.reason = "encoding";
    } else {
      row.reason = row.reason.starts_with("has ") ? "cells" : "malformed";
    }
  }
  return table;
}

}  // namespace tranche
