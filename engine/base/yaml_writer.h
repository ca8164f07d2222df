#ifndef TRANCHE_ENGINE_BASE_YAML_WRITER_H_
#define TRANCHE_ENGINE_BASE_YAML_WRITER_H_

#include <cstddef>
#include <functional>
#include <string>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"

namespace tranche {

struct YamlWriting {
  /// The comment behind a map's entry or a list's item at `place`, or nothing. `depth` counts from
  /// 1 at the top level; `around` is where the list or map stands that holds it.
  std::function<std::string(std::size_t depth, const SourceSpan& place, const SourceSpan& around)>
      comment;
  /// Lists and maps that fit into so many characters stand in brackets on one line, from the second
  /// level on.
  std::size_t width = 90;
};

/// The tree as YAML text that ParseYaml reads to the same tree (but for places). Text that was
/// written in quotes keeps them, and so does all that another reader would take for something else
/// (`NO`, `020`, `1e3`). Ends with a line end. Thread-safe.
std::string WriteYaml(const YamlNode& node, const YamlWriting& writing = {});

/// The same on one line, without a line end: for messages and comparisons.
std::string WriteYamlLine(const YamlNode& node);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_YAML_WRITER_H_
