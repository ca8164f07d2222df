// The claim: on every line of the real exports and of the sample budgets, the fast path and the
// Explainer decide as the oracle does, under the shipped rulebook.
#include "tests/oracle/agreement.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "engine/match/matcher.h"
#include "engine/run/file_preparation.h"
#include "engine/run/home.h"
#include "engine/source/row_chunk.h"
#include "tests/real/real_data.h"

namespace tranche {
namespace {

/// Everything that is loaded once.
struct Shipped {
  Home home{TRANCHE_SOURCE_DIR};
  CountryTable countries;
  Layouts layouts;
  std::shared_ptr<const Matcher> matcher;
};

const Shipped& TheShipped() {
  static const Shipped* const shipped = [] {
    auto* loaded = new Shipped();
    Diagnostics diagnostics;
    loaded->countries = *LoadCountries(loaded->home.CountryTablePath());
    loaded->layouts = *LoadLayouts(loaded->home, /*stated_path=*/"", /*files=*/{},
                                   loaded->countries, &diagnostics);
    auto book = LoadRulebook(loaded->home.DefaultRulebook(), loaded->countries, &diagnostics);
    EXPECT_EQ(diagnostics.ToText(), "");
    loaded->matcher = Matcher::Compile(std::make_shared<const Rulebook>(**std::move(book)),
                                       loaded->countries, {});
    return loaded;
  }();
  return *shipped;
}

void ExpectAgreement(const std::string& path, LineSelection selection) {
  const Shipped& shipped = TheShipped();
  Diagnostics diagnostics;
  auto file = PrepareFile(path, shipped.layouts, shipped.countries, &diagnostics);
  ASSERT_TRUE(file.ok()) << file.status();
  ASSERT_NE(file->plan, nullptr) << diagnostics.ToText();
  RowChunkReader reader(*file->input->OpenStream(), file->plan->head(), 1 << 16);
  const RowParser parser(file->plan->head(), file->plan->wanted_columns());
  LineBuilder builder(*file->plan, std::move(selection));
  Agreement agreement(shipped.matcher, shipped.countries, file->plan->schema());
  RowChunk chunk;
  RowBlock block;
  LineBatch batch;
  std::vector<RejectedRow> rejected;
  while (*reader.Next(&chunk)) {
    parser.Parse(chunk, &block);
    builder.Build(block, &batch, &rejected);
    ASSERT_EQ(agreement.Compare(batch), "") << path << ", chunk " << chunk.index;
  }
  EXPECT_GT(agreement.decided(), 10U) << path;
}

using RealExportsAgainstTheOracle = OnRealData;

TEST_F(RealExportsAgainstTheOracle, Germany) {
  ExpectAgreement(Path("de-bundeshaushalt/bundeshaushalt_2012.csv"), {});
  ExpectAgreement(Path("de-bundeshaushalt/bundeshaushalt_2013.csv"), {});
  ExpectAgreement(Path("de-bundeshaushalt/bundeshaushalt_2014.csv"), {});
}

TEST_F(RealExportsAgainstTheOracle, Spain) {
  ExpectAgreement(Path("es-pge/2015-gastos.csv"), {});
  ExpectAgreement(Path("es-pge/2017-gastos.csv"), {});
}

TEST_F(RealExportsAgainstTheOracle, Italy) {
  ExpectAgreement(Path("it-bilancio-stato/2016-lbp.csv"), {});
}

TEST_F(RealExportsAgainstTheOracle, UnitedStates) {
  // The years differ in nothing that a condition asks about: two of them stand for all.
  ExpectAgreement(Path("us-omb-fy2016/outlays.csv"), {{1990, 2014}, {}});
}

}  // namespace
}  // namespace tranche
