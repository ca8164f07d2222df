// Questions about values of a YAML tree, and nodes made by hand.
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/pattern.h"
#include "engine/base/yaml.h"

namespace tranche {
namespace {

/// Whatever YAML 1.1 or 1.2 readers take for something else than text.
constexpr std::string_view kOtherType =
    "y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"
    "|~|null|Null|NULL|=|<<"
    "|[-+]?0b[01_]+|[-+]?0o[0-7_]+|[-+]?0x[0-9a-fA-F_]+"
    "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
    "|[-+]?([0-9][0-9_]*(\\.[0-9_]*)?|\\.[0-9][0-9_]*)([eE][-+]?[0-9]+)?"
    "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"
    "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \\t].*)?";

/// Numbers that come back from any reader as they were written: fifteen digits survive everywhere.
constexpr std::string_view kSafeInteger = "0|-?[1-9][0-9]{0,14}";
constexpr std::string_view kSafeDecimal = "-?(0|[1-9][0-9]*)\\.[0-9]*[1-9]";
constexpr std::size_t kSafeDecimalSize = 16;

/// The only text that kOtherType can begin with.
constexpr std::string_view kFirstCharacters = "yYnNtTfFoO~=<-+.0123456789";

}  // namespace

const YamlNode* YamlNode::Find(std::string_view key) const {
  for (const YamlEntry& entry : entries_) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

YamlNode YamlNode::Text(std::string text, bool quoted, SourceSpan span) {
  YamlNode node;
  node.kind_ = Kind::kScalar;
  node.text_ = std::move(text);
  node.quoted_ = quoted;
  node.span_ = std::move(span);
  return node;
}

YamlNode YamlNode::List(std::vector<YamlNode> items, SourceSpan span) {
  YamlNode node;
  node.kind_ = Kind::kList;
  node.items_ = std::move(items);
  node.span_ = std::move(span);
  return node;
}

YamlNode YamlNode::Map(std::vector<YamlEntry> entries, SourceSpan span, bool is_cut) {
  YamlNode node;
  node.kind_ = Kind::kMap;
  node.entries_ = std::move(entries);
  node.span_ = std::move(span);
  node.is_cut_ = is_cut;
  return node;
}

std::vector<YamlEntry> YamlNode::TakeEntries() && { return std::move(entries_); }

std::string_view YamlNode::KindName() const {
  switch (kind_) {
    case Kind::kNull:
      return "nothing";
    case Kind::kScalar:
      return "text";
    case Kind::kList:
      return "a list";
    case Kind::kMap:
      return "a map";
  }
  return "nothing";
}

bool LooksLikeOtherType(const YamlNode& scalar) {
  const std::string& text = scalar.text();
  if (scalar.IsNull()) return !text.empty();
  if (!scalar.IsScalar() || scalar.quoted() || text.empty()) return false;
  if (kFirstCharacters.find(text.front()) == std::string_view::npos) return false;
  static const Pattern other_type = Pattern::Compile(kOtherType).value();
  static const Pattern safe_integer = Pattern::Compile(kSafeInteger).value();
  static const Pattern safe_decimal = Pattern::Compile(kSafeDecimal).value();
  if (!other_type.MatchesWhole(text) || safe_integer.MatchesWhole(text)) return false;
  return text.size() > kSafeDecimalSize || !safe_decimal.MatchesWhole(text);
}

}  // namespace tranche
