#ifndef TRANCHE_TESTS_SCHEMA_FORM_PLACES_H_
#define TRANCHE_TESTS_SCHEMA_FORM_PLACES_H_

#include <string>
#include <vector>

#include "engine/base/yaml_form.h"

namespace tranche {

/// A file in which a map of a form stands.
struct FormPlace {
  const Form* form;
  std::string file;  ///< `book.yaml`, a part of it, or `layout.yaml`
  std::string text;  ///< of the file, with `@` where the map stands
};

/// A place for each form with keys of its own.
std::vector<FormPlace> FormPlaces();

/// Every form that can be reached from those of whole files, each once.
std::vector<const Form*> AllForms();

}  // namespace tranche

#endif  // TRANCHE_TESTS_SCHEMA_FORM_PLACES_H_
