#include "engine/layout/column_finder.h"

#include <algorithm>
#include <utility>

#include "engine/base/suggest.h"
#include "engine/layout/cell_text.h"

namespace tranche {

std::optional<std::size_t> ExcelColumn(std::string_view letters) {
  if (letters.empty() || letters.size() > 3) return std::nullopt;
  std::size_t number = 0;
  for (const char letter : letters) {
    if (letter < 'A' || letter > 'Z') return std::nullopt;
    number = number * 26 + static_cast<std::size_t>(letter - 'A') + 1;
  }
  return number - 1;
}

std::string ExcelLetters(std::size_t position) {
  std::string letters;
  for (std::size_t number = position + 1; number > 0; number = (number - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (number - 1) % 26));
  }
  return letters;
}

ColumnFinder::ColumnFinder(const std::vector<std::string>& header,
                           const std::vector<MadeColumn>& made, std::string data_name,
                           Diagnostics* diagnostics)
    : header_(header), made_(made), data_name_(std::move(data_name)), diagnostics_(diagnostics) {
  for (const MadeColumn& column : made_) {
    const auto has_name = [&column](const std::string& name) {
      return TrimCell(name) == column.name;
    };
    if (std::none_of(header_.begin(), header_.end(), has_name)) continue;
    diagnostics_->Error(column.from.span,
                        "a part cannot be named '" + column.name + "': " + data_name_ +
                            " has a column of that name",
                        "choose another name for the part");
  }
}

const ColumnRef* ColumnFinder::Made(const ColumnRef& column) const {
  if (!column.split.empty()) return &column;
  const auto found = std::find_if(made_.begin(), made_.end(), [&column](const MadeColumn& made) {
    return made.name == column.name;
  });
  return found == made_.end() ? nullptr : &found->from;
}

std::optional<std::uint32_t> ColumnFinder::Find(const ColumnRef& column) {
  if (const ColumnRef* made = Made(column)) return FindPart(*made);
  const std::optional<std::size_t> position = Position(column);
  if (!position) return std::nullopt;
  return SlotAt(*position);
}

std::optional<std::uint32_t> ColumnFinder::FindPart(const ColumnRef& column) {
  for (const Part& part : parts_) {
    if (part.column.IsSameColumn(column)) return part.slot;
  }
  const std::optional<std::size_t> position = Position(column);
  if (!position) return std::nullopt;
  const std::uint32_t from = SlotAt(*position);
  parts_.push_back({from, AddSlot(*position, /*is_plain=*/false), column});
  return parts_.back().slot;
}

std::optional<std::uint32_t> ColumnFinder::FindPrinted(const ColumnRef& column) {
  if (Made(column) != nullptr) return Find(column);
  const std::optional<std::size_t> position = Position(column);
  if (!position) return std::nullopt;
  return AddSlot(*position, /*is_plain=*/false);
}

std::uint32_t ColumnFinder::SlotAt(std::size_t position) {
  for (std::size_t slot = 0; slot < wanted_.size(); ++slot) {
    if (is_plain_[slot] && wanted_[slot] == position) return static_cast<std::uint32_t>(slot);
  }
  return AddSlot(position, /*is_plain=*/true);
}

std::uint32_t ColumnFinder::AddSlot(std::size_t position, bool is_plain) {
  wanted_.push_back(position);
  is_plain_.push_back(is_plain);
  return static_cast<std::uint32_t>(wanted_.size() - 1);
}

std::optional<std::size_t> ColumnFinder::Position(const ColumnRef& column) {
  const std::string_view name = TrimCell(column.name);
  const auto has_name = [name](const std::string& header) { return TrimCell(header) == name; };
  const auto found = std::find_if(header_.begin(), header_.end(), has_name);
  if (found != header_.end()) {
    const auto position = static_cast<std::size_t>(found - header_.begin());
    const auto again = std::find_if(found + 1, header_.end(), has_name);
    if (again == header_.end()) return position;
    if (!settled_.insert(column.name).second) return std::nullopt;
    const std::string first = ExcelLetters(position);
    const std::string second = ExcelLetters(static_cast<std::size_t>(again - header_.begin()));
    diagnostics_->Error(column.span,
                        "column '" + column.name + "' stands twice in " + data_name_ +
                            ", as column " + first + " and as column " + second,
                        "write the letter of the one that is meant: " + first + " or " + second);
    return std::nullopt;
  }
  const std::optional<std::size_t> position = ExcelColumn(name);
  if (!position || *position >= header_.size()) {
    ReportMissing(column);
    return std::nullopt;
  }
  if (settled_.insert(column.name).second) {
    assumptions_.push_back("column " + column.name + " is '" + header_[*position] +
                           "' (by its letter)");
  }
  return position;
}

void ColumnFinder::ReportMissing(const ColumnRef& column) {
  if (!settled_.insert(column.name).second) return;
  diagnostics_->Error(column.span, "column '" + column.name + "' is not in " + data_name_,
                      DidYouMean(column.name, header_));
  if (header_shown_) return;
  header_shown_ = true;
  diagnostics_->Note(column.span, "the columns of " + data_name_ + " are " + HeaderInWords());
}

std::string ColumnFinder::HeaderInWords() const {
  constexpr std::size_t kShown = 80;
  std::string words;
  for (std::size_t i = 0; i < header_.size() && i < kShown; ++i) {
    words += (i == 0 ? "'" : ", '") + header_[i] + "'";
  }
  if (header_.size() > kShown) {
    words += " and " + std::to_string(header_.size() - kShown) + " more";
  }
  return words;
}

}  // namespace tranche
