#include "engine/study/book_diff.h"

#include <algorithm>

#include "engine/study/part_diff.h"
#include "engine/study/said_parts.h"

namespace tranche {
namespace {

DiffedBook BookOf(const Rulebook& book) {
  return {book.name, book.title, book.version, book.files.empty() ? "" : book.files.front().path,
          book.settings};
}

}  // namespace

std::string_view SectionKey(SectionDiff::Kind kind) {
  switch (kind) {
    case SectionDiff::Kind::kSettings:
      return "settings";
    case SectionDiff::Kind::kBuckets:
      return "buckets";
    case SectionDiff::Kind::kTargets:
      return "targets";
    case SectionDiff::Kind::kOptions:
      return "options";
    case SectionDiff::Kind::kItems:
      return "items";
    case SectionDiff::Kind::kRules:
      return "rules";
    case SectionDiff::Kind::kConcepts:
      return "concepts";
    case SectionDiff::Kind::kLists:
      break;
  }
  return "lists";
}

bool BookDiff::SaysTheSame() const {
  return std::all_of(sections.begin(), sections.end(),
                     [](const SectionDiff& section) { return section.parts.empty(); });
}

BookDiff DiffBooks(const Rulebook& left, const Rulebook& right) {
  using Kind = SectionDiff::Kind;
  BookDiff diff;
  diff.left = BookOf(left);
  diff.right = BookOf(right);
  diff.sections.push_back(DiffUnordered(Kind::kSettings, SaidSettings(left), SaidSettings(right)));
  diff.sections.push_back(DiffUnordered(Kind::kBuckets, SaidBuckets(left), SaidBuckets(right)));
  diff.sections.push_back(DiffUnordered(Kind::kTargets, SaidTargets(left), SaidTargets(right)));
  diff.sections.push_back(DiffUnordered(Kind::kOptions, SaidOptions(left), SaidOptions(right)));
  diff.sections.push_back(DiffUnordered(Kind::kItems, SaidItems(left), SaidItems(right)));
  diff.sections.push_back(DiffRules(SaidRules(left), SaidRules(right)));
  diff.sections.push_back(DiffUnordered(Kind::kConcepts, SaidConcepts(left), SaidConcepts(right)));
  diff.sections.push_back(DiffUnordered(Kind::kLists, SaidLists(left), SaidLists(right)));
  return diff;
}

}  // namespace tranche
