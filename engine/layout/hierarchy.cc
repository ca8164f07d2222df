#include "engine/layout/hierarchy.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

#include "engine/base/fold.h"
#include "engine/layout/cell_text.h"

namespace tranche {
namespace {

/// Titles that come again are kept once.
std::string_view Intern(std::string_view text, TextArena* arena, TextViewSet* known) {
  const auto found = known->find(text);
  if (found != known->end()) return *found;
  const std::string_view copy = arena->Copy(text);
  known->insert(copy);
  return copy;
}

}  // namespace

void HierarchyKey::Set(std::span<const std::string_view> row, std::span<const std::uint32_t> within,
                       std::span<const std::uint32_t> code) {
  key_.clear();
  // Each part of the group has its size before it, so that no group is the beginning of another.
  for (const std::uint32_t slot : within) {
    const std::string_view cell = TrimCell(row[slot]);
    const auto size = static_cast<std::uint32_t>(cell.size());
    char bytes[sizeof size];
    std::memcpy(bytes, &size, sizeof size);
    key_.append(bytes, sizeof size).append(cell);
  }
  const std::size_t group_size = key_.size();
  std::size_t code_end = group_size;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const std::string_view cell = TrimCell(row[code[i]]);
    if (i > 0) key_.push_back(kLabelSeparator);
    key_.append(cell);
    if (!cell.empty()) code_end = key_.size();
  }
  key_.resize(code_end);
  has_code_ = code_end > group_size;
}

const Hierarchy::Node* Hierarchy::Find(std::string_view key) const {
  const auto found = ids_.find(key);
  return found == ids_.end() ? nullptr : &nodes_[found->second];
}

std::optional<Amount> Hierarchy::Remainder(const Node& node, std::size_t amount_column) const {
  return remainders_[static_cast<std::size_t>(node.remainder) * amount_columns_ + amount_column];
}

HierarchyBuilder::HierarchyBuilder(std::size_t amount_columns) {
  result_.amount_columns_ = amount_columns;
}

void HierarchyBuilder::AddAmount(std::optional<Amount> amount, std::optional<Amount>* total) {
  if (!amount) return;
  if (!*total) *total = Amount();
  if (!AddTo(*amount, &**total)) overflow_ = true;
}

void HierarchyBuilder::Add(std::string_view key, std::string_view title, std::uint64_t row_number,
                           std::uint64_t offset_bytes,
                           std::span<const std::optional<Amount>> amounts, bool is_whole) {
  std::uint32_t id;
  const auto found = result_.ids_.find(key);
  if (found != result_.ids_.end()) {
    id = found->second;
  } else {
    id = static_cast<std::uint32_t>(drafts_.size());
    node_keys_.push_back(result_.keys_.Copy(key));
    result_.ids_.emplace(node_keys_.back(), id);
    result_.nodes_.emplace_back();
    result_.nodes_[id].carrier_offset_bytes = offset_bytes;
    drafts_.push_back({kEmptyCell, -1, row_number, is_whole});
    own_.resize(own_.size() + result_.amount_columns_);
  }
  Draft& draft = drafts_[id];
  if (draft.title.empty() && !title.empty()) {
    draft.title = Intern(title, &result_.titles_, &titles_);
  }
  // A row that will be rejected cannot carry the remainder, so the first whole one does.
  if (!draft.carrier_is_whole && is_whole) {
    draft.carrier_is_whole = true;
    draft.row_number = row_number;
    result_.nodes_[id].carrier_offset_bytes = offset_bytes;
  }
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    AddAmount(amounts[i], &own_[id * result_.amount_columns_ + i]);
  }
}

Hierarchy HierarchyBuilder::Finish() {
  FindParents();
  JoinTitles();
  FindRemainders();
  return std::move(result_);
}

void HierarchyBuilder::FindParents() {
  top_down_.resize(drafts_.size());
  std::iota(top_down_.begin(), top_down_.end(), std::uint32_t{0});
  std::sort(top_down_.begin(), top_down_.end(),
            [this](std::uint32_t a, std::uint32_t b) { return node_keys_[a] < node_keys_[b]; });
  // In sorted order the beginnings of a key stand before it, the longest last.
  std::vector<std::uint32_t> above;
  for (const std::uint32_t id : top_down_) {
    while (!above.empty() && !node_keys_[id].starts_with(node_keys_[above.back()])) {
      above.pop_back();
    }
    if (!above.empty()) {
      drafts_[id].parent = above.back();
      result_.nodes_[above.back()].is_parent = true;
    }
    above.push_back(id);
  }
}

void HierarchyBuilder::JoinTitles() {
  // What a node's children read: its own titles above and its title.
  std::vector<std::string_view> below(drafts_.size(), kEmptyCell);
  std::string joined;
  for (const std::uint32_t id : top_down_) {
    Hierarchy::Node& node = result_.nodes_[id];
    const Draft& draft = drafts_[id];
    node.titles_above =
        draft.parent < 0 ? kEmptyCell : below[static_cast<std::size_t>(draft.parent)];
    if (!node.is_parent) continue;
    joined = node.titles_above;
    if (!joined.empty() && !draft.title.empty()) joined.push_back(kLabelSeparator);
    joined += draft.title;
    below[id] = joined.empty() ? kEmptyCell : Intern(joined, &result_.titles_, &titles_);
  }
}

void HierarchyBuilder::FindRemainders() {
  const std::size_t columns = result_.amount_columns_;
  std::vector<std::optional<Amount>> below(own_.size());
  for (auto it = top_down_.rbegin(); it != top_down_.rend(); ++it) {
    const std::size_t id = *it;
    Hierarchy::Node& node = result_.nodes_[id];
    const std::span<std::optional<Amount>> own(&own_[id * columns], columns);
    bool has_remainder = false;
    for (std::size_t i = 0; i < columns; ++i) {
      const Amount children = below[id * columns + i].value_or(Amount());
      if (own[i] && node.is_parent && *own[i] != children) {
        has_remainder = true;
        result_.unexplained_.push_back({drafts_[id].row_number, i, *own[i], children});
      }
      // A heading without an amount of its own passes on what stands below it.
      if (drafts_[id].parent >= 0) {
        AddAmount(own[i] ? own[i] : below[id * columns + i],
                  &below[static_cast<std::size_t>(drafts_[id].parent) * columns + i]);
      }
    }
    if (!has_remainder) continue;
    node.remainder = static_cast<std::int64_t>(result_.remainders_.size() / columns);
    for (std::size_t i = 0; i < columns; ++i) {
      std::optional<Amount> left;
      if (own[i]) {
        left = own[i]->Minus(below[id * columns + i].value_or(Amount()));
        if (!left) overflow_ = true;
      }
      result_.remainders_.push_back(left);
    }
  }
  std::sort(result_.unexplained_.begin(), result_.unexplained_.end(),
            [](const UnexplainedParent& a, const UnexplainedParent& b) {
              return std::pair(a.row_number, a.amount_column) <
                     std::pair(b.row_number, b.amount_column);
            });
}

}  // namespace tranche
