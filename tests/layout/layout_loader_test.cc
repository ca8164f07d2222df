#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "engine/layout/layout.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

CountryTable Countries() {
  const auto row = [](std::string_view code, std::string name, std::string_view currency,
                      std::vector<std::string> languages) {
    return Country{*CountryCode::Parse(code), std::move(name), *CurrencyCode::Parse(currency),
                   std::move(languages)};
  };
  return CountryTable({row("DEU", "Germany", "EUR", {"de"}), row("ESP", "Spain", "EUR", {"es"}),
                       row("POL", "Poland", "PLN", {"pl"}),
                       row("USA", "United States", "USD", {"en"})});
}

/// A folder of its own for each test, with a crosswalk `table.csv` in it.
class LayoutLoader : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(::testing::TempDir()) / (std::string("tranche-loader-") + test->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    Write("table.csv", "from,to\n1,01.1\n");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void Write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }

  std::optional<Layout> Load(const std::string& text) {
    Write("x.yaml", text);
    diagnostics_ = Diagnostics();
    auto layout = LoadLayout((folder_ / "x.yaml").string(), Countries(), &diagnostics_);
    EXPECT_TRUE(layout.ok()) << layout.status();
    return layout.ok() ? *std::move(layout) : std::nullopt;
  }

  /// A layout that must load.
  Layout Loaded(const std::string& text) {
    std::optional<Layout> layout = Load(text);
    EXPECT_TRUE(layout.has_value()) << diagnostics_.ToText();
    return layout.value_or(Layout());
  }

  /// What is wrong, as a person reads it, with the folder's path left out.
  std::string Mistakes(const std::string& text) {
    EXPECT_FALSE(Load(text).has_value());
    std::string shown = diagnostics_.ToText();
    const std::string path = folder_.string() + "/";
    for (std::size_t at; (at = shown.find(path)) != std::string::npos;)
      shown.erase(at, path.size());
    return shown;
  }

  fs::path folder_;
  Diagnostics diagnostics_;
};

/// The least that a layout says; tests add to it or replace lines of it.
std::string Least(const std::string& more = "") {
  return "layout: x\nformat: 1\ncountry: ESP\ncurrency: EUR\nphase: adopted\nyear: YEAR\n"
         "amount: AMOUNT\ntext: {description: LABEL}\n" +
         more;
}

std::string Without(const std::string& key) {
  std::string text = Least();
  const std::size_t begin = text.find(key + ":");
  return text.erase(begin, text.find('\n', begin) + 1 - begin);
}

std::string Instead(const std::string& key, const std::string& line) {
  return Without(key) + line + "\n";
}

TEST_F(LayoutLoader, TheLeastLayoutLoadsAndTheRestHasItsDefaults) {
  const Layout layout = Loaded(Least());
  EXPECT_EQ(layout.name, "x");
  EXPECT_EQ(layout.text, Least());
  EXPECT_EQ(layout.country.value->ToString(), "ESP");
  EXPECT_EQ(layout.currency.value->ToString(), "EUR");
  EXPECT_EQ(layout.unit.value, 1);
  EXPECT_EQ(layout.phase.value, Phase::kAdopted);
  EXPECT_EQ(layout.year.column->name, "YEAR");
  ASSERT_EQ(layout.amounts.size(), 1u);
  EXPECT_EQ(layout.amounts[0].column.name, "AMOUNT");
  EXPECT_EQ(layout.amounts[0].column.span.line, 7u);
  EXPECT_EQ(layout.amounts[0].column.span.column, 9u);
  EXPECT_FALSE(layout.decimal_mark.has_value());
  EXPECT_FALSE(layout.group_mark.has_value());
  EXPECT_FALSE(layout.dialect.header_row.has_value());
  EXPECT_FALSE(layout.dialect.delimiter.has_value());
  EXPECT_FALSE(layout.year_columns.has_value());
  EXPECT_FALSE(layout.leaves_of.has_value());
}

TEST_F(LayoutLoader, EveryShippedLayoutLoadsWithoutAComplaint) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(TRANCHE_SOURCE_DIR "/corpus/layouts")) {
    if (entry.path().extension() != ".yaml") continue;
    Diagnostics diagnostics;
    const auto layout = LoadLayout(entry.path().string(), Countries(), &diagnostics);
    ASSERT_TRUE(layout.ok()) << layout.status();
    EXPECT_TRUE(diagnostics.empty()) << diagnostics.ToText();
    ASSERT_TRUE(layout->has_value());
    EXPECT_EQ((*layout)->name, entry.path().stem().string());
    ++count;
  }
  EXPECT_GE(count, 6u);
}

TEST_F(LayoutLoader, RecogniseTakesWordsBeginningsAndExpressionsWithCounts) {
  const Layout layout = Loaded(Least(
      "recognise: {header: [EJERCICIO, \"Paragraf*\", '/\\d{4}/ x6', '/F[ab]/', Grant/non-grant], "
      "file_name: '^budget'}\n"));
  ASSERT_EQ(layout.recognise_header.size(), 5u);
  EXPECT_EQ(layout.recognise_header[1].text, "Paragraf*");
  EXPECT_FALSE(layout.recognise_header[1].is_regex);
  EXPECT_EQ(layout.recognise_header[2].text, "\\d{4}");
  EXPECT_TRUE(layout.recognise_header[2].is_regex);
  EXPECT_EQ(layout.recognise_header[2].at_least, 6u);
  EXPECT_EQ(layout.recognise_header[3].at_least, 1u);
  EXPECT_FALSE(layout.recognise_header[4].is_regex);
  EXPECT_EQ(layout.recognise_file_name, "^budget");
}

TEST_F(LayoutLoader, FileNamesTheSheetOfAWorkbook) {
  EXPECT_EQ(Loaded(Least()).dialect.sheet, "");
  EXPECT_EQ(Loaded(Least("file: {sheet: 2}\n")).dialect.sheet, "2");
  EXPECT_EQ(Loaded(Least("file: {sheet: \"Ausgaben 2024 \"}\n")).dialect.sheet, "Ausgaben 2024 ");
}

TEST_F(LayoutLoader, FileStatesTheDialectAndTheMarks) {
  Layout layout =
      Loaded(Least("file: {delimiter: tab, encoding: windows-1252, decimal: \",\", group: space, "
                   "header_row: 3}\n"));
  EXPECT_EQ(layout.dialect.delimiter, '\t');
  EXPECT_EQ(layout.dialect.encoding, *EncodingByName("windows-1252"));
  EXPECT_EQ(layout.decimal_mark, ',');
  EXPECT_EQ(layout.group_mark, ' ');
  EXPECT_EQ(layout.dialect.header_row, 3u);
  layout = Loaded(Least("file: {delimiter: \";\", group: none}\n"));
  EXPECT_EQ(layout.dialect.delimiter, ';');
  EXPECT_EQ(layout.group_mark, '\0');
}

TEST_F(LayoutLoader, GroupValuesMayStandInColumns) {
  const Layout layout = Loaded(
      "layout: x\nformat: 1\ncountry: {column: C}\ncurrency: {column: M, values: {złoty: PLN}}\n"
      "unit: {column: U, values: {miljoen: 1000000, x1000: 1000}}\n"
      "phase: {column: P, values: {ley: adopted, liquidado: outturn}}\nlanguage: [es, ca]\n"
      "year: YEAR\namount: AMOUNT\ncodes: {cofog: F}\n");
  EXPECT_EQ(layout.country.column->name, "C");
  EXPECT_TRUE(layout.country.values.empty());
  EXPECT_EQ(layout.currency.values.at("złoty").ToString(), "PLN");
  EXPECT_EQ(layout.unit.values.at("miljoen"), 1000000);
  EXPECT_EQ(layout.phase.values.at("liquidado"), Phase::kOutturn);
  EXPECT_FALSE(layout.unit.value.has_value());
  EXPECT_THAT(layout.languages, ElementsAre("es", "ca"));
}

TEST_F(LayoutLoader, AmountsMayBeAListWithPhasesAndYears) {
  std::string text = Instead(
      "amount", "amount: [{column: A, phase: adopted}, {column: 2014, phase: outlook, year: +1}]");
  text.erase(text.find("phase: adopted\n"), 15);
  const Layout layout = Loaded(text + "key: [A, 2014]\n");
  ASSERT_EQ(layout.amounts.size(), 2u);
  EXPECT_EQ(layout.amounts[0].phase, Phase::kAdopted);
  EXPECT_EQ(layout.amounts[0].year_offset, 0);
  EXPECT_EQ(layout.amounts[1].column.name, "2014");
  EXPECT_EQ(layout.amounts[1].phase, Phase::kOutlook);
  EXPECT_EQ(layout.amounts[1].year_offset, 1);
  EXPECT_FALSE(layout.phase.value.has_value());
  ASSERT_EQ(layout.key.size(), 2u);
  EXPECT_EQ(layout.key[1].name, "2014");
}

TEST_F(LayoutLoader, AnAmountWithoutAPhaseTakesTheLayouts) {
  const Layout layout = Loaded(Instead("amount", "amount: [A, {column: B, phase: outlook}]"));
  EXPECT_FALSE(layout.amounts[0].phase.has_value());
  EXPECT_EQ(layout.phase.value, Phase::kAdopted);
}

TEST_F(LayoutLoader, YearColumnsHavePhasesByDistanceAndDroppedColumns) {
  const std::string amount =
      "amount: {columns: '/\\d{4}/', phase: {..-2: outturn, -1: revised, 0..+1: draft, 2..: "
      "outlook}, "
      "drop: {TQ: a quarter}}";
  std::string text = Instead("amount", amount);
  text.erase(text.find("phase: adopted\n"), 15);
  const Layout layout = Loaded(text);
  ASSERT_TRUE(layout.year_columns.has_value());
  EXPECT_TRUE(layout.amounts.empty());
  EXPECT_EQ(layout.year_columns->pattern, "\\d{4}");
  const auto& phases = layout.year_columns->phases;
  ASSERT_EQ(phases.size(), 4u);
  EXPECT_EQ(phases[0].from, INT32_MIN);
  EXPECT_EQ(phases[0].to, -2);
  EXPECT_EQ(phases[1].from, -1);
  EXPECT_EQ(phases[1].to, -1);
  EXPECT_EQ(phases[2].from, 0);
  EXPECT_EQ(phases[2].to, 1);
  EXPECT_EQ(phases[3].from, 2);
  EXPECT_EQ(phases[3].to, INT32_MAX);
  EXPECT_EQ(phases[3].phase, Phase::kOutlook);
  ASSERT_EQ(layout.year_columns->dropped.size(), 1u);
  EXPECT_EQ(layout.year_columns->dropped[0].first.name, "TQ");
  EXPECT_EQ(layout.year_columns->dropped[0].second, "a quarter");
}

TEST_F(LayoutLoader, SourcesAreColumnsJoinsLookupsCrosswalksAndTitles) {
  const Layout layout =
      Loaded(Instead("text",
                     "text:\n"
                     "  description: LABEL\n"
                     "  programme: {lookup: \"{year}-names.csv\", key: PROGRAMA, from: F, take: "
                     "LONG, of: parents}\n"
                     "  parents: titles\n"
                     "codes:\n"
                     "  ita-missione: {join: [M, P], with: \".\"}\n"
                     "  cofog: {crosswalk: ./table.csv, from: 2014}\n"
                     "fields: {flow: Flow}\n"
                     "nature: {crosswalk: table.csv, from: N}\n"
                     "rows: {leaves_of: {code: [A, B], within: C, remainder: refuse}}"));
  ASSERT_EQ(layout.texts.size(), 3u);
  EXPECT_TRUE(layout.texts[0].own);
  EXPECT_FALSE(layout.texts[1].own);
  EXPECT_EQ(layout.texts[1].source.kind, CellSource::Kind::kLookup);
  EXPECT_EQ(layout.texts[1].source.table_path, "{year}-names.csv");
  EXPECT_EQ(layout.texts[1].source.key_column, "PROGRAMA");
  EXPECT_EQ(layout.texts[1].source.take_column, "LONG");
  EXPECT_EQ(layout.texts[1].source.columns[0].name, "F");
  EXPECT_EQ(layout.texts[2].source.kind, CellSource::Kind::kParentTitles);
  EXPECT_FALSE(layout.texts[2].own);
  ASSERT_EQ(layout.codes.size(), 2u);
  EXPECT_EQ(layout.codes[0].source.kind, CellSource::Kind::kJoin);
  EXPECT_EQ(layout.codes[0].source.separator, ".");
  EXPECT_EQ(layout.codes[0].source.columns[1].name, "P");
  EXPECT_EQ(layout.codes[1].source.kind, CellSource::Kind::kCrosswalk);
  EXPECT_EQ(layout.codes[1].source.table_path, (folder_ / "table.csv").string());
  EXPECT_EQ(layout.codes[1].source.columns[0].name, "2014");
  EXPECT_EQ(layout.fields[0].name, "flow");
  EXPECT_EQ(layout.nature->columns[0].name, "N");
  EXPECT_EQ(layout.leaves_of->code.size(), 2u);
  EXPECT_EQ(layout.leaves_of->within[0].name, "C");
  EXPECT_FALSE(layout.leaves_of->keep_remainder);
}

TEST_F(LayoutLoader, ATextNamedParentsStandsAboveTheLine) {
  Layout layout = Loaded(Instead("text", "text: {parents: ABOVE}"));
  EXPECT_FALSE(layout.texts[0].own);
  EXPECT_EQ(layout.texts[0].source.columns[0].name, "ABOVE");
  layout = Loaded(Instead("text", "text: {parents: {column: titles}}"));
  EXPECT_FALSE(layout.texts[0].own);
  EXPECT_EQ(layout.texts[0].source.kind, CellSource::Kind::kColumn);
}

TEST_F(LayoutLoader, RowsAreDroppedAndKeptWithReasons) {
  const Layout layout =
      Loaded(Least("rows:\n"
                   "  drop:\n"
                   "    - {column: F, equals: [000X, \"020\"], starts_with: 9, because: internal}\n"
                   "    - {column: R, empty: true, because: heading}\n"
                   "  keep: {column: flow, equals: ausgaben, otherwise: revenue}\n"));
  ASSERT_EQ(layout.drop.size(), 2u);
  EXPECT_THAT(layout.drop[0].equals, ElementsAre("000X", "020"));
  EXPECT_THAT(layout.drop[0].starts_with, ElementsAre("9"));
  EXPECT_FALSE(layout.drop[0].when_empty);
  EXPECT_EQ(layout.drop[0].because, "internal");
  EXPECT_TRUE(layout.drop[1].when_empty);
  ASSERT_EQ(layout.keep.size(), 1u);
  EXPECT_EQ(layout.keep[0].because, "revenue");
}

TEST_F(LayoutLoader, ControlTotalsAreExactAmounts) {
  const Layout layout =
      Loaded(Least("control_total: {2017: {amount: 443133329500, tolerance: 0.50}, "
                   "2015: {amount: -1}}\n"));
  EXPECT_EQ(layout.control_totals.at(0).amount.ToString(), "443133329500");
  EXPECT_EQ(layout.control_totals.at(0).tolerance.ToString(), "0.5");
  EXPECT_EQ(layout.control_totals.at(1).amount.ToString(), "-1");
  EXPECT_TRUE(layout.control_totals.at(1).tolerance.IsZero());
}

TEST_F(LayoutLoader, YearIsAColumnAValueOrAPartOfTheFilesName) {
  EXPECT_EQ(Loaded(Instead("year", "year: {value: 2017}")).year.value, 2017);
  EXPECT_EQ(Loaded(Instead("year", "year: {file_name: '/(\\d{4})/'}")).year.file_name_pattern,
            "(\\d{4})");
  EXPECT_EQ(Loaded(Instead("year", "year: \"2017\"")).year.column->name, "2017");
}

TEST_F(LayoutLoader, TellsWhatIsMissing) {
  const std::string shown = Mistakes("title: nothing\n");
  for (const char* key : {"layout", "format", "country", "currency", "year", "amount"}) {
    EXPECT_THAT(shown, HasSubstr("the layout needs `" + std::string(key) + ":`"));
  }
  EXPECT_THAT(shown, HasSubstr("the layout needs `text:` or `codes:`"));
  EXPECT_THAT(Mistakes(Without("phase")), HasSubstr("the layout needs `phase:`"));
  EXPECT_THAT(Mistakes(Instead("text", "text: {}")), HasSubstr("names no text and no code"));
}

TEST_F(LayoutLoader, AFileThatCannotBeReadIsAStatus) {
  Diagnostics diagnostics;
  EXPECT_FALSE(LoadLayout((folder_ / "none.yaml").string(), Countries(), &diagnostics).ok());
  EXPECT_FALSE(LoadLayout(folder_.string(), Countries(), &diagnostics).ok());
  EXPECT_TRUE(diagnostics.empty());
}

TEST_F(LayoutLoader, ErrorsOfOtherFilesDoNotRefuseALayout) {
  Write("x.yaml", Least());
  Diagnostics diagnostics;
  diagnostics.Error({}, "something else is wrong");
  const auto layout = LoadLayout((folder_ / "x.yaml").string(), Countries(), &diagnostics);
  ASSERT_TRUE(layout.ok());
  EXPECT_TRUE(layout->has_value());
  EXPECT_EQ(diagnostics.error_count(), 1u);
}

TEST_F(LayoutLoader, WhatStandsTwiceIsRefused) {
  EXPECT_THAT(Mistakes(Least("text: {b: B}\n")), HasSubstr("x.yaml:9:1: error"));
  EXPECT_THAT(Mistakes(Instead("text", "text: {a: A, a: B}")), HasSubstr("x.yaml:8:14: error"));
  EXPECT_THAT(Mistakes(Least("codes: {cofog: A, cofog: B}\n")), HasSubstr("x.yaml:9:19: error"));
  EXPECT_THAT(Mistakes(Instead("amount", "amount: [A, B, A]")),
              HasSubstr("x.yaml:8:16: error: the amount column 'A' stands twice"));
}

}  // namespace
}  // namespace tranche
