#ifndef TRANCHE_ENGINE_BASE_JSON_SCHEMA_H_
#define TRANCHE_ENGINE_BASE_JSON_SCHEMA_H_

#include <string>
#include <string_view>

#include "engine/base/yaml_form.h"

namespace tranche {

/// A JSON Schema (draft 2020-12) of files that hold `file`, as indented JSON that ends with a
/// line break: what an editor needs to complete and to check. It accepts what the loaders accept,
/// read as YAML 1.2 reads it; mistakes beyond the shape of a file, such as unknown names, it cannot
/// see. `title` is what an editor shows; forms that others refer to stand under `$defs` by their
/// ids. The same table gives the same bytes.
std::string JsonSchema(const FormValue& file, std::string_view title);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_JSON_SCHEMA_H_
