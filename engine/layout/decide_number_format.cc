#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/layout/number_format.h"
#include "engine/layout/number_scan.h"

namespace tranche {
namespace {

constexpr std::string_view kMarks = ".,' ";

/// What the cells show of one mark; each holds an example, empty where none was seen.
struct MarkEvidence {
  std::string_view as_decimal;  ///< `12.5`: it cannot group
  std::string_view as_group;    ///< `1.234.567`: it can only group
  std::string_view as_either;   ///< `1.234`
};

class FormatEvidence {
 public:
  void Add(std::string_view cell) {
    const NumberShape shape = ScanNumberShape(cell);
    if (shape.problem != NumberProblem::kNone) return;  // will be rejected as a row, if it is used
    Marks marks;
    if (!ReadMarks(shape.body, &marks)) return;
    ++number_count_;
    if (marks.count == 0) return;
    MarkEvidence& last = Of(marks.last);
    if (marks.first != marks.last) {
      if (shape.has_exponent) return;
      if (marks.last != '.' && marks.last != ',') return;
      Keep(cell, &Of(marks.first).as_group);
      Keep(cell, &last.as_decimal);
      return;
    }
    const bool may_group = marks.groups_fit && !shape.has_exponent;
    const bool may_be_decimal = marks.count == 1 && (marks.last == '.' || marks.last == ',');
    if (may_group && may_be_decimal) Keep(cell, &last.as_either);
    if (may_group && !may_be_decimal) Keep(cell, &last.as_group);
    if (!may_group && may_be_decimal) Keep(cell, &last.as_decimal);
  }

  const MarkEvidence& of(char mark) const { return marks_[kMarks.find(mark)]; }
  std::size_t number_count() const { return number_count_; }

 private:
  struct Marks {
    std::size_t count = 0;
    char first = '\0';
    char last = '\0';
    bool groups_fit = true;  ///< one to three digits, then three behind each mark
  };

  /// False where the body can be no number in any format: three kinds of marks, or a decimal mark
  /// before or between group marks.
  static bool ReadMarks(std::string_view body, Marks* marks) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < body.size();) {
      if (IsDigit(body[i])) {
        ++length;
        ++i;
        continue;
      }
      const NumberMark mark = NumberMarkAt(body, i);
      if (marks->count == 0) {
        marks->first = mark.kind;
        if (length == 0 || length > 3 || body[0] == '0') marks->groups_fit = false;
      } else if (length != 3) {
        marks->groups_fit = false;
      }
      if (marks->count > 0 && marks->last != marks->first) return false;
      marks->last = mark.kind;
      ++marks->count;
      length = 0;
      i += mark.size;
    }
    // With a decimal mark at the end, any number of digits may follow it.
    if (marks->count > 0 && marks->last == marks->first && length != 3) marks->groups_fit = false;
    return marks->first == marks->last || marks->groups_fit;
  }

  static void Keep(std::string_view cell, std::string_view* example) {
    if (example->empty()) *example = cell;
  }
  MarkEvidence& Of(char mark) { return marks_[kMarks.find(mark)]; }

  std::array<MarkEvidence, kMarks.size()> marks_;
  std::size_t number_count_ = 0;
};

std::string Quoted(std::string_view cell) { return "'" + std::string(cell) + "'"; }

std::string MarkName(char mark) {
  return mark == ' ' ? "a space" : mark == '\'' ? "an apostrophe" : Quoted({&mark, 1});
}

absl::Status Contradiction(std::string_view one, std::string_view other) {
  return absl::InvalidArgumentError(
      "the amounts contradict each other: " + Quoted(one) + " and " + Quoted(other) +
      " cannot be written in one number format. Which mark separates decimals? Write "
      "`file: {decimal: \".\"}` or `file: {decimal: \",\"}` into the layout; amounts that do not "
      "fit it will be rejected and listed");
}

absl::Status OpenQuestion(std::string_view cell, char mark) {
  const std::string digits(1, mark == ',' ? '.' : ',');
  return absl::InvalidArgumentError(
      "is " + Quoted(cell) + " a whole number in the thousands, or a number with three decimals? " +
      "No amount in the first rows says it. Write `file: {decimal: \"" + digits +
      "\"}` into the layout where it is in the thousands, `file: {decimal: \"" +
      std::string(1, mark) + "\"}` where it has decimals");
}

/// Works out what was not stated.
class FormatDecision {
 public:
  FormatDecision(const FormatEvidence& evidence, std::optional<char> decimal,
                 std::optional<char> group)
      : evidence_(evidence), decimal_(decimal), group_(group) {}

  absl::Status Decide() {
    if (absl::Status status = DecimalFromProof(); !status.ok()) return status;
    if (absl::Status status = GroupFromProof(); !status.ok()) return status;
    if (absl::Status status = DecimalFromRest(); !status.ok()) return status;
    return GroupFromRest();
  }

  NumberFormat format() const { return {decimal_.value_or('\0'), group_.value_or('\0')}; }
  std::string_view decimal_example() const { return decimal_example_; }
  std::string_view group_example() const { return group_example_; }

 private:
  absl::Status DecimalFromProof() {
    if (decimal_) return absl::OkStatus();
    const std::string_view dot = group_ == '.' ? "" : evidence_.of('.').as_decimal;
    const std::string_view comma = group_ == ',' ? "" : evidence_.of(',').as_decimal;
    if (!dot.empty() && !comma.empty()) return Contradiction(dot, comma);
    if (!dot.empty()) SetDecimal('.', dot);
    if (!comma.empty()) SetDecimal(',', comma);
    return absl::OkStatus();
  }

  absl::Status GroupFromProof() {
    const bool decimal_stated = decimal_ && decimal_example_.empty();
    for (const char mark : kMarks) {
      const std::string_view example = evidence_.of(mark).as_group;
      if (example.empty() || (group_ && group_example_.empty())) continue;
      if (mark == decimal_) {
        if (!decimal_stated) return Contradiction(decimal_example_, example);
        continue;
      }
      if (group_) return Contradiction(group_example_, example);
      SetGroup(mark, example);
    }
    return absl::OkStatus();
  }

  /// `1.234` is no group where groups are written in another way.
  absl::Status DecimalFromRest() {
    if (decimal_) return absl::OkStatus();
    for (const char mark : std::string_view(".,")) {
      const std::string_view example = evidence_.of(mark).as_either;
      if (example.empty() || mark == group_) continue;
      if (!group_) return OpenQuestion(example, mark);
      if (decimal_) return Contradiction(decimal_example_, example);
      SetDecimal(mark, example);
    }
    if (!decimal_ && group_ == ',') decimal_ = '.';
    if (!decimal_ && group_ == '.') decimal_ = ',';
    return absl::OkStatus();
  }

  /// `1.234` is a group where decimals are written in another way.
  absl::Status GroupFromRest() {
    if (group_ || !decimal_) return absl::OkStatus();
    const char other = *decimal_ == '.' ? ',' : '.';
    const MarkEvidence& mark = evidence_.of(other);
    if (!mark.as_either.empty() && mark.as_decimal.empty()) SetGroup(other, mark.as_either);
    return absl::OkStatus();
  }

  void SetDecimal(char mark, std::string_view example) {
    decimal_ = mark;
    decimal_example_ = example;
  }
  void SetGroup(char mark, std::string_view example) {
    group_ = mark;
    group_example_ = example;
  }

  const FormatEvidence& evidence_;
  std::optional<char> decimal_;
  std::optional<char> group_;
  std::string_view
      decimal_example_;  ///< empty where the layout states the mark, or another says it
  std::string_view group_example_;
};

std::string Assumption(const FormatDecision& decision, bool decimal_stated, bool group_stated,
                       std::size_t number_count) {
  const NumberFormat format = decision.format();
  std::string text;
  if (!decimal_stated) {
    if (format.decimal == '\0') {
      text = "no amount of the first " + std::to_string(number_count) +
             " has a decimal mark; a later one that has will be rejected";
    } else {
      text = "decimals follow " + MarkName(format.decimal);
      text += decision.decimal_example().empty()
                  ? ", for the other mark groups thousands"
                  : " (as in " + Quoted(decision.decimal_example()) + ")";
    }
  }
  if (!group_stated) {
    if (!text.empty()) text += "; ";
    text += format.group == '\0' ? "thousands are not grouped"
                                 : "thousands are grouped by " + MarkName(format.group) +
                                       " (as in " + Quoted(decision.group_example()) + ")";
  }
  return text;
}

}  // namespace

absl::StatusOr<NumberFormat> DecideNumberFormat(std::span<const std::string_view> cells,
                                                std::optional<char> decimal,
                                                std::optional<char> group,
                                                std::string* assumption) {
  FormatEvidence evidence;
  for (const std::string_view cell : cells) evidence.Add(cell);
  FormatDecision decision(evidence, decimal, group);
  if (absl::Status status = decision.Decide(); !status.ok()) return status;
  if (assumption != nullptr) {
    *assumption =
        Assumption(decision, decimal.has_value(), group.has_value(), evidence.number_count());
  }
  return decision.format();
}

}  // namespace tranche
