// Which rows make lines, and what their sums are checked against.
#include <array>
#include <string_view>

#include "engine/layout/forms.h"

namespace tranche::form {
namespace {

using Kind = FormValue::Kind;
constexpr FormNeed kRequired = FormNeed::kRequired;
constexpr FormNeed kOptional = FormNeed::kOptional;

constexpr FormValue kExpression{.kind = Kind::kPureText, .pattern = "^/.+/$"};
constexpr FormValue kCodeText{.kind = Kind::kPureText, .pattern = R"(\S)"};
constexpr FormValue kTwoCodes{.kind = Kind::kList, .of = &kCodeText};
constexpr FormValue kTrue{.kind = Kind::kTrueFalse};
constexpr FormKey kTestColumn{"column", kRequired, &kFilledText, "The column that is looked at."};
constexpr FormKey kEquals{"equals", kOptional, &kTextOrTexts, "Rows whose cell is one of these."};
constexpr FormKey kStartsWith{"starts_with", kOptional, &kTextOrTexts,
                              "Rows whose cell begins with one of these."};
constexpr FormKey kMatches{"matches", kOptional, &kExpression,
                           R"(Rows whose cell has this in it, as '/^9\d\d$/'.)"};
constexpr FormKey kBetween{"between", kOptional, &kTwoCodes,
                           "Rows with a code from the first to the second, both as long as it."};
constexpr FormKey kEmpty{"empty", kOptional, &kTrue,
                         "true: rows whose cell is printed empty. false: all others."};
constexpr std::array<std::string_view, 1> kAsWords = {"control"};
constexpr FormValue kAs{.kind = Kind::kWord, .words = kAsWords};
constexpr auto kDropKeys = std::to_array<FormKey>({
    kTestColumn,
    kEquals,
    kStartsWith,
    kMatches,
    kBetween,
    kEmpty,
    {"because", kRequired, &kFilledText, "Why these rows are left out; reports count them by it."},
    {"as", kOptional, &kAs, "control: the rows are totals, and prove the sum of their rows."},
    {"of", kOptional, &kTextOrTexts,
     "With as: control, what a total sums up: the rows that agree with it in these columns, or "
     "rows "
     "above, or, left out, all rows."},
    {"tolerance", kOptional, &kFilledText, "With as: control, by how much a total may differ."},
});
constexpr auto kKeepKeys = std::to_array<FormKey>({
    kTestColumn,
    kEquals,
    kStartsWith,
    kMatches,
    kBetween,
    kEmpty,
    {"otherwise", kRequired, &kFilledText, "Why all other rows are left out."},
});
constexpr std::array<std::string_view, 5> kTestKeys = {"equals", "starts_with", "matches",
                                                       "between", "empty"};
constexpr std::array<FormChoice, 1> kTestChoices = {{{kTestKeys, /*only_one=*/false}}};

constexpr FormValue kDropMap{.kind = Kind::kMap, .form = &kDropTest};
constexpr FormValue kDropList{.kind = Kind::kList, .of = &kDropMap, .may_be_empty = true};
constexpr std::array<const FormValue*, 2> kDropChoices = {&kDropMap, &kDropList};
constexpr FormValue kDrop{.kind = Kind::kOneOf, .choices = kDropChoices};
constexpr FormValue kKeepMap{.kind = Kind::kMap, .form = &kKeepTest};
constexpr FormValue kKeepList{.kind = Kind::kList, .of = &kKeepMap, .may_be_empty = true};
constexpr std::array<const FormValue*, 2> kKeepChoices = {&kKeepMap, &kKeepList};
constexpr FormValue kKeep{.kind = Kind::kOneOf, .choices = kKeepChoices};

constexpr std::array<std::string_view, 2> kRemainderWords = {"keep", "refuse"};
constexpr FormValue kRemainder{.kind = Kind::kWord, .words = kRemainderWords};
constexpr auto kLeavesOfKeys = std::to_array<FormKey>({
    {"code", kRequired, &kTextOrTexts, "The columns of the code whose deepest rows are lines."},
    {"within", kOptional, &kTextOrTexts, "The columns within which the code counts."},
    {"headings", kOptional, &kFilledText,
     "A column of the code that is printed only in headings and filled down below them."},
    {"remainder", kOptional, &kRemainder,
     "keep: what the rows below do not explain becomes a line. refuse: it is an error."},
});
constexpr FormValue kSize{.kind = Kind::kInteger, .from = 1, .to = 1000};
constexpr auto kLevelKeys = std::to_array<FormKey>({
    {"column", kRequired, &kFilledText, "The column with the codes."},
    {"length", kOptional, &kSize, "How many characters the codes of the level have."},
    {"segments", kOptional, &kSize, "How many segments they have."},
    {"separator", kOptional, &kAnyText, "What stands between segments; a dot if left out."},
});
constexpr std::array<std::string_view, 2> kLevelWays = {"length", "segments"};
constexpr std::array<FormChoice, 1> kLevelChoices = {{{kLevelWays}}};
constexpr FormValue kLevelMap{.kind = Kind::kMap, .form = &kLevel};
constexpr FormValue kVersionName{.kind = Kind::kPureText, .pattern = R"(\S)"};
constexpr auto kVersionsKeys = std::to_array<FormKey>({
    {"column", kRequired, &kFilledText, "The column that says of which version a row is."},
    {"use", kRequired, &kVersionName, "The version that is read, or last."},
    {"within", kOptional, &kTextOrTexts,
     "With use: last, columns that identify a line: the last version of each is read."},
});
constexpr FormValue kVersionsMap{.kind = Kind::kMap, .form = &kVersions};
constexpr FormValue kLeavesOfMap{.kind = Kind::kMap, .form = &kLeavesOf};
constexpr auto kRowsKeys = std::to_array<FormKey>({
    {"leaves_of", kOptional, &kLeavesOfMap, "Only the deepest rows of a hierarchy are lines."},
    {"level", kOptional, &kLevelMap, "Only rows whose code is of one length are lines."},
    {"once_per", kOptional, &kTextOrTexts,
     "Rows that agree in these columns repeat one amount, which counts once."},
    {"versions", kOptional, &kVersionsMap, "Only one version of the budget in the file is read."},
    {"drop", kOptional, &kDrop, "Rows that are left out."},
    {"keep", kOptional, &kKeep, "Only these rows are lines."},
});

constexpr FormKey kTotalAmount = {"amount", kRequired, &kFilledText,
                                  "The published total, in digits without grouping."};
constexpr FormKey kTotalTolerance = {"tolerance", kOptional, &kFilledText,
                                     "By how much the sum may differ; 0 if left out."};
constexpr FormKey kTotalPhase = {"phase", kOptional, &kPhaseName,
                                 "Only lines of this phase, where the file has several."};
constexpr FormKey kTotalDiffersBy = {
    "differs_by", kOptional, &kFilledText,
    "A difference that is known and explained: what is read minus the published total."};
constexpr FormKey kTotalBecause = {"because", kOptional, &kFilledText,
                                   "With differs_by: why the two differ."};
constexpr FormKey kTotalSource = {"source", kOptional, &kFilledText, "Who published the total."};
constexpr auto kControlTotalKeys = std::to_array<FormKey>(
    {kTotalAmount, kTotalTolerance, kTotalPhase, kTotalDiffersBy, kTotalBecause, kTotalSource});
constexpr Form kControlCells{.id = "control_cells",
                             .what = "`of`",
                             .about = "Columns and what stands in them.",
                             .is_filled = true,
                             .named = &kFilledText};
constexpr FormValue kControlCellsMap{.kind = Kind::kMap, .form = &kControlCells};
constexpr FormValue kTotalYear{.kind = Kind::kInteger, .from = 1800, .to = 2200};
constexpr auto kControlEntryKeys = std::to_array<FormKey>(
    {kTotalAmount,
     {"year", kOptional, &kTotalYear, "Only lines of this year, where the file has several."},
     kTotalPhase,
     {"of", kOptional, &kControlCellsMap,
      "Only rows in which these columns have these values, as in {CHAPTER: \"14\"}."},
     kTotalTolerance,
     kTotalDiffersBy,
     kTotalBecause,
     kTotalSource});
constexpr FormValue kControlTotalMap{.kind = Kind::kMap, .form = &kControlTotal};
constexpr FormValue kControlEntryMap{.kind = Kind::kMap, .form = &kControlEntry};
constexpr std::array<const FormValue*, 2> kYearTotalChoices = {&kFilledText, &kControlTotalMap};
constexpr FormValue kYearTotal{.kind = Kind::kOneOf, .choices = kYearTotalChoices};
constexpr Form kControlTotals{.id = "control_totals",
                              .what = "`control_total`",
                              .about = "Published totals by year, as in 2017: {amount: 1250}.",
                              .named = &kYearTotal,
                              .name_pattern = "^[0-9]{4}$"};
constexpr FormValue kControlsByYear{.kind = Kind::kMap, .form = &kControlTotals};
constexpr std::array<const FormValue*, 2> kControlMapChoices = {&kControlsByYear,
                                                                &kControlEntryMap};
constexpr FormValue kControlMap{
    .kind = Kind::kOneOf, .choices = kControlMapChoices, .deciding_key = "amount"};
constexpr FormValue kControlList{.kind = Kind::kList, .of = &kControlEntryMap};
constexpr std::array<const FormValue*, 3> kControlChoices = {&kFilledText, &kControlMap,
                                                             &kControlList};

}  // namespace

constexpr Form kDropTest{.id = "drop",
                         .what = "an entry of `drop`",
                         .about = "Rows that are left out.",
                         .keys = kDropKeys,
                         .choices = kTestChoices};
constexpr Form kKeepTest{.id = "keep",
                         .what = "an entry of `keep`",
                         .about = "Rows that stay; all others are left out.",
                         .keys = kKeepKeys,
                         .choices = kTestChoices};
constexpr Form kLeavesOf{.id = "leaves_of",
                         .what = "`leaves_of`",
                         .about = "Only the deepest rows of a hierarchy are lines.",
                         .keys = kLeavesOfKeys};
constexpr Form kLevel{.id = "level",
                      .what = "`level`",
                      .about = "Only rows whose code is of one length are lines.",
                      .keys = kLevelKeys,
                      .choices = kLevelChoices};
constexpr Form kVersions{.id = "versions",
                         .what = "`versions`",
                         .about = "Only one version of the budget in the file is read.",
                         .keys = kVersionsKeys};
constexpr Form kRows{
    .id = "rows", .what = "`rows`", .about = "Which rows are lines.", .keys = kRowsKeys};
constexpr Form kControlTotal{.id = "control_total",
                             .what = "the control total of a year",
                             .about = "What the file must add up to.",
                             .keys = kControlTotalKeys};
constexpr Form kControlEntry{.id = "control_entry",
                             .what = "an entry of `control_total`",
                             .about = "What the file, or a part of it, must add up to.",
                             .keys = kControlEntryKeys};
constexpr FormValue kControlTotalsValue{.kind = Kind::kOneOf, .choices = kControlChoices};

}  // namespace tranche::form
