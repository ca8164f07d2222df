#include "engine/base/misspelt_keys.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>

namespace tranche {
namespace {

using Kind = FormValue::Kind;

constexpr std::array<FormKey, 2> kFruitKeys = {{
    {"colour", FormNeed::kRequired, &kAnyText, "Its colour."},
    {"taste", FormNeed::kOptional, &kAnyText, "Its taste."},
}};
constexpr Form kFruit{.id = "fruit", .what = "a fruit", .about = "A fruit.", .keys = kFruitKeys};
constexpr std::array<FormKey, 1> kStoneKeys = {{
    {"weight", FormNeed::kRequired, &kAnyText, "Its weight."},
}};
constexpr Form kStone{.id = "stone", .what = "a stone", .about = "A stone.", .keys = kStoneKeys};
constexpr FormValue kFruitMap{.kind = Kind::kMap, .form = &kFruit};
constexpr FormValue kStoneMap{.kind = Kind::kMap, .form = &kStone};
constexpr std::array<const FormValue*, 2> kThingChoices = {&kFruitMap, &kStoneMap};
constexpr FormValue kThing{.kind = Kind::kOneOf, .choices = kThingChoices};
constexpr FormValue kThings{.kind = Kind::kList, .of = &kThing};
constexpr Form kNames{.id = "names", .what = "`names`", .about = "By name.", .named = &kFruitMap};
constexpr FormValue kNamesMap{.kind = Kind::kMap, .form = &kNames};

struct Corrected {
  YamlNode tree;
  Diagnostics diagnostics;
};

Corrected Correct(const std::string& text, const FormValue& form) {
  Corrected corrected;
  YamlNode tree =
      ParseYaml(std::make_shared<const SourceText>("my.yaml", text), &corrected.diagnostics);
  corrected.tree = CorrectMisspeltKeys(std::move(tree), form, &corrected.diagnostics);
  return corrected;
}

TEST(MisspeltKeys, AreReportedAndStandUnderTheRightName) {
  const Corrected fruit = Correct("color: red\ntaste: sweet\n", kFruitMap);
  EXPECT_EQ(fruit.diagnostics.ToText(),
            "my.yaml:1:1: error: unknown key `color` in a fruit\n"
            "  1 | color: red\n"
            "    | ^^^^^\n"
            "  hint: did you mean 'colour'?\n");
  ASSERT_NE(fruit.tree.Find("colour"), nullptr);
  EXPECT_EQ(fruit.tree.Find("colour")->text(), "red");
}

TEST(MisspeltKeys, OfOneMeaningAreCorrectedOnce) {
  const Corrected fruit = Correct("color: red\ncolur: green\n", kFruitMap);
  EXPECT_EQ(fruit.diagnostics.error_count(), 1U);
  EXPECT_EQ(fruit.tree.Find("colour")->text(), "red");
  EXPECT_EQ(fruit.tree.Find("colur")->text(), "green");
}

TEST(MisspeltKeys, ThatLookLikeNoneAreLeftForTheLoader) {
  const Corrected fruit = Correct("colour: red\nprice: 3\n", kFruitMap);
  EXPECT_TRUE(fruit.diagnostics.empty());
  EXPECT_NE(fruit.tree.Find("price"), nullptr);
}

TEST(MisspeltKeys, AreThoseOfTheChoiceThatFitsBest) {
  const Corrected things = Correct("- {wieght: 3}\n- {taste: sour, color: red}\n", kThings);
  EXPECT_EQ(things.diagnostics.error_count(), 2U);
  EXPECT_NE(things.tree.items()[0].Find("weight"), nullptr);
  EXPECT_NE(things.tree.items()[1].Find("colour"), nullptr);
}

TEST(MisspeltKeys, NameTheMapByItsAuthorsName) {
  const Corrected names = Correct("apple: {tast: sour}\ncolor: {colour: red}\n", kNamesMap);
  ASSERT_EQ(names.diagnostics.items().size(), 1U);
  EXPECT_EQ(names.diagnostics.items()[0].message, "unknown key `tast` in fruit 'apple'");
}

}  // namespace
}  // namespace tranche
