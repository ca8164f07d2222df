#include "engine/study/part_diff.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tranche {
namespace {

const SaidField* FieldOf(const SaidPart* part, const std::string& key) {
  if (part == nullptr) return nullptr;
  const auto found = std::find_if(part->fields.begin(), part->fields.end(),
                                  [&key](const SaidField& field) { return field.key == key; });
  return found == part->fields.end() ? nullptr : &*found;
}

/// The keys of both, in the order in which they first come.
std::vector<std::string> KeysOf(const SaidPart* left, const SaidPart* right) {
  std::vector<std::string> keys;
  for (const SaidPart* part : {left, right}) {
    if (part == nullptr) continue;
    for (const SaidField& field : part->fields) {
      if (std::find(keys.begin(), keys.end(), field.key) == keys.end()) keys.push_back(field.key);
    }
  }
  return keys;
}

std::string_view MeaningOf(const SaidField* field) {
  if (field == nullptr) return "";
  return field->meaning.empty() ? field->text : field->meaning;
}

std::set<std::string_view> EntriesOf(const SaidField* field) {
  std::set<std::string_view> entries;
  if (field == nullptr) return entries;
  for (const auto& [text, place] : field->entries) entries.insert(text);
  return entries;
}

/// One side of a part while its fields are compared.
class Side {
 public:
  Side(const SaidPart* part, std::vector<SourceSpan>* places) : part_(part), places_(places) {}

  /// The place of what is different: of a list that of the first of `alone`, else its beginning.
  void NotePlace(const SaidField* field, const std::vector<std::string>& alone) {
    if (field == nullptr) return;
    if (!field->is_list) {
      if (!field->text.empty()) NotePlace(field->place);
      return;
    }
    if (field->entries.empty()) return;
    const auto first = std::find_if(
        field->entries.begin(), field->entries.end(),
        [&alone](const auto& entry) { return alone.empty() || entry.first == alone.front(); });
    NotePlace(first->second);
  }
  void Finish(bool is_alone) {
    if (part_ == nullptr) return;
    if (is_alone) places_->clear();
    if (places_->empty()) Add(part_->place);
  }

 private:
  /// Inside the file of the part, the place of the part is enough.
  void NotePlace(const SourceSpan& place) {
    const bool is_elsewhere =
        place.source != nullptr &&
        (part_->place.source == nullptr || place.source->path() != part_->place.source->path());
    Add(is_elsewhere ? place : part_->place);
  }
  void Add(const SourceSpan& place) {
    if (place.source == nullptr) return;
    const bool is_known = std::any_of(
        places_->begin(), places_->end(),
        [&place](const SourceSpan& each) { return each.source->path() == place.source->path(); });
    if (!is_known) places_->push_back(place);
  }

  const SaidPart* part_;
  std::vector<SourceSpan>* places_;
};

/// The entries of `field` that are none of `others`, in the order written, each once.
std::vector<std::string> Alone(const SaidField* field, std::set<std::string_view> others) {
  std::vector<std::string> alone;
  if (field == nullptr) return alone;
  for (const auto& [text, place] : field->entries) {
    if (others.insert(text).second) alone.push_back(text);
  }
  return alone;
}

std::optional<FieldDiff> DiffField(const SaidField* left, const SaidField* right) {
  const SaidField& either = left != nullptr ? *left : *right;
  const std::set<std::string_view> left_entries = EntriesOf(left);
  const std::set<std::string_view> right_entries = EntriesOf(right);
  const bool is_same =
      either.is_list ? left_entries == right_entries : MeaningOf(left) == MeaningOf(right);
  if (is_same) return std::nullopt;
  FieldDiff diff;
  diff.key = either.key;
  diff.is_list = either.is_list;
  if (left != nullptr) diff.left = left->text;
  if (right != nullptr) diff.right = right->text;
  diff.only_left = Alone(left, right_entries);
  diff.only_right = Alone(right, left_entries);
  diff.in_both = left_entries.size() - diff.only_left.size();
  return diff;
}

using IndexByName = std::unordered_map<std::string_view, std::size_t>;

IndexByName IndexOf(const std::vector<SaidPart>& parts) {
  IndexByName index;
  for (std::size_t i = 0; i < parts.size(); ++i) index.emplace(parts[i].name, i);
  return index;
}

void Count(PartDiff part, SectionDiff* section) {
  const bool is_alike = part.in == PartDiff::In::kBoth && part.fields.empty() && !part.has_moved;
  if (is_alike) {
    section->alike.push_back(std::move(part.name));
  } else {
    section->parts.push_back(std::move(part));
  }
}

constexpr std::size_t kNone = SIZE_MAX;

/// For each of `values` whether it belongs to the longest rising sequence among them that this
/// function finds first; kNone belongs to none.
std::vector<bool> LongestRising(const std::vector<std::size_t>& values) {
  std::vector<std::size_t> ends;  // index of the lowest end of a sequence of each length
  std::vector<std::size_t> before(values.size(), kNone);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == kNone) continue;
    const auto place = std::lower_bound(
        ends.begin(), ends.end(), values[i],
        [&values](std::size_t end, std::size_t value) { return values[end] < value; });
    if (place != ends.begin()) before[i] = *(place - 1);
    if (place == ends.end()) {
      ends.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<bool> belongs(values.size(), false);
  for (std::size_t i = ends.empty() ? kNone : ends.back(); i != kNone; i = before[i]) {
    belongs[i] = true;
  }
  return belongs;
}

/// `rule 12 of 220, after cofog-roads`.
std::string OrderText(const std::vector<SaidPart>& rules, std::size_t index) {
  return "rule " + std::to_string(index + 1) + " of " + std::to_string(rules.size()) + ", " +
         (index == 0 ? "the first" : "after " + rules[index - 1].name);
}

class RulesDiffer {
 public:
  RulesDiffer(const std::vector<SaidPart>& left, const std::vector<SaidPart>& right)
      : left_(left), right_(right), left_index_(IndexOf(left)) {
    const IndexByName right_index = IndexOf(right);
    for (const SaidPart& rule : left) {
      const auto found = right_index.find(rule.name);
      in_right_.push_back(found == right_index.end() ? kNone : found->second);
    }
    keeps_place_ = LongestRising(in_right_);
    section_.kind = SectionDiff::Kind::kRules;
  }

  SectionDiff Run() {
    std::size_t next_right = 0;
    for (std::size_t i = 0; i < left_.size(); ++i) {
      if (in_right_[i] == kNone) {
        Emit(i, kNone);
      } else if (keeps_place_[i]) {
        EmitRight(&next_right, in_right_[i]);
        Emit(i, in_right_[i]);
        next_right = in_right_[i] + 1;
      }
    }
    EmitRight(&next_right, right_.size());
    return std::move(section_);
  }

 private:
  /// Rules that only the right book has there, up to one that both have.
  void EmitRight(std::size_t* next, std::size_t end) {
    for (; *next < end; ++*next) {
      const auto found = left_index_.find(right_[*next].name);
      Emit(found == left_index_.end() ? kNone : found->second, *next);
    }
  }
  void Emit(std::size_t left, std::size_t right) {
    PartDiff part = DiffParts(left == kNone ? nullptr : &left_[left],
                              right == kNone ? nullptr : &right_[right]);
    part.has_moved = left != kNone && right != kNone && !keeps_place_[left];
    part.left_position = left == kNone ? 0 : left + 1;
    part.right_position = right == kNone ? 0 : right + 1;
    if (part.has_moved || left == kNone || right == kNone) {
      FieldDiff order;
      order.key = "order";
      if (left != kNone) order.left = OrderText(left_, left);
      if (right != kNone) order.right = OrderText(right_, right);
      part.fields.insert(part.fields.begin(), std::move(order));
    }
    Count(std::move(part), &section_);
  }

  const std::vector<SaidPart>& left_;
  const std::vector<SaidPart>& right_;
  IndexByName left_index_;
  std::vector<std::size_t> in_right_;  ///< by left rule
  std::vector<bool> keeps_place_;      ///< by left rule
  SectionDiff section_;
};

}  // namespace

PartDiff DiffParts(const SaidPart* left, const SaidPart* right) {
  PartDiff diff;
  diff.name = (left != nullptr ? left : right)->name;
  if (right == nullptr) diff.in = PartDiff::In::kLeft;
  if (left == nullptr) diff.in = PartDiff::In::kRight;
  Side left_side(left, &diff.left_places);
  Side right_side(right, &diff.right_places);
  for (const std::string& key : KeysOf(left, right)) {
    const SaidField* left_field = FieldOf(left, key);
    const SaidField* right_field = FieldOf(right, key);
    auto field = DiffField(left_field, right_field);
    if (!field) continue;
    left_side.NotePlace(left_field, field->only_left);
    right_side.NotePlace(right_field, field->only_right);
    diff.fields.push_back(*std::move(field));
  }
  const bool is_alone = diff.in != PartDiff::In::kBoth;
  left_side.Finish(is_alone);
  right_side.Finish(is_alone);
  return diff;
}

SectionDiff DiffUnordered(SectionDiff::Kind kind, const std::vector<SaidPart>& left,
                          const std::vector<SaidPart>& right) {
  SectionDiff section;
  section.kind = kind;
  const IndexByName in_left = IndexOf(left);
  const IndexByName in_right = IndexOf(right);
  for (const SaidPart& part : left) {
    const auto found = in_right.find(part.name);
    Count(DiffParts(&part, found == in_right.end() ? nullptr : &right[found->second]), &section);
  }
  for (const SaidPart& part : right) {
    if (!in_left.contains(part.name)) Count(DiffParts(nullptr, &part), &section);
  }
  return section;
}

SectionDiff DiffRules(const std::vector<SaidPart>& left, const std::vector<SaidPart>& right) {
  return RulesDiffer(left, right).Run();
}

}  // namespace tranche
