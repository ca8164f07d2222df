#include "engine/base/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<std::string> kItems = {"armed-forces", "roads", "rail", "ports", "coast-guard"};

TEST(NearestNames, FindsChangedMissingExtraAndSwappedCharacters) {
  EXPECT_THAT(NearestNames("raods", kItems), ElementsAre("roads"));
  EXPECT_THAT(NearestNames("road", kItems), ElementsAre("roads"));
  EXPECT_THAT(NearestNames("cost-guard", kItems), ElementsAre("coast-guard"));
  EXPECT_THAT(NearestNames("armed_forces", kItems), ElementsAre("armed-forces"));
}

TEST(NearestNames, IgnoresCaseAndAccents) {
  const std::vector<std::string> header = {"Función", "Importe"};
  EXPECT_THAT(NearestNames("FUNCION", header), ElementsAre("Función"));
}

TEST(NearestNames, PutsTheNearestFirstAndKeepsTheOrderOfEquals) {
  const std::vector<std::string> names = {"bridges", "ridges", "bridge", "bridge"};
  EXPECT_THAT(NearestNames("bridge", names), ElementsAre("bridge", "bridges", "ridges"));
  EXPECT_THAT(NearestNames("bridge", names, 1), ElementsAre("bridge"));
}

TEST(NearestNames, OffersNothingThatIsTooFarToHelp) {
  EXPECT_THAT(NearestNames("pensions", kItems), IsEmpty());
  EXPECT_THAT(NearestNames("x", std::vector<std::string>{"y", "de"}), IsEmpty());
  EXPECT_THAT(NearestNames("de", std::vector<std::string>{"fr"}), IsEmpty());
  EXPECT_THAT(NearestNames("", kItems), IsEmpty());
}

TEST(DidYouMean, IsAQuestionOrNothing) {
  EXPECT_EQ(DidYouMean("raods", kItems), "did you mean 'roads'?");
  EXPECT_EQ(DidYouMean("raid", kItems), "did you mean 'rail'?");
  EXPECT_EQ(DidYouMean("raid", std::vector<std::string>{"road", "rail"}),
            "did you mean 'rail' or 'road'?");
  EXPECT_EQ(DidYouMean("bridge", std::vector<std::string>{"bridges", "ridge", "bridged"}),
            "did you mean 'bridges', 'ridge' or 'bridged'?");
  EXPECT_EQ(DidYouMean("pensions", kItems), "");
}

}  // namespace
}  // namespace tranche
