#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "engine/layout/layout.h"

namespace tranche {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
namespace fs = std::filesystem;

using Header = std::vector<std::string>;

class LayoutCatalogueOf : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(::testing::TempDir()) / (std::string("tranche-catalogue-") + test->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void Write(const std::string& file, const std::string& name, const std::string& recognise) {
    std::ofstream(folder_ / file) << "layout: " << name << "\nformat: 1\n"
                                  << recognise
                                  << "\ncountry: ESP\ncurrency: EUR\nphase: adopted\n"
                                     "year: YEAR\namount: AMOUNT\ntext: {description: LABEL}\n";
  }

  LayoutCatalogue Load() {
    auto catalogue = LayoutCatalogue::LoadFolder(folder_.string(), CountryTable(), &diagnostics_);
    EXPECT_TRUE(catalogue.ok()) << catalogue.status();
    return catalogue.ok() ? *std::move(catalogue) : LayoutCatalogue();
  }

  /// The layout's name, or the sentence.
  static std::string Name(const LayoutCatalogue& catalogue, const Header& header,
                          std::string_view file_name = "budget.csv") {
    const auto layout = catalogue.Recognise(header, file_name);
    return layout.ok() ? (*layout)->name : std::string(layout.status().message());
  }

  fs::path folder_;
  Diagnostics diagnostics_;
};

TEST_F(LayoutCatalogueOf, AFolderIsSortedByNameWhateverItsFilesAreCalled) {
  Write("1.yaml", "zebra", "recognise: {header: [Z]}");
  Write("2.yaml", "ant", "recognise: {header: [A]}");
  std::ofstream(folder_ / "notes.txt") << "not a layout";
  const LayoutCatalogue catalogue = Load();
  ASSERT_EQ(catalogue.layouts().size(), 2u);
  EXPECT_EQ(catalogue.layouts()[0].name, "ant");
  EXPECT_EQ(catalogue.layouts()[1].name, "zebra");
  EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(LayoutCatalogueOf, ABrokenLayoutIsReportedAndTheOthersStand) {
  Write("good.yaml", "good", "recognise: {header: [A]}");
  Write("broken.yaml", "broken", "recognise: {header: ['/(/']}");
  EXPECT_EQ(Load().layouts().size(), 1u);
  EXPECT_EQ(diagnostics_.error_count(), 1u);
  EXPECT_THAT(diagnostics_.ToText(), HasSubstr("broken.yaml:3:"));
}

TEST_F(LayoutCatalogueOf, TwoLayoutsOfOneNameAreReported) {
  Write("a.yaml", "same", "recognise: {header: [A]}");
  Write("b.yaml", "same", "recognise: {header: [B]}");
  EXPECT_EQ(Load().layouts().size(), 1u);
  EXPECT_THAT(diagnostics_.ToText(), HasSubstr("b.yaml"));
  EXPECT_THAT(diagnostics_.ToText(), HasSubstr("the layout name 'same' is taken by"));
}

TEST_F(LayoutCatalogueOf, AFolderThatIsNotThereIsAnError) {
  const auto catalogue =
      LayoutCatalogue::LoadFolder((folder_ / "none").string(), CountryTable(), &diagnostics_);
  EXPECT_EQ(catalogue.status().code(), absl::StatusCode::kNotFound);
}

TEST_F(LayoutCatalogueOf, AHeaderIsRecognisedByAllItsNames) {
  Write("a.yaml", "a", "recognise: {header: [YEAR, \"Paragraf*\", '/\\d{4}/ x3']}");
  const LayoutCatalogue catalogue = Load();
  EXPECT_EQ(Name(catalogue, {"2014", " YEAR ", "2015", "Paragraf 4", "2016", "more"}), "a");
  EXPECT_THAT(Name(catalogue, {"2014", "YEAR", "2015", "Paragraf 4", "12016"}),
              HasSubstr("'a' (4 of 5 columns; missing: '/\\d{4}/ x1'"));
  EXPECT_THAT(Name(catalogue, {"2014", "Year", "2015", "Paragraf", "2016"}),
              HasSubstr("'a' (4 of 5 columns; missing: 'YEAR', nearest found: 'Year')"));
}

TEST_F(LayoutCatalogueOf, OfSeveralThatFitTheOneThatAsksForMoreWins) {
  Write("a.yaml", "small", "recognise: {header: [A, B]}");
  Write("b.yaml", "large", "recognise: {header: [A, B, C]}");
  const LayoutCatalogue catalogue = Load();
  EXPECT_EQ(Name(catalogue, {"A", "B", "C"}), "large");
  EXPECT_EQ(Name(catalogue, {"A", "B"}), "small");
}

TEST_F(LayoutCatalogueOf, TwoThatFitEquallyWellAreAQuestion) {
  Write("a.yaml", "one", "recognise: {header: [A, B]}");
  Write("b.yaml", "two", "recognise: {header: [A, C]}");
  const LayoutCatalogue catalogue = Load();
  const auto layout = catalogue.Recognise({"A", "B", "C"}, "x.csv");
  EXPECT_EQ(layout.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(layout.status().message(),
            "several layouts fit 'x.csv' equally well: 'one', 'two'; choose one with --layout");
}

TEST_F(LayoutCatalogueOf, TheFilesNameMayDecide) {
  Write("a.yaml", "draft", "recognise: {header: [A], file_name: dlb}");
  Write("b.yaml", "law", "recognise: {header: [A], file_name: '/lbp\\.csv$/'}");
  const LayoutCatalogue catalogue = Load();
  EXPECT_EQ(Name(catalogue, {"A"}, "2016-dlb.csv"), "draft");
  EXPECT_EQ(Name(catalogue, {"A"}, "2016-lbp.csv"), "law");
  EXPECT_THAT(Name(catalogue, {"A"}, "x.csv"),
              HasSubstr("'draft' (1 of 1 columns; the file's name does not fit)"));
}

TEST_F(LayoutCatalogueOf, WhatIsUnknownIsAnsweredWithTheHeaderAndTheNearestLayouts) {
  Write("a.yaml", "esp", "recognise: {header: [EJERCICIO, FUNCIONAL, IMPORTE]}");
  Write("b.yaml", "ita", "recognise: {header: [esercizio, missione]}");
  Write("c.yaml", "silent", "");
  const LayoutCatalogue catalogue = Load();
  const auto layout = catalogue.Recognise({"EJERCICIO", "IMPORTE", "X"}, "2017.csv");
  EXPECT_EQ(layout.status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(layout.status().message(),
            "no layout recognises '2017.csv'; its columns are 'EJERCICIO', 'IMPORTE', 'X'; nearest "
            "layouts: 'esp' (2 of 3 columns; missing: 'FUNCIONAL')");
  EXPECT_EQ(Name(catalogue, {"a\nb"}),
            "no layout recognises 'budget.csv'; its columns are 'a b'; no "
            "known layout has any of them");
}

TEST_F(LayoutCatalogueOf, AWideHeaderIsCutShort) {
  Header header;
  for (int i = 0; i < 70; ++i) header.push_back(std::string(100, 'x') + std::to_string(i));
  const std::string sentence = Name(Load(), header);
  EXPECT_THAT(sentence, HasSubstr("'" + std::string(40, 'x') + "…'"));
  EXPECT_THAT(sentence, HasSubstr(" and 50 more"));
  EXPECT_THAT(sentence, Not(HasSubstr(std::string(41, 'x'))));
}

TEST(ShippedLayouts, RecogniseTheirOwnColumns) {
  Diagnostics diagnostics;
  const auto catalogue = LayoutCatalogue::LoadFolder(TRANCHE_SOURCE_DIR "/corpus/layouts",
                                                     CountryTable(), &diagnostics);
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  EXPECT_TRUE(diagnostics.empty()) << diagnostics.ToText();
  ASSERT_FALSE(catalogue->layouts().empty());
  for (const Layout& layout : catalogue->layouts()) {
    Header header;
    for (const HeaderPattern& pattern : layout.recognise_header) header.push_back(pattern.text);
    const auto found = catalogue->Recognise(header, "any.csv");
    ASSERT_TRUE(found.ok()) << found.status();
    EXPECT_EQ((*found)->name, layout.name);
  }
}

}  // namespace
}  // namespace tranche
