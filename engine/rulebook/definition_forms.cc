// The first half of a rulebook: what counts, and as what.
#include <array>
#include <string_view>

#include "engine/rulebook/forms.h"

namespace tranche::form {
namespace {

using Kind = FormValue::Kind;
constexpr FormNeed kRequired = FormNeed::kRequired;
constexpr FormNeed kOptional = FormNeed::kOptional;

constexpr FormValue kNothing{.kind = Kind::kNothing};

// buckets
constexpr auto kBucketKeys = std::to_array<FormKey>({
    {"title", kOptional, &kAnyText, "What reports call the bucket."},
    {"areas", kOptional, &kTextOrTexts,
     "Parts of the bucket that items may name, such as infrastructure."},
});
constexpr FormValue kBucketMap{.kind = Kind::kMap, .form = &kBucket};
constexpr std::array<const FormValue*, 2> kBucketChoices = {&kBucketMap, &kNothing};
constexpr FormValue kBucketOrNothing{.kind = Kind::kOneOf, .choices = kBucketChoices};
constexpr Form kBuckets{.id = "buckets",
                        .what = "`buckets`",
                        .about = "The buckets of money, each with a name of your choice.",
                        .is_filled = true,
                        .named = &kBucketOrNothing};
constexpr FormValue kBucketsValue{.kind = Kind::kMap, .form = &kBuckets};

// options
constexpr FormValue kTriedValues{.kind = Kind::kList, .of = &kValueOfOption};
constexpr auto kOptionKeys = std::to_array<FormKey>({
    {"title", kOptional, &kAnyText, "What reports call the option."},
    {"why", kOptional, &kAnyText, "Why the value is what it is."},
    {"source", kOptional, &kAnyText, "The text or table that the value comes from."},
    {"value", kRequired, &kValueOfOption,
     "A percentage such as 30 %, or a bucket or split. It may step by year: {2025: 40 %, 2030: 30 "
     "%}."},
    {"try", kOptional, &kTriedValues, "Other values worth trying, as in [0 %, 50 %, 100 %]."},
});
constexpr FormValue kOptionMap{.kind = Kind::kMap, .form = &kOption};
constexpr Form kOptions{.id = "options",
                        .what = "`options`",
                        .about =
                            "Values made to be varied. Items use them with a dollar sign, as "
                            "in $mobility.",
                        .is_filled = true,
                        .named = &kOptionMap};
constexpr FormValue kOptionsValue{.kind = Kind::kMap, .form = &kOptions};

// targets
constexpr Form kCaps{.id = "caps",
                     .what = "`caps`",
                     .about =
                         "The most that a bucket may add to the target, as in "
                         "broader-security: 1.5 %.",
                     .is_filled = true,
                     .named = &kShareValue};
constexpr FormValue kCapsValue{.kind = Kind::kMap, .form = &kCaps};
constexpr auto kTargetKeys = std::to_array<FormKey>({
    {"of", kRequired, &kTextOrTexts, "The bucket, or the buckets, whose money is added up."},
    {"at_least", kOptional, &kShareValue, "The share of GDP to be reached, as in 3.5 %."},
    {"up_to", kOptional, &kShareValue, "The share of GDP up to which money counts, as in 1.5 %."},
    {"caps", kOptional, &kCapsValue, "The most that single buckets may add."},
});
constexpr std::array<std::string_view, 2> kLimitKeys = {"at_least", "up_to"};
constexpr std::array<FormChoice, 1> kTargetChoices = {{{kLimitKeys}}};
constexpr FormValue kTargetMap{.kind = Kind::kMap, .form = &kTarget};
constexpr Form kTargets{.id = "targets",
                        .what = "`targets`",
                        .about = "What is to be reached, in shares of GDP.",
                        .is_filled = true,
                        .named = &kTargetMap};
constexpr FormValue kTargetsValue{.kind = Kind::kMap, .form = &kTargets};

// items
constexpr FormValue kTriedOutcomes{.kind = Kind::kList, .of = &kOutcomeValue};
constexpr std::array<std::string_view, 2> kStatusWords = {"claimed", "defined"};
constexpr FormValue kStatus{.kind = Kind::kWord, .words = kStatusWords};
constexpr auto kItemKeys = std::to_array<FormKey>({
    {"counts", kRequired, &kOutcomeValue,
     "What such lines count as: a bucket, undecided, netted, or shares of buckets, as in "
     "{broader-security: 30 %, excluded: rest}."},
    {"area", kOptional, &kAnyText, "An area of the bucket that the item counts to."},
    {"status", kOptional, &kStatus,
     "defined where an agreed text says so, claimed where it is a choice."},
    {"title", kOptional, &kAnyText, "What reports call the item."},
    {"why", kOptional, &kAnyText, "Why it counts so, in a sentence for parliament."},
    {"source", kOptional, &kAnyText, "The text that says so."},
    {"try", kOptional, &kTriedOutcomes,
     "Other outcomes worth trying, as in [excluded, undecided]."},
    {"review_by", kOptional, &kDateValue,
     "The day by which somebody should look at this again, as in 2029-06-30."},
});
constexpr FormValue kItemMap{.kind = Kind::kMap, .form = &kItem};
constexpr Form kItems{.id = "items",
                      .what = "`items`",
                      .about = "What lines can be, each with what it counts as.",
                      .is_filled = true,
                      .named = &kItemMap};
constexpr FormValue kItemsValue{.kind = Kind::kMap, .form = &kItems};

// lists
constexpr auto kListKeys = std::to_array<FormKey>({
    {"file", kRequired, &kFilledText, "A CSV file; its path begins at the folder of this file."},
    {"column", kRequired, &kFilledText, "The title of the column that holds the entries."},
    {"scheme", kOptional, &kFilledText,
     "The scheme of codes, such as cofog, where the entries are codes; else they are words."},
});
constexpr FormValue kListMap{.kind = Kind::kMap, .form = &kList};
constexpr Form kLists{.id = "lists",
                      .what = "`lists`",
                      .about = "Words or codes from columns of CSV files, each with a name.",
                      .is_filled = true,
                      .named = &kListMap};

// The whole book.
constexpr std::array<std::string_view, 2> kDecideWords = {"first", "unique"};
constexpr auto kRulebookKeys = std::to_array<FormKey>({
    {"rulebook", kRequired, &kFilledText, "The name of the rulebook, without blanks."},
    {"format", kRequired, &kFormatOne, "The format that the file is written in: 1."},
    {"title", kOptional, &kAnyText, "What reports call the rulebook."},
    {"version", kOptional, &kAnyText, "The version of the rulebook."},
    {"buckets", kRequired, &kBucketsValue, "The buckets that money is sorted into."},
    {"options", kOptional, &kOptionsValue, "Values made to be varied, such as a share."},
    {"otherwise", kRequired, &kBucketNameValue,
     "Where lines go that no rule recognises: a bucket, or undecided."},
    {"decide", kOptional, &kDecideValue,
     "first: the first rule that fits decides. unique: lines on which rules differ stay "
     "undecided."},
    {"targets", kOptional, &kTargetsValue, "What is to be reached, in shares of GDP."},
    {"items", kOptional, &kItemsValue, "The definition: does it count, and as what?"},
    {"item_titles", kOptional, &kTextOrTexts, "A file with titles and descriptions of the items."},
    {"vocabulary", kOptional, &kTextOrTexts,
     "The folder, or the files, with the words of each language."},
    {"lists", kOptional, &kListsValue,
     "Words or codes from CSV files, for rules that ask with `listed`."},
    {"rules", kRequired, &kRulesValue, "What is it? The first rule that fits a line decides."},
});

}  // namespace

constexpr FormValue kDecideValue{.kind = Kind::kWord, .words = kDecideWords};
constexpr Form kBucket{.id = "bucket",
                       .what = "a bucket",
                       .about = "A slice that money is sorted into.",
                       .keys = kBucketKeys};
constexpr Form kOption{.id = "option",
                       .what = "an option",
                       .about = "A value made to be varied.",
                       .keys = kOptionKeys};
constexpr Form kList{.id = "list",
                     .what = "a list",
                     .about = "A column of a CSV file whose entries are words or codes.",
                     .keys = kListKeys};
constexpr Form kTarget{.id = "target",
                       .what = "a target",
                       .about = "A share of GDP to be reached, or to be counted up to.",
                       .keys = kTargetKeys,
                       .choices = kTargetChoices};
constexpr Form kItem{.id = "item",
                     .what = "an item",
                     .about = "What a line can be, and what it counts as.",
                     .keys = kItemKeys};
constexpr Form kRulebook{.id = "rulebook",
                         .what = "the rulebook",
                         .about =
                             "A rulebook: what counts as security spending, and how lines of "
                             "budgets are recognised.",
                         .keys = kRulebookKeys};

constexpr FormValue kListsValue{.kind = Kind::kMap, .form = &kLists};

}  // namespace tranche::form
