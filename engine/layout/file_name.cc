#include <cstdint>
#include <string>

#include "engine/layout/layout_reading.h"

namespace tranche {
namespace {

/// The only format of layouts and dossiers so far.
constexpr std::int64_t kFormat = 1;

bool IsKebabCase(std::string_view name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  bool after_dash = true;
  for (const char c : name) {
    if (c == '-' ? after_dash : !fits(c)) return false;
    after_dash = c == '-';
  }
  return !after_dash;
}

}  // namespace

std::string FileName(const YamlNode& node, std::string_view kind, LayoutReading& reading) {
  const auto name = CodeText(node, "`" + std::string(kind) + "`", reading.diagnostics);
  if (!name) return "";
  if (!IsKebabCase(name->text)) {
    reading.diagnostics->Error(name->span,
                               "'" + name->text + "' cannot name a " + std::string(kind),
                               "use small letters and digits, with single dashes between words");
  }
  return name->text;
}

void CheckFormat(const YamlNode& node, std::string_view kinds, LayoutReading& reading) {
  const auto format = IntegerOf(node, "`format`", reading.diagnostics);
  if (!format || *format == kFormat) return;
  reading.diagnostics->Error(node.span(),
                             "format " + node.text() + " of " + std::string(kinds) + " is unknown",
                             "this program reads format " + std::to_string(kFormat));
}

}  // namespace tranche
