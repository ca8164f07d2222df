#ifndef TRANCHE_ENGINE_STUDY_CHECK_RESULT_H_
#define TRANCHE_ENGINE_STUDY_CHECK_RESULT_H_

#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/study/example_check.h"
#include "engine/study/rule_use.h"
#include "engine/tally/result.h"

namespace tranche {

/// All that a check has found.
struct CheckResult {
  std::vector<std::string> checked;  ///< rulebooks, layouts, vocabularies and budgets, as named
  Diagnostics diagnostics;           ///< what is wrong with them
  /// Good to know of the rulebooks, and nothing that must be done: shown to those who ask.
  Diagnostics remarks;
  ExampleCounts examples;
  /// With budgets, and where nothing kept them from being read: how the rules fare on their lines.
  std::optional<ClassifyResult> budgets;
  std::optional<RuleUse> use;  ///< set with `budgets`

  std::size_t error_count() const { return diagnostics.error_count(); }
  std::size_t warning_count() const { return diagnostics.CountOf(Severity::kWarning); }
  /// Something that a person must look at. How rules fare on budgets is no such thing by itself.
  bool HasFindings() const {
    return error_count() + warning_count() > 0 || (budgets && budgets->HasFindings());
  }
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_CHECK_RESULT_H_
