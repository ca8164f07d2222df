// Vocabularies, and the titles of items.
#include <array>
#include <string_view>

#include "engine/rulebook/forms.h"

namespace tranche::form {
namespace {

using Kind = FormValue::Kind;
constexpr FormNeed kRequired = FormNeed::kRequired;
constexpr FormNeed kOptional = FormNeed::kOptional;

constexpr FormValue kNothing{.kind = Kind::kNothing};

// The words of one language.
constexpr auto kConceptWordsKeys = std::to_array<FormKey>({
    {"words", kRequired, &kTextOrTexts,
     "Words and phrases that mention the concept; * at an end of a word stands for more letters."},
    {"except", kOptional, &kTextOrTexts, "False friends: longer words and phrases that do not."},
    {"checked", kOptional, &kAnyText, "Against which budgets the words were read, and by whom."},
});
constexpr FormValue kConceptWordsMap{.kind = Kind::kMap, .form = &kConceptWords};
constexpr Form kWordsByConcept{.id = "words_by_concept",
                               .what = "`concepts`",
                               .about = "Concepts with their words in this language.",
                               .is_filled = true,
                               .named = &kConceptWordsMap};
constexpr FormValue kWordsByConceptValue{.kind = Kind::kMap, .form = &kWordsByConcept};
constexpr FormValue kLanguageValue{.kind = Kind::kPureText, .pattern = "^[a-z]{2,3}$"};
constexpr auto kLanguageFileKeys = std::to_array<FormKey>({
    {"language", kRequired, &kLanguageValue,
     "Two small letters, as in de; or any for words that hold in every language."},
    {"concepts", kRequired, &kWordsByConceptValue, "Concepts with their words in this language."},
});

// The names of the concepts.
constexpr auto kConceptKeys = std::to_array<FormKey>({
    {"title", kOptional, &kAnyText, "What the concept is, for people."},
});
constexpr FormValue kConceptMap{.kind = Kind::kMap, .form = &kConcept};
constexpr std::array<const FormValue*, 2> kConceptChoices = {&kConceptMap, &kNothing};
constexpr FormValue kConceptOrNothing{.kind = Kind::kOneOf, .choices = kConceptChoices};
constexpr Form kConceptNames{.id = "concept_names",
                             .what = "`concepts`",
                             .about = "Every concept of the vocabulary, once.",
                             .is_filled = true,
                             .named = &kConceptOrNothing};
constexpr FormValue kConceptNamesValue{.kind = Kind::kMap, .form = &kConceptNames};
constexpr auto kConceptsFileKeys = std::to_array<FormKey>({
    {"concepts", kRequired, &kConceptNamesValue, "Every concept of the vocabulary, once."},
});

// The titles of the items.
constexpr auto kItemTitleKeys = std::to_array<FormKey>({
    {"title", kOptional, &kAnyText, "What reports call the item."},
    {"what", kOptional, &kAnyText, "What belongs to it, in a sentence."},
});
constexpr FormValue kItemTitleMap{.kind = Kind::kMap, .form = &kItemTitle};
constexpr FormValue kItemTitlesValue{.kind = Kind::kMap, .form = &kItemTitles};
constexpr auto kItemTitlesFileKeys = std::to_array<FormKey>({
    {"items", kRequired, &kItemTitlesValue, "Items with their titles and descriptions."},
});

constexpr FormValue kConceptsFileMap{.kind = Kind::kMap, .form = &kConceptsFile};
constexpr FormValue kLanguageFileMap{.kind = Kind::kMap, .form = &kLanguageFile};
constexpr std::array<const FormValue*, 2> kVocabularyFileChoices = {&kConceptsFileMap,
                                                                    &kLanguageFileMap};

}  // namespace

constexpr Form kConceptWords{.id = "concept_words",
                             .what = "a concept",
                             .about = "The words of a concept in this language.",
                             .keys = kConceptWordsKeys};
constexpr Form kLanguageFile{.id = "language_file",
                             .what = "a language file",
                             .about = "The words of one language.",
                             .keys = kLanguageFileKeys};
constexpr Form kConcept{
    .id = "concept", .what = "a concept", .about = "A concept's name.", .keys = kConceptKeys};
constexpr Form kConceptsFile{.id = "concepts_file",
                             .what = "a file that names concepts",
                             .about = "Names every concept of a vocabulary once.",
                             .keys = kConceptsFileKeys};
constexpr Form kItemTitle{.id = "item_title",
                          .what = "the title of an item",
                          .about = "How people call an item.",
                          .keys = kItemTitleKeys};
constexpr Form kItemTitles{.id = "titles_by_item",
                           .what = "`items`",
                           .about = "Items with their titles and descriptions.",
                           .named = &kItemTitleMap};
constexpr Form kItemTitlesFile{.id = "item_titles_file",
                               .what = "a file of item titles",
                               .about = "Titles and descriptions of items.",
                               .keys = kItemTitlesFileKeys};
constexpr FormValue kItemTitlesFileValue{.kind = Kind::kMap, .form = &kItemTitlesFile};
constexpr FormValue kVocabularyFileValue{.kind = Kind::kOneOf, .choices = kVocabularyFileChoices};

}  // namespace tranche::form
