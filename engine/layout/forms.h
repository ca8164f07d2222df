#ifndef TRANCHE_ENGINE_LAYOUT_FORMS_H_
#define TRANCHE_ENGINE_LAYOUT_FORMS_H_

#include <array>

#include "engine/base/yaml_form.h"

/// The forms of layout and dossier files: what their loader reads through, and what JSON Schemas
/// are made of. A new key begins here; the tests hold that somebody reads it.
namespace tranche::form {

extern const Form kLayout;

// Parts of a layout (layout_forms.cc).
extern const Form kRecognise;
extern const Form kFileForm;
extern const Form kYear;
extern const Form kAmountColumn;
extern const Form kYearColumns;
extern const Form kSplit;
extern const Form kCountryColumn;  ///< `country: {column: …}`, and so on
extern const Form kCurrencyColumn;
extern const Form kUnitColumn;
extern const Form kPhaseColumn;
extern const FormValue kPhaseName;

// Rows and control totals (row_forms.cc).
extern const Form kRows;
extern const Form kLeavesOf;
extern const Form kLevel;
extern const Form kVersions;
extern const Form kDropTest;
extern const Form kKeepTest;
extern const Form kControlTotal;  ///< of a year
extern const Form kControlEntry;  ///< of a list
extern const FormValue kControlTotalsValue;

/// Where a text, code, field or nature comes from (source_forms.cc): forms by the key that says it.
/// `none` is for maps without such a key.
struct SourceForms {
  const Form* none;
  const Form* column;
  const Form* join;
  const Form* lookup;
  const Form* crosswalk;
};
extern const SourceForms kSource;
extern const SourceForms kTextSource;  ///< the same with `of`
extern const FormValue kSourceValue;   ///< a column, or any of kSource
extern const FormValue kTextsValue;    ///< below `text:`
extern const FormValue kCodesValue;    ///< below `codes:`
extern const FormValue kFieldsValue;   ///< below `fields:`

// Dossiers (dossier_forms.cc).
extern const Form kDossier;
extern const Form kDossierFile;
extern const Form kNotLoaded;
extern const Form kDossierGdp;

}  // namespace tranche::form

#endif  // TRANCHE_ENGINE_LAYOUT_FORMS_H_
