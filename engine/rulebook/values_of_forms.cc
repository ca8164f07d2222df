// What stands behind the keys of several forms: shares, outcomes, years, countries.
#include <array>
#include <string_view>

#include "engine/rulebook/forms.h"

namespace tranche::form {
namespace {

using Kind = FormValue::Kind;
template <std::size_t n>
using Choices = std::array<const FormValue*, n>;

constexpr std::string_view kYearPattern = "^[0-9]{4}$";
/// Everything but four digits: what is no year.
constexpr std::string_view kNoYearPattern = "^([0-9]{1,3}|[0-9]{5,}|.*[^0-9].*)$";

constexpr FormValue kOptionName{
    .kind = Kind::kPureText, .id = "option_name", .pattern = R"(^\$\S)"};
constexpr std::array<std::string_view, 1> kRestWords = {"rest"};
constexpr FormValue kRest{.kind = Kind::kWord, .words = kRestWords};

// {2025: 40 %, 2030: 30 %}
constexpr Form kShareByYear{.id = "share_by_year",
                            .what = "a share by year",
                            .about =
                                "A percentage from each year on, as in 2025: 40 %. It holds "
                                "until the next year that is named.",
                            .is_filled = true,
                            .named = &kShareValue,
                            .name_pattern = kYearPattern};
constexpr FormValue kShareSteps{.kind = Kind::kMap, .form = &kShareByYear};

// {broader-security: $mobility, excluded: rest}
constexpr Choices<4> kPartChoices = {&kShareValue, &kOptionName, &kRest, &kShareSteps};
constexpr FormValue kPart{.kind = Kind::kOneOf, .id = "share_of_split", .choices = kPartChoices};
constexpr Form kSplitMap{.id = "split",
                         .what = "a split",
                         .about =
                             "Buckets and the share of each, as in broader-security: 30 %. "
                             "The shares make 100 %; rest takes what is left.",
                         .is_filled = true,
                         .named = &kPart,
                         .name_pattern = kNoYearPattern};
constexpr FormValue kSplit{.kind = Kind::kMap, .form = &kSplitMap};
constexpr FormValue kBucketOrOption{.kind = Kind::kPureText,
                                    .pattern = R"(^\$?[^\s%$]*[^\s%$0-9.,][^\s%$]*$)"};

// {2025: excluded, 2027: {…}}
constexpr Choices<2> kChoiceChoices = {&kBucketOrOption, &kSplit};
constexpr FormValue kChoice{.kind = Kind::kOneOf, .choices = kChoiceChoices};
constexpr Form kOutcomeByYear{.id = "outcome_by_year",
                              .what = "an outcome by year",
                              .about =
                                  "A bucket or a split from each year on, as in 2027: "
                                  "excluded. It holds until the next year that is named.",
                              .is_filled = true,
                              .named = &kChoice,
                              .name_pattern = kYearPattern};
constexpr FormValue kOutcomeSteps{.kind = Kind::kMap, .form = &kOutcomeByYear};
constexpr Choices<3> kOutcomeChoices = {&kBucketOrOption, &kSplit, &kOutcomeSteps};

constexpr Choices<3> kOptionValueChoices = {&kShareValue, &kShareSteps, &kOutcomeValue};

constexpr FormValue kCountryList{.kind = Kind::kList, .of = &kCountryValue};
constexpr Choices<2> kCountriesChoices = {&kCountryValue, &kCountryList};

constexpr FormValue kYearRange{
    .kind = Kind::kPureText,
    .pattern = R"(^([0-9]{4}|[0-9]{4}\.\.|[0-9]{4}\.\.[0-9]{4}|\.\.[0-9]{4})$)"};
constexpr Choices<2> kYearOrRangeChoices = {&kYearValue, &kYearRange};
constexpr FormValue kYearOrRange{.kind = Kind::kOneOf, .choices = kYearOrRangeChoices};
constexpr FormValue kYearList{.kind = Kind::kList, .of = &kYearOrRange};
constexpr Choices<3> kYearsChoices = {&kYearValue, &kYearRange, &kYearList};

constexpr std::array<std::string_view, 6> kNatures = {"pay",     "goods",    "transfer",
                                                      "capital", "interest", "loan"};

}  // namespace

constexpr FormValue kShareValue{
    .kind = Kind::kPureText, .id = "share", .pattern = R"(^\s*[0-9]+(\.[0-9]{1,4})?\s*%\s*$)"};
constexpr FormValue kOutcomeValue{
    .kind = Kind::kOneOf, .id = "outcome", .choices = kOutcomeChoices};
constexpr FormValue kBucketNameValue{
    .kind = Kind::kText, .id = "bucket_name", .pattern = R"(^[^\s%$]+$)"};
constexpr FormValue kValueOfOption{
    .kind = Kind::kOneOf, .id = "option_value", .choices = kOptionValueChoices};
constexpr FormValue kDateValue{.kind = Kind::kPureText,
                               .id = "date",
                               .pattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"};
constexpr FormValue kCountryValue{
    .kind = Kind::kPureText, .id = "country", .pattern = "^[A-Z]{3}$"};
constexpr FormValue kCountriesValue{
    .kind = Kind::kOneOf, .id = "countries", .choices = kCountriesChoices};
constexpr FormValue kYearValue{.kind = Kind::kInteger, .from = 1800, .to = 2200};
constexpr FormValue kYearsValue{.kind = Kind::kOneOf, .id = "years", .choices = kYearsChoices};
constexpr FormValue kNatureValue{.kind = Kind::kWord, .id = "nature", .words = kNatures};

}  // namespace tranche::form
