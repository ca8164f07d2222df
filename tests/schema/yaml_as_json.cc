// Prints YAML files as JSON, a line each: `null` for one that is no YAML. Unquoted values get the
// types that YAML 1.2, and so an editor, gives them: `020` is a number there.
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/base/diagnostic.h"
#include "engine/base/pattern.h"
#include "engine/base/yaml.h"

namespace tranche {
namespace {

using Json = nlohmann::ordered_json;

Json ScalarAsJson(const YamlNode& node) {
  static const Pattern integer = Pattern::Compile("[-+]?[0-9]{1,15}").value();
  static const Pattern number =
      Pattern::Compile(R"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)").value();
  const std::string& text = node.text();
  if (node.quoted()) return text;
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  if (integer.MatchesWhole(text)) return std::stoll(text);
  if (number.MatchesWhole(text)) return std::stod(text);
  return text;
}

Json AsJson(const YamlNode& node) {
  switch (node.kind()) {
    case YamlNode::Kind::kNull:
      return nullptr;
    case YamlNode::Kind::kScalar:
      return ScalarAsJson(node);
    case YamlNode::Kind::kList: {
      Json list = Json::array();
      for (const YamlNode& item : node.items()) list.push_back(AsJson(item));
      return list;
    }
    case YamlNode::Kind::kMap: {
      Json map = Json::object();
      for (const YamlEntry& entry : node.entries()) map[entry.key] = AsJson(entry.value);
      return map;
    }
  }
  return nullptr;
}

}  // namespace
}  // namespace tranche

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    tranche::Diagnostics diagnostics;
    const auto root = tranche::LoadYamlFile(argv[i], &diagnostics);
    const bool is_read = root.ok() && !diagnostics.HasErrors();
    const std::string text = is_read ? tranche::AsJson(*root).dump() : "null";
    std::printf("%s\n", text.c_str());
  }
  return 0;
}
