#include <gtest/gtest.h>

#include <filesystem>

#include "engine/layout/dossier.h"

namespace tranche {
namespace {

TEST(Dossier, SaysWhichFilesMakeUpAFigureAndHow) {
  const std::string path = TRANCHE_SOURCE_DIR "/corpus/dossiers/pol-2024.yaml";
  Diagnostics diagnostics;
  const auto loaded = LoadDossier(path, CountryTable(), &diagnostics);
  ASSERT_TRUE(loaded.ok()) << loaded.status();
  ASSERT_TRUE(loaded->has_value()) << diagnostics.ToText();
  const Dossier& dossier = **loaded;
  EXPECT_EQ(dossier.name, "pol-2024");
  EXPECT_EQ(dossier.years, std::set<std::int16_t>{2024});
  EXPECT_TRUE(dossier.phases.empty());
  ASSERT_EQ(dossier.files.size(), 4U);
  EXPECT_EQ(dossier.files[0].phase, Phase::kAdopted);
  EXPECT_EQ(dossier.files[0].relation, FileRelation::kNone);
  EXPECT_EQ(dossier.files[1].relation, FileRelation::kReplacesByKey);
  EXPECT_EQ(dossier.files[2].part, "Armed Forces Support Fund");
  EXPECT_EQ(dossier.files[3].relation, FileRelation::kReplacesAll);
  ASSERT_EQ(dossier.not_loaded.size(), 1U);
  EXPECT_EQ(dossier.not_loaded[0].part, "National Road Fund");
  EXPECT_EQ(dossier.gdp_edition, "April 2025");
}

TEST(Dossier, PathsBeginAtItsFolder) {
  const std::string folder = TRANCHE_SOURCE_DIR "/corpus/dossiers";
  Diagnostics diagnostics;
  const auto loaded = LoadDossier(folder + "/pol-2024.yaml", CountryTable(), &diagnostics);
  ASSERT_TRUE(loaded.ok() && loaded->has_value()) << diagnostics.ToText();
  const DossierFile& amendment = (*loaded)->files[1];
  EXPECT_EQ(amendment.file.written.text, "pol-2024/amendment.csv");
  EXPECT_TRUE(std::filesystem::equivalent(amendment.file.path, folder + "/pol-2024/amendment.csv"));
}

}  // namespace
}  // namespace tranche
