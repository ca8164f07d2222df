#include "engine/report/text_table.h"

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"

namespace tranche {
namespace {

constexpr std::string_view kGap = "  ";

void AppendAligned(std::string_view text, Align align, std::size_t width, std::string* out) {
  const std::size_t used = CountCodePoints(text);
  const std::size_t space = used < width ? width - used : 0;
  if (align == Align::kRight) out->append(space, ' ');
  out->append(text);
  if (align == Align::kLeft) out->append(space, ' ');
}

void EndLine(std::string* out) {
  out->erase(out->find_last_not_of(' ') + 1);
  out->push_back('\n');
}

}  // namespace

void TextTable::AddColumn(Align align, std::vector<std::string> header) {
  std::size_t width = 0;
  for (const std::string& line : header) width = std::max(width, CountCodePoints(line));
  columns_.push_back({align, std::move(header), width});
}

void TextTable::AddTitle(std::size_t columns, std::string title) {
  titles_.push_back({columns_.size() - columns, columns, std::move(title)});
}

void TextTable::AddRow(std::vector<std::string> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    columns_[i].width = std::max(columns_[i].width, CountCodePoints(cells[i]));
  }
  rows_.push_back(std::move(cells));
}

std::size_t TextTable::WidthOf(const Title& title) const {
  std::size_t width = kGap.size() * (title.columns - 1);
  for (std::size_t i = 0; i < title.columns; ++i) width += columns_[title.first_column + i].width;
  return width;
}

void TextTable::AppendTo(std::string* out) const {
  TextTable fitted = *this;
  for (const Title& title : titles_) {
    const std::size_t width = fitted.WidthOf(title);
    const std::size_t wanted = CountCodePoints(title.text);
    if (wanted > width) fitted.columns_[title.first_column].width += wanted - width;
  }
  fitted.AppendHeader(out);
  for (const auto& row : rows_) fitted.AppendLine(row, out);
}

void TextTable::AppendHeader(std::string* out) const {
  std::size_t height = 0;
  for (const Column& column : columns_) height = std::max(height, column.header.size());
  for (const Title& title : titles_) {
    height = std::max(height, columns_[title.first_column].header.size() + 1);
  }
  for (std::size_t line = 0; line < height; ++line) {
    const std::size_t from_below = height - line;  // 1 is the lowest
    out->append(indent_, ' ');
    for (std::size_t i = 0; i < columns_.size();) {
      if (i > 0) out->append(kGap);
      const auto title = std::find_if(titles_.begin(), titles_.end(), [&](const Title& each) {
        return each.first_column == i && columns_[i].header.size() + 1 == from_below;
      });
      if (title != titles_.end()) {
        AppendAligned(title->text, Align::kRight, WidthOf(*title), out);
        i += title->columns;
        continue;
      }
      const Column& column = columns_[i];
      const std::size_t lines = column.header.size();
      AppendAligned(from_below <= lines ? column.header[lines - from_below] : "", column.align,
                    column.width, out);
      ++i;
    }
    EndLine(out);
  }
}

void TextTable::AppendLine(const std::vector<std::string>& cells, std::string* out) const {
  out->append(indent_, ' ');
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) out->append(kGap);
    AppendAligned(cells[i], columns_[i].align, columns_[i].width, out);
  }
  EndLine(out);
}

std::string Printable(std::string_view text) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    clean.append(point.valid && !IsControl(point.value) ? text.substr(at, point.size) : "?");
    at += point.size;
  }
  return clean;
}

void AppendWrapped(std::string_view first_indent, std::size_t indent, std::string_view text,
                   std::string* out) {
  out->append(first_indent);
  std::size_t column = CountCodePoints(first_indent);
  bool at_start = true;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t width = CountCodePoints(word);
    if (!at_start && column + 1 + width > kTextWidth) {
      out->append("\n").append(indent, ' ');
      column = indent;
      at_start = true;
    }
    if (!at_start) {
      out->push_back(' ');
      ++column;
    }
    out->append(word);
    column += width;
    at_start = false;
  }
  EndLine(out);
}

}  // namespace tranche
