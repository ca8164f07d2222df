// Two books side by side: each TEST a claim.
#include "engine/study/book_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = SectionDiff::Kind;

constexpr char kOptions[] = "options:\n  mobility: {title: M, value: 0 %, try: [0 %, 50 %]}\n";
constexpr char kRules[] =
    "rules:\n"
    "  - {id: a, is: roads, when: {words: road}}\n"
    "  - {id: b, is: roads, when: {words: bridge}}\n"
    "  - {id: c, is: coast-guard, when: {words: guard}}\n"
    "  - {id: d, is: coast-guard, when: {words: coast}}\n";

BookDiff DiffFiles(const std::map<std::string, std::string>& left,
                   const std::map<std::string, std::string>& right) {
  const LoadedBook left_book = LoadFiles(left);
  const LoadedBook right_book = LoadFiles(right);
  EXPECT_TRUE(left_book.book.has_value()) << left_book.text;
  EXPECT_TRUE(right_book.book.has_value()) << right_book.text;
  if (!left_book.book || !right_book.book) return {};
  return DiffBooks(*left_book.book, *right_book.book);
}

/// Books of BookWith.
BookDiff DiffTexts(const std::string& left, const std::string& right) {
  return DiffFiles({{"book.yaml", BookWith(left)}}, {{"book.yaml", BookWith(right)}});
}

/// Rules on their own lines, with nothing around them.
BookDiff DiffRuleTexts(const std::string& left, const std::string& right) {
  return DiffTexts("rules:\n" + left, "rules:\n" + right);
}

BookDiff DiffReform(const std::string& reform) {
  const std::string base = BookWith(std::string(kOptions) + kRules);
  return DiffFiles({{"book.yaml", base}}, {{"base.yaml", base},
                                           {"book.yaml",
                                            "rulebook: reform\nformat: 1\n"
                                            "extends: base.yaml\n" +
                                                reform}});
}

const SectionDiff& SectionOf(const BookDiff& diff, Kind kind) {
  return diff.sections.at(static_cast<std::size_t>(kind));
}

/// `counts: direct-military | excluded`, a line for each field that differs; lists with `-` and
/// `+`.
std::vector<std::string> FieldsOf(const PartDiff& part) {
  std::vector<std::string> lines;
  for (const FieldDiff& field : part.fields) {
    std::string line = field.key + ":";
    if (!field.is_list) line += " " + field.left + " | " + field.right;
    for (const std::string& entry : field.only_left) {
      if (field.is_list) line += " -" + entry;
    }
    for (const std::string& entry : field.only_right) {
      if (field.is_list) line += " +" + entry;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

/// Names of the parts that differ, with `<` or `>` where one side has them alone, `~` where moved.
std::vector<std::string> PartsOf(const SectionDiff& section) {
  std::vector<std::string> names;
  for (const PartDiff& part : section.parts) {
    std::string name = part.has_moved ? "~" : "";
    if (part.in == PartDiff::In::kLeft) name = "<";
    if (part.in == PartDiff::In::kRight) name = ">";
    names.push_back(name + part.name);
  }
  return names;
}

/// File name and line of each place.
std::vector<std::string> PlacesOf(const std::vector<SourceSpan>& places) {
  std::vector<std::string> texts;
  for (const SourceSpan& place : places) {
    const std::string text = PlaceOf(place);
    texts.push_back(text.substr(text.rfind('/') + 1));
  }
  return texts;
}

/// All that differs, in the one part that does.
std::vector<std::string> OnlyFieldsOf(const BookDiff& diff, Kind kind) {
  for (const SectionDiff& section : diff.sections) {
    EXPECT_EQ(section.parts.size(), section.kind == kind ? 1U : 0U)
        << static_cast<int>(section.kind);
  }
  const SectionDiff& section = SectionOf(diff, kind);
  return section.parts.size() == 1 ? FieldsOf(section.parts.front()) : std::vector<std::string>();
}

TEST(BookDiff, OfABookAndItselfIsNothing) {
  const BookDiff diff = DiffTexts(kRules, kRules);
  EXPECT_TRUE(diff.SaysTheSame());
  EXPECT_THAT(SectionOf(diff, Kind::kSettings).alike,
              ElementsAre("title", "version", "otherwise", "decide"));
  EXPECT_THAT(SectionOf(diff, Kind::kItems).alike, ElementsAre("roads", "coast-guard"));
  EXPECT_THAT(SectionOf(diff, Kind::kRules).alike, ElementsAre("a", "b", "c", "d"));
}

TEST(BookDiff, OfAReformWithoutChangesIsNothingButItsName) {
  const BookDiff diff = DiffReform("");
  EXPECT_TRUE(diff.SaysTheSame());
  EXPECT_EQ(diff.left.name, "test-book");
  EXPECT_EQ(diff.right.name, "reform");
}

TEST(BookDiff, IsNotInTheWritingOfACondition) {
  const BookDiff diff = DiffRuleTexts(
      "  - {id: a, is: roads, when: {country: [ITA, DEU], words: [road, way]}}\n"
      "  - {id: b, is: roads, when: {any: [{nature: pay}, {year: 2025..}]}}\n",
      "  - id: a\n    is: roads\n    when:\n      words: [way, road]\n      country: [DEU, ITA]\n"
      "  - {id: b, is: roads, when: {all: [{any: [{year: 2025..}, {nature: [pay]}]}]}}\n");
  EXPECT_TRUE(diff.SaysTheSame());
}

TEST(BookDiff, OfSettingsIsTitleVersionOtherwiseAndDecide) {
  const std::string buckets =
      "buckets:\n  core: {title: Core}\n  out: {title: Out}\n"
      "items:\n  army: {counts: core}\nrules: []\n";
  const BookDiff diff = DiffFiles(
      {{"book.yaml", "rulebook: a\nformat: 1\notherwise: out\n" + buckets}},
      {{"book.yaml",
        "rulebook: b\nformat: 1\ntitle: B\nversion: \"2\"\notherwise: undecided\ndecide: unique\n" +
            buckets}});
  const SectionDiff& section = SectionOf(diff, Kind::kSettings);
  EXPECT_THAT(PartsOf(section), ElementsAre("title", "version", "otherwise", "decide"));
  EXPECT_THAT(FieldsOf(section.parts.at(2)), ElementsAre("otherwise: out | undecided"));
  EXPECT_THAT(FieldsOf(section.parts.at(3)), ElementsAre("decide: first | unique"));
  EXPECT_THAT(PlacesOf(section.parts.at(3).left_places), IsEmpty());
  EXPECT_THAT(PlacesOf(section.parts.at(3).right_places), ElementsAre("book.yaml:6"));
}

TEST(BookDiff, OfAnItemIsEachKeyThatDiffers) {
  const BookDiff diff = DiffReform(
      "items:\n  roads: {counts: excluded, area: ~, status: claimed, why: W, source: S,\n"
      "    review_by: 2029-06-30, try: [excluded, direct-military]}\n");
  EXPECT_THAT(
      OnlyFieldsOf(diff, Kind::kItems),
      ElementsAre("counts: broader-security 25 %, excluded rest | excluded",
                  "area: infrastructure | ", "try:  | excluded / direct-military",
                  "status:  | claimed", "why:  | W", "source:  | S", "review_by:  | 2029-06-30"));
}

TEST(BookDiff, OfAReformNamesTheReformAsThePlace) {
  const BookDiff diff = DiffReform("items:\n  roads: {status: claimed}\n");
  const PartDiff& part = SectionOf(diff, Kind::kItems).parts.at(0);
  EXPECT_THAT(PlacesOf(part.left_places), ElementsAre("book.yaml:9"));
  EXPECT_THAT(PlacesOf(part.right_places), ElementsAre("book.yaml:5"));
  const PartDiff rule =
      SectionOf(DiffReform("change: {b: {is: coast-guard}}\n"), Kind::kRules).parts.at(0);
  EXPECT_THAT(PlacesOf(rule.left_places), ElementsAre("book.yaml:15"));
  EXPECT_THAT(PlacesOf(rule.right_places), ElementsAre("book.yaml:4"));
}

TEST(BookDiff, OfAnItemCountsWhatItComesToThroughAnOption) {
  const std::string item =
      "items:\n  bridges: {counts: {broader-security: $mobility, excluded: rest}}\n";
  const std::string rules = "add: [{id: x, is: bridges}]\n";
  const std::string base =
      std::string("rulebook: base\nformat: 1\nextends: root.yaml\n") + item + rules;
  const std::string root = BookWith(std::string(kOptions) + kRules);
  const BookDiff diff = DiffFiles(
      {{"book.yaml", base}, {"root.yaml", root}},
      {{"book.yaml", "rulebook: r\nformat: 1\nextends: base.yaml\nset: {mobility: 50 %}\n"},
       {"base.yaml", base},
       {"root.yaml", root}});
  EXPECT_THAT(FieldsOf(SectionOf(diff, Kind::kOptions).parts.at(0)),
              ElementsAre("value: 0 % | 50 %"));
  EXPECT_THAT(FieldsOf(SectionOf(diff, Kind::kItems).parts.at(0)),
              ElementsAre("counts: broader-security $mobility (0 %), excluded rest | "
                          "broader-security $mobility (50 %), excluded rest"));
}

TEST(BookDiff, OfAPartThatOneBookHasAloneIsAllThatItSays) {
  const BookDiff diff =
      DiffReform("items:\n  bridges: {counts: excluded, why: W}\nadd: [{id: e, is: bridges}]\n");
  const SectionDiff& items = SectionOf(diff, Kind::kItems);
  EXPECT_THAT(PartsOf(items), ElementsAre(">bridges"));
  EXPECT_THAT(FieldsOf(items.parts.at(0)), ElementsAre("counts:  | excluded", "why:  | W"));
  EXPECT_THAT(items.parts.at(0).left_places, IsEmpty());
  EXPECT_EQ(items.alike.size(), 2U);
  EXPECT_THAT(
      FieldsOf(SectionOf(diff, Kind::kRules).parts.at(0)),
      ElementsAre("order:  | rule 5 of 5, after d", "is:  | bridges", "when:  | every line"));
}

TEST(BookDiff, OfOptionsAndTargetsIsTheirValues) {
  const BookDiff diff = DiffTexts(
      "options:\n  o: {title: M, value: 0 %}\ntargets:\n"
      "  t: {of: [broader-security, direct-military], at_least: 3 %}\nrules: []\n",
      "options:\n  o: {title: M, value: {2025: 0 %, 2027: 9 %}, try: [5 %]}\ntargets:\n"
      "  t: {of: [direct-military, broader-security], up_to: 3 %, caps: {broader-security: 1 %}}\n"
      "rules: []\n");
  EXPECT_THAT(FieldsOf(SectionOf(diff, Kind::kOptions).parts.at(0)),
              ElementsAre("value: 0 % | from 2025: 0 %; from 2027: 9 %", "try:  | 5 %"));
  EXPECT_THAT(FieldsOf(SectionOf(diff, Kind::kTargets).parts.at(0)),
              ElementsAre("at_least: 3 % | ", "up_to:  | 3 %", "caps:  | broader-security 1 %"));
}

TEST(BookDiff, NewRuleMovesNoOther) {
  const BookDiff diff =
      DiffReform("add: [{before: a, id: x, is: roads, when: {words: motorway}}]\n");
  EXPECT_THAT(PartsOf(SectionOf(diff, Kind::kRules)), ElementsAre(">x"));
  EXPECT_EQ(SectionOf(diff, Kind::kRules).alike.size(), 4U);
}

TEST(BookDiff, RemovedRuleMovesNoOther) {
  const BookDiff diff = DiffReform("remove: [b]\n");
  EXPECT_THAT(
      OnlyFieldsOf(diff, Kind::kRules),
      ElementsAre("order: rule 2 of 4, after a | ", "is: roads | ", "when: words 'bridge' | "));
}

TEST(BookDiff, RuleThatPassesOthersIsTheOnlyOneThatMoved) {
  const std::string a = "  - {id: a, is: roads, when: {words: road}}\n";
  const std::string rest =
      "  - {id: b, is: roads, when: {words: bridge}}\n"
      "  - {id: c, is: roads, when: {words: path}}\n";
  const BookDiff diff = DiffRuleTexts(a + rest, rest + a);
  EXPECT_THAT(PartsOf(SectionOf(diff, Kind::kRules)), ElementsAre("~a"));
  EXPECT_THAT(OnlyFieldsOf(diff, Kind::kRules),
              ElementsAre("order: rule 1 of 3, the first | rule 3 of 3, after c"));
  EXPECT_EQ(SectionOf(diff, Kind::kRules).parts.at(0).left_position, 1U);
  EXPECT_EQ(SectionOf(diff, Kind::kRules).parts.at(0).right_position, 3U);
}

TEST(BookDiff, RulesStandInTheOrderOfBothBooks) {
  const std::string common =
      "  - {id: a, is: roads, when: {words: road}}\n"
      "  - {id: b, is: roads, when: {words: bridge}}\n";
  const BookDiff diff = DiffRuleTexts(
      "  - {id: left-1, is: roads}\n" + common + "  - {id: left-2, is: roads}\n",
      "  - {id: right-1, is: roads}\n" + common + "  - {id: right-2, to: excluded}\n");
  EXPECT_THAT(PartsOf(SectionOf(diff, Kind::kRules)),
              ElementsAre("<left-1", ">right-1", "<left-2", ">right-2"));
}

TEST(BookDiff, OfARuleIsItemOutcomeConditionAndReasons) {
  const BookDiff diff = DiffRuleTexts(
      "  - {id: a, is: roads, when: {words: [road, way]}, why: W}\n",
      "  - id: a\n    to: undecided\n    when: {words: [road, street], nature: capital}\n"
      "    if_unknown: undecided\n    examples:\n"
      "      - {country: ITA, year: 2025, description: The road, nature: capital,\n"
      "         gives: undecided}\n");
  EXPECT_THAT(OnlyFieldsOf(diff, Kind::kRules),
              ElementsAre("is: roads | ", "to:  | undecided",
                          "when: words 'road' or 'way' | words 'road' or 'street' and nature "
                          "capital",
                          "if_unknown:  | undecided", "why: W | ",
                          "examples: +ITA, 2025, description 'The road', nature capital, gives "
                          "undecided"));
}

TEST(BookDiff, OfAConditionNamesThePiecesThatOneSideHasAlone) {
  const BookDiff diff = DiffRuleTexts(
      "  - {id: a, is: roads, when: {words: [road, way], country: ITA, not: {year: 2025}}}\n",
      "  - {id: a, is: roads, when: {words: [road, path, way], not: {year: 2026}}}\n");
  const FieldDiff& when = SectionOf(diff, Kind::kRules).parts.at(0).fields.at(0);
  EXPECT_THAT(when.only_left, ElementsAre("country ITA", "not (year 2025)"));
  EXPECT_THAT(when.only_right, ElementsAre("words 'path'", "not (year 2026)"));
  EXPECT_EQ(when.in_both, 2U);
}

TEST(BookDiff, OfAConceptIsTheWordsByLanguage) {
  const auto book = [](const std::string& german, const std::string& concepts) {
    return std::map<std::string, std::string>{
        {"book.yaml", BookWith("vocabulary: words/\nrules: []\n")},
        {"words/concepts.yaml", "concepts: {road: {title: Roads}" + concepts + "}\n"},
        {"words/de.yaml", "language: de\nconcepts:\n  road: " + german + "\n"},
        {"words/it.yaml", "language: it\nconcepts: {road: {words: [strada]}}\n"}};
  };
  const BookDiff diff = DiffFiles(
      book("{words: [Straße, Weg], except: [Milchstraße]}", ""),
      book("{words: [Weg, \"*straße\", Pfad], except: [Milchstraße, Umweg]}", ", rail: {}"));
  const SectionDiff& section = SectionOf(diff, Kind::kConcepts);
  EXPECT_THAT(PartsOf(section), ElementsAre("road", ">rail"));
  EXPECT_THAT(FieldsOf(section.parts.at(0)),
              ElementsAre("words (de): -Straße +*straße +Pfad", "except (de): +Umweg"));
  EXPECT_EQ(section.parts.at(0).fields.at(0).in_both, 1U);
  EXPECT_THAT(PlacesOf(section.parts.at(0).right_places), ElementsAre("de.yaml:3"));
}

TEST(BookDiff, OfAListIsItsEntries) {
  const auto book = [](const std::string& towns) {
    return std::map<std::string, std::string>{
        {"book.yaml", BookWith("lists:\n  towns: {file: towns.csv, column: town}\nrules:\n"
                               "  - {id: a, is: roads, when: {listed: towns}}\n")},
        {"towns.csv", "town,country\n" + towns}};
  };
  const BookDiff diff =
      DiffFiles(book("Augsburg,DE\nUlm,DE\n"), book("Ulm,DE\nSaarlouis,DE\nAugsburg,DE\n"));
  EXPECT_THAT(OnlyFieldsOf(diff, Kind::kLists), ElementsAre("words: +Saarlouis"));
}

}  // namespace
}  // namespace tranche
