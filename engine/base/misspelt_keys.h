#ifndef TRANCHE_ENGINE_BASE_MISSPELT_KEYS_H_
#define TRANCHE_ENGINE_BASE_MISSPELT_KEYS_H_

#include <span>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"
#include "engine/base/yaml_form.h"

namespace tranche {

/// Goes through a tree that should look like `form` before a loader reads it. A key that the form
/// of its map does not have, but that looks like one of the form's that the map lacks, is reported
/// with "did you mean", and stands under the right name in the tree that comes back. So `wehn:` for
/// `when:` is one message, and what stands below it is read and checked like the rest.
///
/// Other keys that the form does not have are left for the loader (YamlMap::Finish), and so are
/// those of `left_alone`, for which it has a better message. In maps whose author names the keys
/// only those that must be there are looked for.
YamlNode CorrectMisspeltKeys(YamlNode tree, const FormValue& form, Diagnostics* diagnostics,
                             std::span<const std::string_view> left_alone = {});

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_MISSPELT_KEYS_H_
