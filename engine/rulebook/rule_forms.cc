// The second half of a rulebook: what lines are recognised by.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "engine/rulebook/forms.h"

namespace tranche::form {
namespace {

using Kind = FormValue::Kind;
constexpr FormNeed kRequired = FormNeed::kRequired;
constexpr FormNeed kOptional = FormNeed::kOptional;

// Conditions.
constexpr Form kCodes{.id = "codes",
                      .what = "`code`",
                      .about =
                          "A scheme of codes and the codes that fit, as in cofog: \"02.1\". 04 "
                          "takes everything below 04; =12 only itself; 12..19 a range.",
                      .is_filled = true,
                      .named = &kTextOrTexts};
constexpr FormValue kCodesValue{.kind = Kind::kMap, .form = &kCodes};
constexpr Form kFields{.id = "fields",
                       .what = "`field`",
                       .about = "A field of the layout and the exact values that fit.",
                       .is_filled = true,
                       .named = &kTextOrTexts};
constexpr FormValue kFieldsValue{.kind = Kind::kMap, .form = &kFields};
constexpr FormValue kNatureList{.kind = Kind::kList, .of = &kNatureValue};
constexpr std::array<const FormValue*, 2> kNaturesChoices = {&kNatureValue, &kNatureList};
constexpr FormValue kNaturesValue{.kind = Kind::kOneOf, .choices = kNaturesChoices};
constexpr FormValue kConditionMap{.kind = Kind::kMap, .form = &kCondition};
constexpr FormValue kConditionList{.kind = Kind::kList, .of = &kConditionMap};
constexpr std::array<const FormValue*, 2> kNotChoices = {&kConditionMap, &kConditionList};
constexpr FormValue kNotValue{.kind = Kind::kOneOf, .choices = kNotChoices};
constexpr auto kConditionKeys = std::to_array<FormKey>({
    {"code", kOptional, &kCodesValue, "The line has one of these codes."},
    {"mentions", kOptional, &kTextOrTexts,
     "A text of the line mentions one of these concepts of the vocabulary."},
    {"words", kOptional, &kTextOrTexts,
     "A text of the line has one of these words or phrases; * at an end stands for more letters."},
    {"regex", kOptional, &kTextOrTexts,
     "A text of the line, in small letters without accents, fits one of these regular "
     "expressions."},
    {"listed", kOptional, &kTextOrTexts,
     "A text or code of the line is in one of these lists, which `lists` names."},
    {"country", kOptional, &kCountriesValue, "The line is of this country, such as ITA."},
    {"year", kOptional, &kYearsValue,
     "The line is of this year: 2025, 2025.. for 2025 and later, ..2024, or 2024..2026."},
    {"field", kOptional, &kFieldsValue, "A field of the line has one of these values."},
    {"nature", kOptional, &kNaturesValue, "The money is of this nature, such as capital."},
    {"in", kOptional, &kTextOrTexts,
     "Where words and concepts are looked for: own, parents, or names of text fields."},
    {"all", kOptional, &kConditionList, "All of these conditions hold."},
    {"any", kOptional, &kConditionList, "At least one of these conditions holds."},
    {"not", kOptional, &kNotValue, "This condition does not hold; of a list, none does."},
});

// Examples.
constexpr Form kExampleCodes{.id = "example_codes",
                             .what = "`code` of an example",
                             .about = "A scheme of codes and the code of the line.",
                             .is_filled = true,
                             .named = &kAnyText};
constexpr FormValue kExampleCodesValue{.kind = Kind::kMap, .form = &kExampleCodes};
constexpr Form kExampleFields{.id = "example_fields",
                              .what = "`field` of an example",
                              .about = "A field and its value on the line.",
                              .is_filled = true,
                              .named = &kAnyText};
constexpr FormValue kExampleFieldsValue{.kind = Kind::kMap, .form = &kExampleFields};
constexpr auto kExampleKeys = std::to_array<FormKey>({
    {"country", kOptional, &kCountryValue, "The country of the line, such as ITA."},
    {"year", kOptional, &kYearValue, "The year of the line."},
    {"code", kOptional, &kExampleCodesValue, "The codes of the line, as in {cofog: \"02.1\"}."},
    {"field", kOptional, &kExampleFieldsValue, "Fields of the line."},
    {"nature", kOptional, &kNatureValue, "The nature of the money, such as capital."},
    {"gives", kRequired, &kFilledText,
     "What the rulebook should say: an item, a bucket, otherwise, or no match (of this rule)."},
});

// Rules.
constexpr FormValue kExampleMap{.kind = Kind::kMap, .form = &kExample};
constexpr FormValue kExamples{.kind = Kind::kList, .of = &kExampleMap};
constexpr std::array<std::string_view, 1> kIfUnknownWords = {"undecided"};
constexpr FormValue kIfUnknown{.kind = Kind::kWord, .words = kIfUnknownWords};
constexpr auto kRuleKeys = std::to_array<FormKey>({
    {"id", kRequired, &kFilledText, "The name of the rule, without blanks; no other rule has it."},
    {"is", kOptional, &kFilledText, "What the line is: an item."},
    {"to", kOptional, &kOutcomeValue, "Instead of an item: the bucket that such lines go to."},
    {"when", kOptional, &kConditionMap, "Which lines the rule takes. Without it: every line."},
    {"why", kOptional, &kAnyText, "Why such lines are that."},
    {"source", kOptional, &kAnyText, "The text that says so."},
    {"examples", kOptional, &kExamples, "Lines and what the rulebook should say of them."},
    {"review_by", kOptional, &kDateValue,
     "The day by which somebody should look at this again, as in 2029-06-30."},
    {"if_unknown", kOptional, &kIfUnknown,
     "undecided: lines on which the rule cannot be tested stay undecided."},
});
constexpr std::array<std::string_view, 2> kWhatKeys = {"is", "to"};
constexpr std::array<FormChoice, 1> kRuleChoices = {{{kWhatKeys}}};
constexpr auto kIncludeKeys = std::to_array<FormKey>({
    {"include", kRequired, &kFilledText,
     "A file of rules that stand here; its path begins at the folder of this file."},
});
constexpr FormValue kRuleMap{.kind = Kind::kMap, .form = &kRule};
constexpr FormValue kIncludeMap{.kind = Kind::kMap, .form = &kInclude};
constexpr std::array<const FormValue*, 2> kRuleOrIncludeChoices = {&kRuleMap, &kIncludeMap};
constexpr FormValue kRuleOrInclude{
    .kind = Kind::kOneOf, .choices = kRuleOrIncludeChoices, .deciding_key = "include"};

// Rules and includes that a reform adds.
constexpr std::array<FormKey, 2> kPlaceKeys = {{
    {"before", kOptional, &kFilledText, "The id of the rule before which this stands."},
    {"after", kOptional, &kFilledText, "The id of the rule behind which this stands."},
}};
template <std::size_t n>
constexpr std::array<FormKey, n + 2> WithPlace(const std::array<FormKey, n>& keys) {
  std::array<FormKey, n + 2> all;
  std::copy(keys.begin(), keys.end(), std::copy(kPlaceKeys.begin(), kPlaceKeys.end(), all.begin()));
  return all;
}
constexpr auto kAddedRuleKeys = WithPlace(kRuleKeys);
constexpr auto kAddedIncludeKeys = WithPlace(kIncludeKeys);
constexpr FormValue kAddedRuleMap{.kind = Kind::kMap, .form = &kAddedRule};
constexpr FormValue kAddedIncludeMap{.kind = Kind::kMap, .form = &kAddedInclude};
constexpr std::array<const FormValue*, 2> kAddedChoices = {&kAddedRuleMap, &kAddedIncludeMap};
constexpr FormValue kAdded{
    .kind = Kind::kOneOf, .choices = kAddedChoices, .deciding_key = "include"};

constexpr auto kRulesFileKeys = std::to_array<FormKey>({
    {"rules", kRequired, &kRulesValue,
     "The rules of this file, in the order in which they decide."},
});

}  // namespace

constexpr Form kCondition{.id = "condition",
                          .what = "a condition",
                          .about =
                              "Which lines a rule takes: all keys must hold, and of a list one "
                              "value.",
                          .keys = kConditionKeys,
                          .is_filled = true};
constexpr Form kExample{.id = "example",
                        .what = "an example",
                        .about =
                            "A line, and what the rulebook should say of it. Other keys are "
                            "texts of the line, such as description.",
                        .keys = kExampleKeys,
                        .named = &kTextOrTexts};
constexpr Form kRule{.id = "rule",
                     .what = "a rule",
                     .about = "What lines are, and what they are recognised by.",
                     .keys = kRuleKeys,
                     .choices = kRuleChoices};
constexpr Form kInclude{.id = "include",
                        .what = "an include",
                        .about = "A file of rules that stand here.",
                        .keys = kIncludeKeys};
constexpr Form kAddedRule{.id = "added_rule",
                          .what = "a rule",
                          .about = "A new rule; without before or after it stands at the end.",
                          .keys = kAddedRuleKeys,
                          .choices = kRuleChoices};
constexpr Form kAddedInclude{.id = "added_include",
                             .what = "an include",
                             .about = "A file of new rules.",
                             .keys = kAddedIncludeKeys};
constexpr Form kRulesFile{.id = "rules_file",
                          .what = "a file of rules",
                          .about = "Rules that a rulebook includes.",
                          .keys = kRulesFileKeys};
constexpr FormValue kRulesFileValue{.kind = Kind::kMap, .form = &kRulesFile};
constexpr FormValue kAddedRulesValue{.kind = Kind::kList, .of = &kAdded};
constexpr FormValue kRulesValue{.kind = Kind::kList, .of = &kRuleOrInclude, .may_be_empty = true};

}  // namespace tranche::form
