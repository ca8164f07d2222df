#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "engine/base/yaml.h"

namespace tranche {
namespace {

/// Whether `text`, written as the value of a key, looks like another type.
bool Looks(std::string_view text) {
  Diagnostics diagnostics;
  const YamlNode root =
      ParseYaml(std::make_shared<const SourceText>("my.yaml", "k: " + std::string(text) + "\n"),
                &diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << diagnostics.ToText();
  return LooksLikeOtherType(*root.Find("k"));
}

TEST(LooksLikeOtherType, IsTrueForTruthWordsAndNull) {
  for (const std::string_view text :
       {"NO", "no",  "No",  "n",    "N",    "y",     "Y", "yes",  "YES",  "on",
        "On", "off", "OFF", "true", "True", "FALSE", "~", "null", "NULL", "="}) {
    EXPECT_TRUE(Looks(text)) << text;
  }
}

TEST(LooksLikeOtherType, IsTrueForNumbersThatAnotherReaderWritesOtherwise) {
  for (const std::string_view text : {"020",
                                      "007",
                                      "02.10",
                                      "5.10",
                                      "1e5",
                                      "1E+3",
                                      ".5",
                                      "5.",
                                      "0x1F",
                                      "0o17",
                                      "0b11",
                                      "1_000",
                                      "+5",
                                      "-0",
                                      "-012",
                                      "12:30",
                                      "1:2:3",
                                      ".inf",
                                      "-.INF",
                                      ".nan",
                                      "1.0",
                                      "1234567890123456",
                                      "0.1234567890123456"}) {
    EXPECT_TRUE(Looks(text)) << text;
  }
}

TEST(LooksLikeOtherType, IsTrueForDates) {
  EXPECT_TRUE(Looks("2029-06-30"));
  EXPECT_TRUE(Looks("2029-6-3"));
  EXPECT_TRUE(Looks("2029-06-30T12:00:00Z"));
  EXPECT_TRUE(Looks("2029-06-30 12:00:00"));
}

TEST(LooksLikeOtherType, IsFalseForNumbersThatSurviveAnyReader) {
  for (const std::string_view text :
       {"0", "12", "2025", "-3", "2.5", "-0.25", "2025.1", "123456789012345"}) {
    EXPECT_FALSE(Looks(text)) << text;
  }
}

TEST(LooksLikeOtherType, IsFalseForText) {
  for (const std::string_view text :
       {"NOR", "none", "note", "ITA", "nO", "tRUE", "04.5.1", "007.007.1", "000X", "12 %", "12..19",
        "1:2:x", "2029-06-30-x", "1e", "0x", ".", "'NO'", "\"020\"", "12:75"}) {
    EXPECT_FALSE(Looks(text)) << text;
  }
}

TEST(LooksLikeOtherType, IsFalseForListsMapsAndAbsentValues) {
  EXPECT_FALSE(Looks("[no]"));
  EXPECT_FALSE(Looks("{a: no}"));
  EXPECT_FALSE(Looks(""));
}

}  // namespace
}  // namespace tranche
