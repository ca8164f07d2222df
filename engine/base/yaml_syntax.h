#ifndef TRANCHE_ENGINE_BASE_YAML_SYNTAX_H_
#define TRANCHE_ENGINE_BASE_YAML_SYNTAX_H_

#include <cstddef>
#include <optional>
#include <string>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml_source.h"
#include "engine/base/yaml_tree.h"

namespace tranche {

/// Where and why the parser gave up, in its own words.
struct YamlSyntaxError {
  std::size_t offset = 0;
  std::string reason;
};

/// Says in plain English what the parser's complaint most likely means, at the place that the
/// author has to change. Private to ParseYaml.
///
/// Answers the place of a character that stopped the parser only by standing there (`*` before a
/// word, an unknown escape): hidden by YamlText::Mask, it lets a next attempt find more mistakes.
std::optional<std::size_t> ReportYamlSyntaxError(const YamlText& text, const YamlSyntaxError& error,
                                                 const YamlTreeBuilder& builder,
                                                 Diagnostics* diagnostics);

/// Reports a second document at `offset`, or what only looks like one to the parser: a line that
/// does not belong to the list or map above it.
void ReportSecondYamlDocument(const YamlText& text, std::size_t offset, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_YAML_SYNTAX_H_
