#include "tests/schema/form_places.h"

#include <algorithm>

#include "engine/layout/forms.h"
#include "engine/rulebook/forms.h"

namespace tranche {
namespace {

std::string Book(const std::string& more) {
  return "rulebook: b\nformat: 1\nbuckets: {in: {}, out: {}}\notherwise: out\n" + more;
}

std::string BookRule(const std::string& rule) { return Book("rules:\n  - " + rule + "\n"); }

std::string Layout(const std::string& more) { return "layout: l\nformat: 1\n" + more; }

void CollectValue(const FormValue& value, std::vector<const Form*>* forms);

void Collect(const Form& form, std::vector<const Form*>* forms) {
  if (std::find(forms->begin(), forms->end(), &form) != forms->end()) return;
  forms->push_back(&form);
  for (const FormKey& key : form.keys) CollectValue(*key.value, forms);
  if (form.named != nullptr) CollectValue(*form.named, forms);
}

void CollectValue(const FormValue& value, std::vector<const Form*>* forms) {
  if (value.form != nullptr) Collect(*value.form, forms);
  if (value.of != nullptr) CollectValue(*value.of, forms);
  for (const FormValue* choice : value.choices) CollectValue(*choice, forms);
}

void AddRulebookPlaces(std::vector<FormPlace>* places) {
  const std::string book = "book.yaml";
  places->push_back({&form::kRulebook, book, "@\n"});
  places->push_back(
      {&form::kBucket, book, "rulebook: b\nformat: 1\nbuckets:\n  in: @\notherwise: in\n"});
  places->push_back({&form::kOption, book, Book("options:\n  o: @\nrules: []\n")});
  places->push_back({&form::kTarget, book, Book("targets:\n  t: @\nrules: []\n")});
  places->push_back({&form::kItem, book, Book("items:\n  i: @\nrules: []\n")});
  places->push_back({&form::kList, book, Book("lists:\n  l: @\nrules: []\n")});
  places->push_back({&form::kRule, book, BookRule("@")});
  places->push_back({&form::kInclude, book, BookRule("@")});
  places->push_back({&form::kCondition, book, BookRule("{id: r, to: in, when: @}")});
  places->push_back({&form::kExample, book, BookRule("{id: r, to: in, examples: [ @ ]}")});
}

void AddPartPlaces(std::vector<FormPlace>* places) {
  places->push_back({&form::kRulesFile, "rules.yaml", "@\n"});
  places->push_back({&form::kItemTitlesFile, "titles.yaml", "@\n"});
  places->push_back({&form::kItemTitle, "titles.yaml", "items:\n  i: @\n"});
  places->push_back({&form::kConceptsFile, "concepts.yaml", "@\n"});
  places->push_back({&form::kConcept, "concepts.yaml", "concepts:\n  road: @\n"});
  places->push_back({&form::kLanguageFile, "en.yaml", "@\n"});
  places->push_back({&form::kConceptWords, "en.yaml", "language: en\nconcepts:\n  road: @\n"});
}

void AddReformPlaces(std::vector<FormPlace>* places) {
  const std::string head = "rulebook: b\nformat: 1\nextends: base.yaml\n";
  const auto add = [&](const Form& form, const std::string& more) {
    places->push_back({&form, "book.yaml", head + more});
  };
  places->push_back({&form::kReform, "book.yaml", "@\n"});
  add(form::kChange, "change: @\n");
  add(form::kConceptChanges, "change:\n  road: @\n");
  add(form::kAddedRule, "add:\n  - @\n");
  add(form::kAddedInclude, "add:\n  - @\n");
}

void AddLayoutPlaces(std::vector<FormPlace>* places) {
  const auto add = [places](const Form& form, const std::string& more) {
    places->push_back({&form, "layout.yaml", Layout(more)});
  };
  places->push_back({&form::kLayout, "layout.yaml", "@\n"});
  add(form::kRecognise, "recognise: @\n");
  add(form::kFileForm, "file: @\n");
  add(form::kYear, "year: @\n");
  add(form::kAmountColumn, "amount: @\n");
  add(form::kYearColumns, "amount: @\n");
  add(form::kCountryColumn, "country: @\n");
  add(form::kCurrencyColumn, "currency: @\n");
  add(form::kUnitColumn, "unit: @\n");
  add(form::kPhaseColumn, "phase: @\n");
  for (const Form* form :
       {form::kSource.column, form::kSource.join, form::kSource.lookup, form::kSource.crosswalk}) {
    add(*form, "nature: @\n");
  }
  for (const Form* form : {form::kTextSource.column, form::kTextSource.join,
                           form::kTextSource.lookup, form::kTextSource.crosswalk}) {
    add(*form, "text:\n  description: @\n");
  }
  add(form::kRows, "rows: @\n");
  add(form::kLeavesOf, "rows:\n  leaves_of: @\n");
  add(form::kDropTest, "rows:\n  drop:\n    - @\n");
  add(form::kLevel, "rows:\n  level: @\n");
  add(form::kVersions, "rows:\n  versions: @\n");
  add(form::kSplit, "split: @\n");
  add(form::kKeepTest, "rows:\n  keep:\n    - @\n");
  add(form::kControlTotal, "control_total:\n  2020: @\n");
  add(form::kControlEntry, "control_total:\n  - @\n");
}

void AddDossierPlaces(std::vector<FormPlace>* places) {
  const auto add = [places](const Form& form, const std::string& more) {
    places->push_back({&form, "dossier.yaml", "dossier: d\n" + more});
  };
  places->push_back({&form::kDossier, "dossier.yaml", "@\n"});
  add(form::kDossierFile, "files:\n  - @\n");
  add(form::kNotLoaded, "files: [dossier.yaml]\nnot_loaded:\n  - @\n");
  add(form::kDossierGdp, "files: [dossier.yaml]\ngdp: @\n");
}

}  // namespace

std::vector<FormPlace> FormPlaces() {
  std::vector<FormPlace> places;
  AddRulebookPlaces(&places);
  AddPartPlaces(&places);
  AddReformPlaces(&places);
  AddLayoutPlaces(&places);
  AddDossierPlaces(&places);
  return places;
}

std::vector<const Form*> AllForms() {
  std::vector<const Form*> forms;
  for (const Form* form :
       {&form::kRulebook, &form::kReform, &form::kRulesFile, &form::kItemTitlesFile,
        &form::kConceptsFile, &form::kLanguageFile, &form::kLayout, &form::kDossier}) {
    Collect(*form, &forms);
  }
  return forms;
}

}  // namespace tranche
