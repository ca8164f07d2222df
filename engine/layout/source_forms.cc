// Where texts, codes, fields and the nature of money come from.
#include <array>
#include <span>
#include <string_view>

#include "engine/layout/forms.h"

namespace tranche::form {
namespace {

using Kind = FormValue::Kind;
using Keys = std::span<const FormKey>;
constexpr FormNeed kRequired = FormNeed::kRequired;
constexpr FormNeed kOptional = FormNeed::kOptional;

constexpr std::array<std::string_view, 2> kOfWords = {"own", "parents"};
constexpr FormValue kOf{.kind = Kind::kWord, .words = kOfWords};
constexpr FormKey kOfKey{"of", kOptional, &kOf,
                         "own: a label of the line itself. parents: a label above the line."};

// `of` comes first in each: the forms of a source without it leave the first key out.
constexpr auto kNoneKeys = std::to_array<FormKey>({
    kOfKey,
    {"column", kOptional, &kFilledText, "The column."},
    {"split", kOptional, &kFilledText, "How its cells are cut into parts."},
    {"take", kOptional, &kFilledText, "The part that is wanted."},
    {"join", kOptional, &kTextOrTexts, "Columns that are joined."},
    {"lookup", kOptional, &kFilledText, "A file beside the data."},
    {"crosswalk", kOptional, &kFilledText, "A table that turns codes into others."},
});
constexpr auto kColumnKeys = std::to_array<FormKey>({
    kOfKey,
    {"column", kRequired, &kFilledText, "The column, by its title or its letter."},
    {"split", kOptional, &kFilledText,
     R"(How its cells are cut into named parts, as '(?<code>\d+) (?<title>.*)'.)"},
    {"take", kOptional, &kFilledText, "The name of the part that is wanted, with `split`."},
});
constexpr auto kJoinKeys = std::to_array<FormKey>({
    kOfKey,
    {"join", kRequired, &kTextOrTexts, "The columns whose cells are joined, two or more."},
    {"with", kOptional, &kAnyText, "What stands between the cells."},
});
constexpr auto kLookupKeys = std::to_array<FormKey>({
    kOfKey,
    {"lookup", kRequired, &kFilledText,
     "A file beside the data in which cells are looked up; {year} stands for the year."},
    {"key", kRequired, &kFilledText, "The column of that file in which the cell is found."},
    {"from", kRequired, &kFilledText, "The column of the data whose cells are looked up."},
    {"take", kRequired, &kFilledText, "The column of that file that holds what is wanted."},
});
constexpr auto kCrosswalkKeys = std::to_array<FormKey>({
    kOfKey,
    {"crosswalk", kRequired, &kFilledText,
     "A table that turns codes into others; its path begins at the folder of the layout."},
    {"from", kRequired, &kFilledText, "The column of the data with the codes."},
});

constexpr std::string_view kWhat = "a source";
constexpr Form kTextNone{
    .id = "text_source", .what = "a text", .about = "Where a text comes from.", .keys = kNoneKeys};
constexpr Form kTextColumn{
    .id = "text_column", .what = "a text", .about = "The text of a column.", .keys = kColumnKeys};
constexpr Form kTextJoin{.id = "text_join",
                         .what = "a text",
                         .about = "Cells of several columns, joined.",
                         .keys = kJoinKeys};
constexpr Form kTextLookup{
    .id = "text_lookup", .what = "a text", .about = "A text of another file.", .keys = kLookupKeys};
constexpr Form kTextCrosswalk{.id = "text_crosswalk",
                              .what = "a text",
                              .about = "A text of a table of codes.",
                              .keys = kCrosswalkKeys};
constexpr Form kNone{.id = "source",
                     .what = kWhat,
                     .about = "Where a value comes from.",
                     .keys = Keys(kNoneKeys).subspan(1)};
constexpr Form kColumn{.id = "column",
                       .what = kWhat,
                       .about = "The cells of a column.",
                       .keys = Keys(kColumnKeys).subspan(1)};
constexpr Form kJoin{.id = "join",
                     .what = kWhat,
                     .about = "Cells of several columns, joined.",
                     .keys = Keys(kJoinKeys).subspan(1)};
constexpr Form kLookup{.id = "lookup",
                       .what = kWhat,
                       .about = "A value of another file.",
                       .keys = Keys(kLookupKeys).subspan(1)};
constexpr Form kCrosswalk{.id = "crosswalk",
                          .what = kWhat,
                          .about = "A value of a table of codes.",
                          .keys = Keys(kCrosswalkKeys).subspan(1)};

constexpr FormValue kTextColumnMap{.kind = Kind::kMap, .form = &kTextColumn};
constexpr FormValue kTextJoinMap{.kind = Kind::kMap, .form = &kTextJoin};
constexpr FormValue kTextLookupMap{.kind = Kind::kMap, .form = &kTextLookup};
constexpr FormValue kTextCrosswalkMap{.kind = Kind::kMap, .form = &kTextCrosswalk};
constexpr std::array<const FormValue*, 5> kTextChoices = {
    &kFilledText, &kTextColumnMap, &kTextJoinMap, &kTextLookupMap, &kTextCrosswalkMap};
constexpr FormValue kText{.kind = Kind::kOneOf, .choices = kTextChoices};

constexpr FormValue kColumnMap{.kind = Kind::kMap, .form = &kColumn};
constexpr FormValue kJoinMap{.kind = Kind::kMap, .form = &kJoin};
constexpr FormValue kLookupMap{.kind = Kind::kMap, .form = &kLookup};
constexpr FormValue kCrosswalkMap{.kind = Kind::kMap, .form = &kCrosswalk};
constexpr std::array<const FormValue*, 5> kSourceChoices = {&kFilledText, &kColumnMap, &kJoinMap,
                                                            &kLookupMap, &kCrosswalkMap};

constexpr std::string_view kPlainName = "^[A-Za-z][A-Za-z0-9_-]*$";
constexpr Form kTexts{.id = "texts_of_lines",
                      .what = "`text`",
                      .about =
                          "Texts of a line by names of your choice, as in description: TITLE. "
                          "parents: titles takes the titles of the rows above.",
                      .named = &kText,
                      .name_pattern = kPlainName};
constexpr Form kCodes{.id = "codes",
                      .what = "`codes`",
                      .about =
                          "Codes of a line by scheme: cofog, or a country and a name, as in "
                          "esp-programa.",
                      .named = &kSourceValue,
                      .name_pattern = "^(cofog|[a-z]{3}-[a-z0-9-]+)$"};
constexpr Form kFields{.id = "fields",
                       .what = "`fields`",
                       .about =
                           "More of a line by names of your choice, for rules that ask for "
                           "exact values.",
                       .named = &kSourceValue,
                       .name_pattern = kPlainName};

}  // namespace

constexpr SourceForms kSource{&kNone, &kColumn, &kJoin, &kLookup, &kCrosswalk};
constexpr SourceForms kTextSource{&kTextNone, &kTextColumn, &kTextJoin, &kTextLookup,
                                  &kTextCrosswalk};
constexpr FormValue kSourceValue{
    .kind = Kind::kOneOf, .id = "column_or_source", .choices = kSourceChoices};
constexpr FormValue kTextsValue{.kind = Kind::kMap, .form = &kTexts};
constexpr FormValue kCodesValue{.kind = Kind::kMap, .form = &kCodes};
constexpr FormValue kFieldsValue{.kind = Kind::kMap, .form = &kFields};

}  // namespace tranche::form
