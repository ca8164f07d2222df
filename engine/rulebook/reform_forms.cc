// Rulebooks that extend another one and change some of it.
#include <array>
#include <string_view>

#include "engine/rulebook/forms.h"

namespace tranche::form {
namespace {

using Kind = FormValue::Kind;
constexpr FormNeed kRequired = FormNeed::kRequired;
constexpr FormNeed kOptional = FormNeed::kOptional;

// The tables of a book: entries that change, or new ones.
constexpr FormValue kBucketMap{.kind = Kind::kChanges, .form = &kBucket};
constexpr FormValue kNothing{.kind = Kind::kNothing};
constexpr std::array<const FormValue*, 2> kBucketChoices = {&kBucketMap, &kNothing};
constexpr FormValue kBucketChanges{.kind = Kind::kOneOf, .choices = kBucketChoices};
constexpr FormValue kOptionChanges{.kind = Kind::kChanges, .form = &kOption};
constexpr FormValue kTargetChanges{.kind = Kind::kChanges, .form = &kTarget};
constexpr FormValue kItemChanges{.kind = Kind::kChanges, .form = &kItem};
constexpr FormValue kRuleChanges{.kind = Kind::kChanges, .form = &kRule};
constexpr FormValue kWordsChanges{.kind = Kind::kChanges, .form = &kConceptWords};
constexpr Form kBucketsChanged{.id = "buckets_changed",
                               .what = "`buckets`",
                               .about = "Buckets with what is different or new.",
                               .is_filled = true,
                               .named = &kBucketChanges};
constexpr Form kOptionsChanged{.id = "options_changed",
                               .what = "`options`",
                               .about = "Options with what is different or new.",
                               .is_filled = true,
                               .named = &kOptionChanges};
constexpr Form kTargetsChanged{.id = "targets_changed",
                               .what = "`targets`",
                               .about = "Targets with what is different or new.",
                               .is_filled = true,
                               .named = &kTargetChanges};
constexpr Form kItemsChanged{.id = "items_changed",
                             .what = "`items`",
                             .about = "Items with what is different or new.",
                             .is_filled = true,
                             .named = &kItemChanges};
constexpr Form kRulesChanged{.id = "rules_changed",
                             .what = "`rules`",
                             .about = "Rules by id, with the keys that are different.",
                             .is_filled = true,
                             .named = &kRuleChanges};
constexpr FormValue kBucketsValue{.kind = Kind::kMap, .form = &kBucketsChanged};
constexpr FormValue kOptionsValue{.kind = Kind::kMap, .form = &kOptionsChanged};
constexpr FormValue kTargetsValue{.kind = Kind::kMap, .form = &kTargetsChanged};
constexpr FormValue kItemsValue{.kind = Kind::kMap, .form = &kItemsChanged};
constexpr FormValue kRulesChangedValue{.kind = Kind::kMap, .form = &kRulesChanged};

// change
constexpr auto kConceptChangesKeys = std::to_array<FormKey>({
    {"title", kOptional, &kAnyText, "Another title of the concept."},
});
constexpr FormValue kConceptChangesMap{.kind = Kind::kMap, .form = &kConceptChanges};
constexpr Form kConceptsChanged{.id = "concepts_changed",
                                .what = "`concepts`",
                                .about = "Concepts with other words.",
                                .is_filled = true,
                                .named = &kConceptChangesMap};
constexpr FormValue kConceptsChangedValue{.kind = Kind::kMap, .form = &kConceptsChanged};
constexpr auto kChangeKeys = std::to_array<FormKey>({
    {"rules", kOptional, &kRulesChangedValue, "Rules by id, with the keys that are different."},
    {"targets", kOptional, &kTargetsValue, "Targets with the keys that are different."},
    {"concepts", kOptional, &kConceptsChangedValue, "Concepts with other words."},
});
constexpr std::array<const FormValue*, 3> kPartChoices = {&kRuleChanges, &kTargetChanges,
                                                          &kConceptChangesMap};
constexpr FormValue kPartChanges{.kind = Kind::kOneOf, .choices = kPartChoices};
constexpr FormValue kChangeMap{.kind = Kind::kMap, .form = &kChange};

// The whole reform.
constexpr Form kSettings{.id = "settings",
                         .what = "`set`",
                         .about = "Other values of options, as in mobility: 25 %.",
                         .is_filled = true,
                         .named = &kValueOfOption};
constexpr FormValue kSettingsMap{.kind = Kind::kMap, .form = &kSettings};
constexpr auto kReformKeys = std::to_array<FormKey>({
    {"rulebook", kRequired, &kFilledText, "The name of this rulebook, without blanks."},
    {"format", kRequired, &kFormatOne, "The format that the file is written in: 1."},
    {"title", kOptional, &kAnyText, "What reports call the rulebook."},
    {"version", kOptional, &kAnyText, "The version of the rulebook."},
    {"extends", kRequired, &kFilledText,
     "The rulebook that this one changes; its path begins at the folder of this file."},
    {"set", kOptional, &kSettingsMap, "Other values of options, as in {mobility: 25 %}."},
    {"buckets", kOptional, &kBucketsValue, "Buckets that are different or new."},
    {"options", kOptional, &kOptionsValue, "Options that are different or new."},
    {"otherwise", kOptional, &kBucketNameValue,
     "Where lines go that no rule recognises: a bucket, or undecided."},
    {"decide", kOptional, &kDecideValue, "first or unique, where it is different."},
    {"targets", kOptional, &kTargetsValue, "Targets that are different or new."},
    {"items", kOptional, &kItemsValue, "Items that count otherwise, or new ones."},
    {"change", kOptional, &kChangeMap, "Rules, targets and concepts with other keys, by name."},
    {"remove", kOptional, &kTextOrTexts, "Ids of rules that are taken away."},
    {"add", kOptional, &kAddedRulesValue, "New rules, before or after the id of another one."},
    {"item_titles", kOptional, &kTextOrTexts, "Files with more titles of items."},
    {"vocabulary", kOptional, &kTextOrTexts, "Files with more words."},
    {"lists", kOptional, &kListsValue, "Lists that are different or new."},
});
constexpr FormValue kRulebookMap{.kind = Kind::kMap, .form = &kRulebook};
constexpr FormValue kReformMap{.kind = Kind::kMap, .form = &kReform};
constexpr std::array<const FormValue*, 2> kRulebookChoices = {&kRulebookMap, &kReformMap};

}  // namespace

constexpr Form kChange{.id = "change",
                       .what = "`change`",
                       .about = "Rules, targets and concepts with other keys, by name.",
                       .keys = kChangeKeys,
                       .is_filled = true,
                       .named = &kPartChanges};
constexpr Form kConceptChanges{.id = "concept_by_language",
                               .what = "a change of a concept",
                               .about = "Words by language, as in de: {words: [Straße*]}.",
                               .keys = kConceptChangesKeys,
                               .is_filled = true,
                               .named = &kWordsChanges,
                               .name_pattern = "^[a-z]{2,3}$"};
constexpr Form kReform{.id = "reform",
                       .what = "the rulebook",
                       .about = "A rulebook that extends another one and changes some of it.",
                       .keys = kReformKeys};
constexpr FormValue kRulebookValue{
    .kind = Kind::kOneOf, .choices = kRulebookChoices, .deciding_key = "extends"};

}  // namespace tranche::form
