#ifndef TRANCHE_ENGINE_RULEBOOK_FORMS_H_
#define TRANCHE_ENGINE_RULEBOOK_FORMS_H_

#include "engine/base/yaml_form.h"

/// The forms of rulebooks, of the files that they are divided into, and of vocabularies: what the
/// loaders of this stage read through, and what JSON Schemas are made of. A new key of the language
/// begins here; the tests hold that somebody reads it.
namespace tranche::form {

// Whole files.
extern const Form kRulebook;
extern const Form kReform;          ///< a rulebook that extends another one
extern const Form kRulesFile;       ///< what `include:` names
extern const Form kItemTitlesFile;  ///< what `item_titles:` names
extern const Form kConceptsFile;    ///< the file of a vocabulary that names its concepts
extern const Form kLanguageFile;    ///< the words of one language

// Their parts.
extern const Form kBucket;
extern const Form kOption;
extern const Form kTarget;
extern const Form kItem;
extern const Form kList;
extern const Form kItemTitles;
extern const Form kItemTitle;
extern const Form kInclude;
extern const Form kRule;
extern const Form kCondition;
extern const Form kExample;
extern const Form kConcept;
extern const Form kConceptWords;
extern const Form kChange;          ///< below `change:` of a reform
extern const Form kConceptChanges;  ///< of `change:`: words by language
extern const Form kAddedRule;       ///< in `add:`
extern const Form kAddedInclude;

// Values that several forms share (values_of_forms.cc).
extern const FormValue kOutcomeValue;     ///< a bucket, a split, `$option`, or steps by year
extern const FormValue kBucketNameValue;  ///< a bucket alone
extern const FormValue kValueOfOption;    ///< a share or an outcome
extern const FormValue kDecideValue;      ///< first or unique
extern const FormValue kShareValue;
extern const FormValue kDateValue;
extern const FormValue kCountryValue;
extern const FormValue kCountriesValue;  ///< one or a list
extern const FormValue kYearValue;
extern const FormValue kYearsValue;       ///< years and ranges of years, one or a list
extern const FormValue kNatureValue;      ///< pay, goods, …
extern const FormValue kListsValue;       ///< the map below `lists:`
extern const FormValue kRulesValue;       ///< the list below `rules:`
extern const FormValue kAddedRulesValue;  ///< the list below `add:`
extern const FormValue kRulebookValue;    ///< a whole rulebook, or a reform of one
extern const FormValue kRulesFileValue;
extern const FormValue kItemTitlesFileValue;
extern const FormValue kVocabularyFileValue;  ///< a file that names concepts, or one language

}  // namespace tranche::form

#endif  // TRANCHE_ENGINE_RULEBOOK_FORMS_H_
