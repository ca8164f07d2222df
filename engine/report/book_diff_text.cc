#include "engine/report/book_diff_text.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/report/number_text.h"
#include "engine/report/side_by_side.h"
#include "engine/report/text_table.h"

namespace tranche {
namespace {

/// Entries of a list on one side.
constexpr std::size_t kMostEntries = 24;

struct SectionWords {
  std::string_view title;
  std::string_view one;
  std::string_view many;
};

SectionWords WordsOf(SectionDiff::Kind kind) {
  switch (kind) {
    case SectionDiff::Kind::kSettings:
      return {"Settings", "setting", "settings"};
    case SectionDiff::Kind::kBuckets:
      return {"Buckets", "bucket", "buckets"};
    case SectionDiff::Kind::kTargets:
      return {"Targets", "target", "targets"};
    case SectionDiff::Kind::kOptions:
      return {"Options", "option", "options"};
    case SectionDiff::Kind::kItems:
      return {"Items", "item", "items"};
    case SectionDiff::Kind::kRules:
      return {"Rules", "rule", "rules"};
    case SectionDiff::Kind::kConcepts:
      return {"Concepts", "concept", "concepts"};
    case SectionDiff::Kind::kLists:
      break;
  }
  return {"Lists", "list", "lists"};
}

/// Line ends that a book wrote are spaces here.
std::string Clean(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return Printable(text);
}

/// `1 option, 2 items and 3 rules`; empty where nothing is counted.
std::string CountsText(const BookDiff& diff, bool of_alike) {
  std::vector<std::string> counts;
  for (const SectionDiff& section : diff.sections) {
    const std::size_t count = of_alike ? section.alike.size() : section.parts.size();
    const SectionWords words = WordsOf(section.kind);
    if (count > 0) counts.push_back(Counted(count, words.one, words.many));
  }
  std::string text;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (i > 0) text += i + 1 == counts.size() ? " and " : ", ";
    text += counts[i];
  }
  return text;
}

std::string BookText(const DiffedBook& book) {
  std::string text = book.name + " (" + book.path;
  for (const std::string& setting : book.settings) text += ", with " + setting;
  return Clean(text + ")");
}

/// What the columns are called: the books' names, or their files where these are the same.
std::string ColumnName(const DiffedBook& book, const DiffedBook& other) {
  return Clean(book.name == other.name ? book.path : book.name);
}

std::string PlacesText(const std::vector<SourceSpan>& places) {
  std::string text;
  for (const SourceSpan& place : places) {
    if (!text.empty()) text += '\n';
    text += Clean(PlaceOf(place));
  }
  return text;
}

/// Texts that have commas of their own stand one below the other.
std::string EntriesText(const std::vector<std::string>& entries) {
  const bool has_commas = std::any_of(entries.begin(), entries.end(), [](const std::string& entry) {
    return entry.find(", ") != std::string::npos;
  });
  std::string text;
  for (std::size_t i = 0; i < std::min(entries.size(), kMostEntries); ++i) {
    if (i > 0) text += has_commas ? "\n" : ", ";
    text += Clean(entries[i]);
  }
  if (entries.size() > kMostEntries) {
    text += "\nand " + Thousands(entries.size() - kMostEntries) + " more (--format json has all)";
  }
  return text;
}

std::string ListCell(const std::vector<std::string>& entries, std::size_t in_both) {
  std::string text = EntriesText(entries);
  if (in_both == 0) return text.empty() ? "(none)" : text;
  if (!text.empty()) text += "\nand ";
  return text + Thousands(in_both) + " that both have";
}

std::string TextCell(const std::string& text) { return text.empty() ? "(none)" : Clean(text); }

/// Of a long condition the pieces that one side has alone, where the rest is the same.
bool NeedsPieces(const FieldDiff& field) {
  constexpr std::size_t kShort = 60;
  return !field.is_list && field.in_both > 0 &&
         std::max(field.left.size(), field.right.size()) > kShort;
}

/// Examples of a rule that the other book does not have at all say little.
std::string SideText(const PartDiff& part, const FieldDiff& field, bool is_left) {
  const std::vector<std::string>& only = is_left ? field.only_left : field.only_right;
  if (!field.is_list) return TextCell(is_left ? field.left : field.right);
  if (part.in != PartDiff::In::kBoth && field.key == "examples") {
    return Counted(only.size(), "example", "examples");
  }
  return ListCell(only, field.in_both);
}

/// The cells of one field; the column of a book that does not have the part stays empty.
void AppendField(const PartDiff& part, const FieldDiff& field, std::string* out) {
  const bool in_left = part.in != PartDiff::In::kRight;
  const bool in_right = part.in != PartDiff::In::kLeft;
  AppendSideBySide("    " + field.key, in_left ? SideText(part, field, true) : "",
                   in_right ? SideText(part, field, false) : "", out);
  if (!NeedsPieces(field)) return;
  const auto pieces = [](const std::vector<std::string>& only) {
    return only.empty() ? std::string("(nothing more)") : EntriesText(only);
  };
  AppendSideBySide("    only here", pieces(field.only_left), pieces(field.only_right), out);
}

/// Nothing differs but its place in the order.
bool IsOnlyMoved(const PartDiff& part) { return part.has_moved && part.fields.size() == 1; }

/// How many rules from `first` on stand one behind the other in both books and have only moved.
std::size_t MovedTogether(const std::vector<PartDiff>& parts, std::size_t first) {
  if (!parts[first].has_moved) return 1;
  std::size_t count = 1;
  for (; first + count < parts.size() && IsOnlyMoved(parts[first + count]); ++count) {
    const PartDiff& before = parts[first + count - 1];
    const PartDiff& part = parts[first + count];
    const bool follows = part.left_position == before.left_position + 1 &&
                         part.right_position == before.right_position + 1;
    if (!follows) break;
  }
  return count;
}

class Writer {
 public:
  explicit Writer(const BookDiff& diff) : diff_(diff) {}

  std::string Run() {
    AppendOpening();
    for (const SectionDiff& section : diff_.sections) {
      if (!section.parts.empty()) AppendSection(section);
    }
    return std::move(out_);
  }

 private:
  void AppendOpening() {
    const std::string differing = CountsText(diff_, /*of_alike=*/false);
    const std::string asked = Clean(diff_.asked);
    const std::string books = BookText(diff_.left) + " and " + BookText(diff_.right);
    if (differing.empty()) {
      AppendWrapped(
          "", 2,
          "The two books say the same" + (asked.empty() ? "" : " of " + asked) + ": " + books,
          &out_);
      if (!asked.empty()) return;
    } else if (asked.empty()) {
      AppendWrapped("", 2, books + " differ in " + differing, &out_);
    } else {
      AppendWrapped("", 2,
                    books + " differ in " + asked + (IsOnePart() ? "" : " (" + differing + ")"),
                    &out_);
    }
    const std::string alike = CountsText(diff_, /*of_alike=*/true);
    if (!alike.empty()) AppendWrapped("", 2, "Alike: " + alike, &out_);
  }

  /// Nothing was asked for but one part, so that a count says nothing.
  bool IsOnePart() const {
    return diff_.sections.size() == 1 && diff_.sections.front().alike.empty() &&
           diff_.sections.front().parts.size() == 1;
  }

  void AppendSection(const SectionDiff& section) {
    out_ += '\n';
    const std::string title =
        std::string(WordsOf(section.kind).title) + " (" + Thousands(section.parts.size()) + ")";
    AppendSideBySide(title, ColumnName(diff_.left, diff_.right),
                     ColumnName(diff_.right, diff_.left), &out_);
    for (std::size_t i = 0; i < section.parts.size();) {
      const PartDiff& part = section.parts[i];
      const std::size_t count = MovedTogether(section.parts, i);
      if (section.kind == SectionDiff::Kind::kSettings) {
        AppendField(part, part.fields.front(), &out_);
        AppendPlaces("", part);
      } else {
        AppendPart(part);
      }
      if (count > 1) AppendFollowers(section.parts, i + 1, i + count);
      i += count;
    }
  }

  /// The rules that moved with the one before them: one sentence says it.
  void AppendFollowers(const std::vector<PartDiff>& parts, std::size_t begin, std::size_t end) {
    std::string text;
    if (end - begin > kMostEntries) {
      text = "the " + Thousands(end - begin) + " rules behind it, to " + Clean(parts[end - 1].name);
    } else {
      for (std::size_t i = begin; i < end; ++i) {
        text += (text.empty() ? "" : ", ") + Clean(parts[i].name);
      }
    }
    AppendWrapped("    and with it ", 4, text, &out_);
  }

  void AppendPart(const PartDiff& part) {
    out_ += "  " + Clean(part.name);
    if (part.has_moved) out_ += " (moved)";
    out_ += '\n';
    AppendPlaces("    where", part);
    for (const FieldDiff& field : part.fields) AppendField(part, field, &out_);
  }

  void AppendPlaces(std::string_view label, const PartDiff& part) {
    constexpr std::string_view kNotThere = "(not in this book)";
    const std::string left = PlacesText(part.left_places);
    const std::string right = PlacesText(part.right_places);
    AppendSideBySide(label, part.in == PartDiff::In::kRight ? kNotThere : left,
                     part.in == PartDiff::In::kLeft ? kNotThere : right, &out_);
  }

  const BookDiff& diff_;
  std::string out_;
};

}  // namespace

std::string BookDiffText(const BookDiff& diff) { return Writer(diff).Run(); }

}  // namespace tranche
