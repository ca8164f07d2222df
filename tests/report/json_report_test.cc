#include "engine/report/json_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/report/run_record.h"
#include "tests/report/sample_result.h"

namespace tranche {
namespace {

using Json = nlohmann::ordered_json;

TEST(JsonReport, KeepsMoneyAsTextToTheLastDecimal) {
  const Json json = Json::parse(JsonReport(SampleResult()));
  const Json& germany = json["groups"][0];
  EXPECT_EQ(germany["buckets"][0]["amount"], "68123456789.25");
  EXPECT_EQ(germany["buckets"][0]["lines"], 5810);
  EXPECT_EQ(germany["gdp"]["amount"], "4305260000000");
}

TEST(JsonReport, WhatIsNotKnownIsNull) {
  const Json json = Json::parse(JsonReport(SampleResult()));
  const Json& without_gdp = json["groups"][1];
  EXPECT_TRUE(without_gdp["gdp"].is_null());
  EXPECT_TRUE(without_gdp["buckets"][0]["percent_of_gdp"].is_null());
  EXPECT_TRUE(without_gdp["targets"][0]["met"].is_null());
}

TEST(JsonReport, SurvivesTextThatIsNoUtf8) {
  ClassifyResult result = SampleResult();
  result.files[0].name = "pl\xff.csv";
  result.first_rejected[0].reason = "amount '\xfe' is no number";
  const Json json = Json::parse(JsonReport(result));
  EXPECT_EQ(json["reconciliation"][0]["file"], "pl\xEF\xBF\xBD.csv");
}

TEST(JsonReport, DoesNotTellTheTextOfRejectedRows) {
  EXPECT_EQ(JsonReport(SampleResult()).find("DEU;2024;n/a"), std::string::npos);
}

TEST(RunJson, HashesTheRulebookAsItWasLoaded) {
  const ClassifyResult result = SampleResult();
  RunRecord record;
  record.result = &result;
  const Json json = Json::parse(RunJson(record));
  // sha256sum of "rulebook: sample-book\n"
  EXPECT_EQ(json["rulebook"]["files"][0]["sha256"],
            "827e9d606b98202419f5e66fd0f4b90ee6bc0ab530f73f41a01eeedc12d23aa0");
  EXPECT_TRUE(json["selection"]["years"].is_null());
}

TEST(TimingsJson, IsJson) {
  RunTimings timings;
  timings.steps_microseconds = {{"read \"x\"", 1'500'000}};
  timings.total_microseconds = 2'000'000;
  timings.threads = 2;
  const Json json = Json::parse(TimingsJson(timings));
  EXPECT_EQ(json["seconds"]["read \"x\""], 1.5);
  EXPECT_EQ(json["threads"], 2);
}

}  // namespace
}  // namespace tranche
