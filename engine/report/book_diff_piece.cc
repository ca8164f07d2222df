#include "engine/report/book_diff_piece.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/suggest.h"

namespace tranche {
namespace {

using Kind = SectionDiff::Kind;

const SectionDiff& SectionOf(const BookDiff& diff, Kind kind) {
  return *std::find_if(diff.sections.begin(), diff.sections.end(),
                       [kind](const SectionDiff& section) { return section.kind == kind; });
}

std::vector<std::string> NamesOf(const SectionDiff& section) {
  std::vector<std::string> names = section.alike;
  for (const PartDiff& part : section.parts) names.push_back(part.name);
  return names;
}

absl::Status NoSuch(std::string_view what, const std::string& name,
                    const std::vector<std::string>& known) {
  const std::string hint = DidYouMean(name, known);
  return absl::NotFoundError("neither book has " + std::string(what) + " '" + name + "'" +
                             (hint.empty() ? "" : "; " + hint));
}

/// Only the part `name` of a section.
SectionDiff OnePart(SectionDiff section, const std::string& name) {
  std::erase_if(section.parts, [&name](const PartDiff& part) { return part.name != name; });
  std::erase_if(section.alike, [&name](const std::string& each) { return each != name; });
  return section;
}

class Selector {
 public:
  explicit Selector(const BookDiff& diff) : diff_(diff), piece_(diff) { piece_.sections.clear(); }

  absl::Status AddNamed(Kind kind, std::string_view what, const std::string& name) {
    const SectionDiff& section = SectionOf(diff_, kind);
    const std::vector<std::string> names = NamesOf(section);
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      return NoSuch(what, name, names);
    }
    piece_.sections.push_back(OnePart(section, name));
    Ask(std::string(what.substr(what.find(' ') + 1)) + " '" + name + "'");
    return absl::OkStatus();
  }

  /// A whole section, or one of the settings.
  absl::Status AddPart(const std::string& part) {
    const std::string key = part == "vocabulary" ? "concepts" : part;
    std::vector<std::string> known = NamesOf(SectionOf(diff_, Kind::kSettings));
    if (std::find(known.begin(), known.end(), key) != known.end()) {
      piece_.sections.push_back(OnePart(SectionOf(diff_, Kind::kSettings), key));
      Ask("`" + part + "`");
      return absl::OkStatus();
    }
    for (const SectionDiff& section : diff_.sections) {
      known.emplace_back(SectionKey(section.kind));
      if (known.back() != key) continue;
      piece_.sections.push_back(section);
      Ask("`" + part + "`");
      return absl::OkStatus();
    }
    return NoSuch("a part", part, known);
  }

  BookDiff Take() { return std::move(piece_); }

 private:
  void Ask(const std::string& what) {
    piece_.asked += (piece_.asked.empty() ? "" : " and ") + what;
  }

  const BookDiff& diff_;
  BookDiff piece_;
};

}  // namespace

absl::StatusOr<BookDiff> BookDiffPiece(const BookDiff& diff, const BookSelection& selection) {
  Selector selector(diff);
  absl::Status status;
  if (!selection.part.empty()) status = selector.AddPart(selection.part);
  if (status.ok() && !selection.item.empty()) {
    status = selector.AddNamed(Kind::kItems, "an item", selection.item);
  }
  if (status.ok() && !selection.rule.empty()) {
    status = selector.AddNamed(Kind::kRules, "a rule", selection.rule);
  }
  if (!status.ok()) return status;
  BookDiff piece = selector.Take();
  if (piece.sections.empty()) return diff;
  return piece;
}

}  // namespace tranche
