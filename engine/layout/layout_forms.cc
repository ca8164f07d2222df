// A layout and its small parts.
#include <array>
#include <string_view>

#include "engine/layout/forms.h"

namespace tranche::form {
namespace {

using Kind = FormValue::Kind;
constexpr FormNeed kRequired = FormNeed::kRequired;
constexpr FormNeed kOptional = FormNeed::kOptional;

constexpr FormValue kExpression{
    .kind = Kind::kPureText, .id = "search_pattern", .pattern = "^/.+/$"};

// recognise
constexpr auto kRecogniseKeys = std::to_array<FormKey>({
    {"header", kOptional, &kTextOrTexts,
     R"(Titles of columns by which such files are known; '/\d{4}/ x6' takes six or more.)"},
    {"file_name", kOptional, &kFilledText, "A part of the file's name, or a pattern in slashes."},
});
constexpr std::array<std::string_view, 2> kRecogniseAny = {"header", "file_name"};
constexpr std::array<FormChoice, 1> kRecogniseChoices = {{{kRecogniseAny, /*only_one=*/false}}};

// file
constexpr FormValue kDelimiter{.kind = Kind::kPureText,
                               .pattern = R"(^(tab|\t|[!#$%&()*,/:;<=>?@\[\\\]^_`{|}~])"
                                          R"(|[ \t]?[!#$%&()*,/:;<=>?@\[\\\]^_`{|}~ \t]{1,3})$)"};
constexpr FormValue kQuote{.kind = Kind::kPureText,
                           .pattern = R"(^(none|["'!#$%&*/:<>@\\^_`|~])$)"};
constexpr std::array<std::string_view, 1> kHeaderWords = {"none"};
constexpr FormValue kNoHeader{.kind = Kind::kWord, .words = kHeaderWords};
constexpr FormValue kHeaderRows{.kind = Kind::kInteger, .from = 1, .to = 9};
constexpr std::array<std::string_view, 2> kShortRowsWords = {"reject", "fill"};
constexpr FormValue kShortRows{.kind = Kind::kWord, .words = kShortRowsWords};
constexpr std::array<std::string_view, 2> kLongRowsWords = {"reject", "cut_empty"};
constexpr FormValue kLongRows{.kind = Kind::kWord, .words = kLongRowsWords};
constexpr std::array<std::string_view, 2> kWrappedRowsWords = {"reject", "join"};
constexpr FormValue kWrappedRows{.kind = Kind::kWord, .words = kWrappedRowsWords};
// Suggested; any other name that ICU knows is read, too.
constexpr auto kEncodingWords = std::to_array<std::string_view>(
    {"utf-8", "utf-16", "windows-1250", "windows-1251", "windows-1252", "windows-1253",
     "windows-1254", "windows-1257", "iso-8859-2", "iso-8859-7", "iso-8859-15", "koi8-u", "cp850",
     "cp852", "macintosh", "gb18030", "big5", "shift_jis"});
constexpr FormValue kEncodingName{.kind = Kind::kWord, .words = kEncodingWords};
constexpr FormValue kEncodingAlias{.kind = Kind::kPureText,
                                   .pattern = "^[A-Za-z0-9][A-Za-z0-9 _.:,=+()-]{1,59}$"};
constexpr std::array<const FormValue*, 2> kEncodingChoices = {&kEncodingName, &kEncodingAlias};
constexpr FormValue kEncoding{.kind = Kind::kOneOf, .choices = kEncodingChoices};
constexpr std::array<std::string_view, 2> kDecimalWords = {".", ","};
constexpr FormValue kDecimal{.kind = Kind::kWord, .words = kDecimalWords};
constexpr std::array<std::string_view, 7> kGroupWords = {".", ",",     "'",   "\xE2\x80\x99",
                                                         " ", "space", "none"};
constexpr FormValue kGroup{.kind = Kind::kWord, .words = kGroupWords};
constexpr FormValue kHeaderRow{.kind = Kind::kInteger, .from = 1, .to = 1'000'000};
constexpr auto kFileKeys = std::to_array<FormKey>({
    {"delimiter", kOptional, &kDelimiter, "The mark between cells, such as \";\", or tab."},
    {"encoding", kOptional, &kEncoding,
     "How letters are stored: utf-8, windows-1250, utf-16 and so on."},
    {"decimal", kOptional, &kDecimal, "The mark before the cents."},
    {"group", kOptional, &kGroup, "The mark between thousands, or none."},
    {"sheet", kOptional, &kFilledText,
     "Of a workbook: the name of the sheet, or its number; 1 is the first."},
    {"header_row", kOptional, &kHeaderRow,
     "The row with the titles of the columns; 1 is the first."},
    {"header_rows", kOptional, &kHeaderRows, "How many rows the titles take; they are joined."},
    {"header", kOptional, &kNoHeader, "none: no titles; columns have the letters of Excel."},
    {"quote", kOptional, &kQuote, "The mark around cells that hold others; none: there is none."},
    {"escape", kOptional, &kQuote, "The mark before a quote that is text; none: quotes double."},
    {"short_rows", kOptional, &kShortRows, "fill: cells that a row lacks are empty."},
    {"long_rows", kOptional, &kLongRows, "cut_empty: empty cells behind the last column are none."},
    {"wrapped_rows", kOptional, &kWrappedRows, "join: rows broken over lines are put together."},
});

// year
constexpr FormValue kYearNumber{.kind = Kind::kInteger, .from = 1800, .to = 2200};
constexpr FormValue kMonth{.kind = Kind::kInteger, .from = 2, .to = 12};
constexpr std::array<std::string_view, 2> kNamedByWords = {"start", "end"};
constexpr FormValue kNamedBy{.kind = Kind::kWord, .words = kNamedByWords};
constexpr auto kYearKeys = std::to_array<FormKey>({
    {"value", kOptional, &kYearNumber, "The year of all lines."},
    {"column", kOptional, &kFilledText, "The column in which years stand."},
    {"file_name", kOptional, &kExpression, R"(Where the file's name has it, as '/(\d{4})/'.)"},
    {"starts", kOptional, &kMonth,
     "The month in which the budget year begins, 2 to 12, where it is not January."},
    {"named_by", kOptional, &kNamedBy,
     "start or end: the calendar year that gives the budget year its name."},
});
constexpr std::array<std::string_view, 3> kYearWays = {"value", "column", "file_name"};
constexpr std::array<FormChoice, 1> kYearChoices = {{{kYearWays}}};
constexpr FormValue kYearMap{.kind = Kind::kMap, .form = &kYear};
constexpr FormValue kYearColumn{.kind = Kind::kText, .pattern = R"(\S)"};
constexpr std::array<const FormValue*, 2> kYearValueChoices = {&kYearColumn, &kYearMap};
constexpr FormValue kYearValue{.kind = Kind::kOneOf, .choices = kYearValueChoices};

// amount
constexpr std::array<std::string_view, 5> kPhaseWords = {"draft", "adopted", "revised", "outturn",
                                                         "outlook"};
constexpr FormValue kYearOffset{.kind = Kind::kInteger, .from = -400, .to = 400};
constexpr auto kAmountColumnKeys = std::to_array<FormKey>({
    {"column", kRequired, &kFilledText, "The column with the amounts."},
    {"phase", kOptional, &kPhaseName, "The phase of these amounts."},
    {"year", kOptional, &kYearOffset, "Years from the budget year, as in -1 for the year before."},
});
constexpr Form kPhaseByDistance{
    .id = "phase_by_distance",
    .what = "`phase`",
    .about = "Phases by the distance from the budget year, as in ..-2: outturn.",
    .named = &kPhaseName,
    .name_pattern = R"(^\s*([-+]?[0-9]+|([-+]?[0-9]+)?\s*\.\.\s*([-+]?[0-9]+)?)\s*$)"};
constexpr FormValue kPhaseByDistanceMap{.kind = Kind::kMap, .form = &kPhaseByDistance};
constexpr std::array<const FormValue*, 2> kPhasesChoices = {&kPhaseName, &kPhaseByDistanceMap};
constexpr FormValue kPhases{.kind = Kind::kOneOf, .choices = kPhasesChoices};
constexpr Form kDroppedColumns{.id = "dropped_columns",
                               .what = "`drop`",
                               .about = "Year columns that are left out, each with the reason.",
                               .named = &kFilledText};
constexpr FormValue kDroppedColumnsMap{.kind = Kind::kMap, .form = &kDroppedColumns};
constexpr Form kPhaseOfHeader{.id = "phase_of_header",
                              .what = "`phases`",
                              .about = "Words in titles of columns, and the phase each means.",
                              .named = &kPhaseName};
constexpr FormValue kPhaseOfHeaderMap{.kind = Kind::kMap, .form = &kPhaseOfHeader};
constexpr auto kYearColumnsKeys = std::to_array<FormKey>({
    {"columns", kRequired, &kExpression, R"(The columns that hold a year each, as '/\d{4}/'.)"},
    {"phase", kOptional, &kPhases, "Their phase, or phases by distance from the budget year."},
    {"phases", kOptional, &kPhaseOfHeaderMap,
     R"(What the part (?<phase>…) of a title means, as in {IST: outturn}.)"},
    {"drop", kOptional, &kDroppedColumnsMap, "Columns that are left out, each with the reason."},
});
constexpr FormValue kAmountColumnMap{.kind = Kind::kMap, .form = &kAmountColumn};
constexpr FormValue kYearColumnsMap{.kind = Kind::kMap, .form = &kYearColumns};
constexpr std::array<const FormValue*, 2> kAmountChoices = {&kFilledText, &kAmountColumnMap};
constexpr FormValue kAmount{.kind = Kind::kOneOf, .choices = kAmountChoices};
constexpr FormValue kAmountList{.kind = Kind::kList, .of = &kAmount};
constexpr std::array<const FormValue*, 4> kAmountsChoices = {&kFilledText, &kAmountColumnMap,
                                                             &kYearColumnsMap, &kAmountList};
constexpr FormValue kAmounts{.kind = Kind::kOneOf, .choices = kAmountsChoices};

// country, currency, unit, phase: a value, or a column and what its cells mean
constexpr FormValue kCode{.kind = Kind::kPureText, .pattern = "^[A-Z]{3}$"};
constexpr FormValue kUnitNumber{.kind = Kind::kInteger, .from = 1};
constexpr std::string_view kMeaningAbout = "Cells of the column and what each means.";
constexpr Form kCodeOfCell{
    .id = "code_of_cell", .what = "`values`", .about = kMeaningAbout, .named = &kCode};
constexpr Form kUnitOfCell{
    .id = "unit_of_cell", .what = "`values`", .about = kMeaningAbout, .named = &kUnitNumber};
constexpr Form kPhaseOfCell{
    .id = "phase_of_cell", .what = "`values`", .about = kMeaningAbout, .named = &kPhaseName};
constexpr FormValue kCodeOfCellMap{.kind = Kind::kMap, .form = &kCodeOfCell};
constexpr FormValue kUnitOfCellMap{.kind = Kind::kMap, .form = &kUnitOfCell};
constexpr FormValue kPhaseOfCellMap{.kind = Kind::kMap, .form = &kPhaseOfCell};
constexpr FormKey kColumnKey{"column", kRequired, &kFilledText, "The column."};
constexpr auto kCodeColumnKeys =
    std::to_array<FormKey>({kColumnKey, {"values", kOptional, &kCodeOfCellMap, kMeaningAbout}});
constexpr auto kUnitColumnKeys =
    std::to_array<FormKey>({kColumnKey, {"values", kOptional, &kUnitOfCellMap, kMeaningAbout}});
constexpr auto kPhaseColumnKeys =
    std::to_array<FormKey>({kColumnKey, {"values", kOptional, &kPhaseOfCellMap, kMeaningAbout}});
constexpr FormValue kCountryMap{.kind = Kind::kMap, .form = &kCountryColumn};
constexpr FormValue kCurrencyMap{.kind = Kind::kMap, .form = &kCurrencyColumn};
constexpr FormValue kUnitMap{.kind = Kind::kMap, .form = &kUnitColumn};
constexpr FormValue kPhaseMap{.kind = Kind::kMap, .form = &kPhaseColumn};
constexpr std::array<const FormValue*, 2> kCountryChoices = {&kCode, &kCountryMap};
constexpr std::array<const FormValue*, 2> kCurrencyChoices = {&kCode, &kCurrencyMap};
constexpr std::array<const FormValue*, 2> kUnitChoices = {&kUnitNumber, &kUnitMap};
constexpr std::array<const FormValue*, 2> kPhaseChoices = {&kPhaseName, &kPhaseMap};
constexpr FormValue kCountry{.kind = Kind::kOneOf, .choices = kCountryChoices};
constexpr FormValue kCurrency{.kind = Kind::kOneOf, .choices = kCurrencyChoices};
constexpr FormValue kUnit{.kind = Kind::kOneOf, .choices = kUnitChoices};
constexpr FormValue kPhase{.kind = Kind::kOneOf, .choices = kPhaseChoices};
constexpr FormValue kLanguage{.kind = Kind::kPureText, .pattern = "^[a-z]{2,3}$"};
constexpr FormValue kLanguageList{.kind = Kind::kList, .of = &kLanguage, .may_be_empty = true};
constexpr std::array<const FormValue*, 2> kLanguageChoices = {&kLanguage, &kLanguageList};
constexpr FormValue kLanguages{.kind = Kind::kOneOf, .choices = kLanguageChoices};

// split
constexpr FormValue kSplitMap{.kind = Kind::kMap, .form = &kSplit};
constexpr FormValue kSplitList{.kind = Kind::kList, .of = &kSplitMap};
constexpr std::array<const FormValue*, 2> kSplitChoices = {&kSplitMap, &kSplitList};
constexpr FormValue kSplits{.kind = Kind::kOneOf, .choices = kSplitChoices};
constexpr auto kSplitKeys = std::to_array<FormKey>({
    {"column", kRequired, &kFilledText, "The column whose cells hold several things."},
    {"into", kRequired, &kFilledText,
     R"(Their parts, each with a name, as in '(?<code>\d+) (?<title>.*)'.)"},
});

// The whole layout.
constexpr FormValue kLayoutName{.pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"};
constexpr FormValue kRecogniseMap{.kind = Kind::kMap, .form = &kRecognise};
constexpr FormValue kFileMap{.kind = Kind::kMap, .form = &kFileForm};
constexpr FormValue kRowsMap{.kind = Kind::kMap, .form = &kRows};
constexpr auto kLayoutKeys = std::to_array<FormKey>({
    {"layout", kRequired, &kLayoutName, "The name of the layout: small letters, digits, dashes."},
    {"format", kRequired, &kFormatOne, "The format that the file is written in: 1."},
    {"title", kOptional, &kAnyText, "What reports call the layout."},
    {"source", kOptional, &kAnyText, "Where such files come from."},
    {"recognise", kOptional, &kRecogniseMap, "What such files are known by."},
    {"file", kOptional, &kFileMap, "How the file is written; what is left out is detected."},
    {"country", kRequired, &kCountry, "Three capital letters, such as ITA, or {column: …}."},
    {"currency", kRequired, &kCurrency, "Three capital letters, such as EUR, or {column: …}."},
    {"unit", kOptional, &kUnit, "1000 where amounts stand in thousands; 1 if left out."},
    {"phase", kOptional, &kPhase, "draft, adopted, revised, outturn or outlook."},
    {"language", kOptional, &kLanguages,
     "The language of the texts, as in de, where it is not "
     "the country's."},
    {"year", kRequired, &kYearValue, "The column with the years, or {value: 2017}."},
    {"amount", kRequired, &kAmounts, "The column with the amounts, or several with their phase."},
    {"split", kOptional, &kSplits,
     "Columns that hold a code and its title in one cell; each part becomes a column."},
    {"fill_down", kOptional, &kTextOrTexts,
     "Columns printed only in the first row of a group, the widest group first."},
    {"key", kOptional, &kTextOrTexts, "Columns that identify a line from one file to the next."},
    {"text", kOptional, &kTextsValue, "Texts of a line, as in {description: TITLE}."},
    {"codes", kOptional, &kCodesValue, "Codes of a line, as in {cofog: FUNCTION}."},
    {"fields", kOptional, &kFieldsValue, "More of a line that rules may ask for."},
    {"nature", kOptional, &kSourceValue, "Where it stands whether money is pay, goods, capital …"},
    {"rows", kOptional, &kRowsMap, "Which rows are lines."},
    {"control_total", kOptional, &kControlTotalsValue,
     "Published totals that the file must add up to: one, by year, or a list."},
});
constexpr std::array<std::string_view, 2> kTextOrCode = {"text", "codes"};
constexpr std::array<FormChoice, 1> kLayoutChoices = {{{kTextOrCode, /*only_one=*/false}}};

}  // namespace

constexpr FormValue kPhaseName{.kind = Kind::kWord, .id = "phase", .words = kPhaseWords};
constexpr Form kRecognise{.id = "recognise",
                          .what = "`recognise`",
                          .about = "What such files are known by.",
                          .keys = kRecogniseKeys,
                          .choices = kRecogniseChoices};
constexpr Form kFileForm{.id = "file",
                         .what = "`file`",
                         .about = "How the file is written; what is left out is detected.",
                         .keys = kFileKeys};
constexpr Form kYear{.id = "year",
                     .what = "`year`",
                     .about = "Where the year of a line comes from.",
                     .keys = kYearKeys,
                     .choices = kYearChoices};
constexpr Form kAmountColumn{.id = "amount_column",
                             .what = "an entry of `amount`",
                             .about = "A column of amounts.",
                             .keys = kAmountColumnKeys};
constexpr Form kYearColumns{.id = "year_columns",
                            .what = "`amount`",
                            .about = "Columns of amounts, one for each year.",
                            .keys = kYearColumnsKeys};
constexpr Form kSplit{.id = "split",
                      .what = "`split`",
                      .about = "Cells that are cut into parts; each part becomes a column.",
                      .keys = kSplitKeys};
constexpr Form kCountryColumn{.id = "country_column",
                              .what = "`country`",
                              .about = "A column that says the country.",
                              .keys = kCodeColumnKeys};
constexpr Form kCurrencyColumn{.id = "currency_column",
                               .what = "`currency`",
                               .about = "A column that says the currency.",
                               .keys = kCodeColumnKeys};
constexpr Form kUnitColumn{.id = "unit_column",
                           .what = "`unit`",
                           .about = "A column that says the unit.",
                           .keys = kUnitColumnKeys};
constexpr Form kPhaseColumn{.id = "phase_column",
                            .what = "`phase`",
                            .about = "A column that says the phase.",
                            .keys = kPhaseColumnKeys};
constexpr Form kLayout{.id = "layout",
                       .what = "the layout",
                       .about = "How to read one kind of budget file.",
                       .keys = kLayoutKeys,
                       .choices = kLayoutChoices};

}  // namespace tranche::form
