#include "engine/base/yaml_writer.h"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

#include <string>
#include <utility>

namespace tranche {
namespace {

/// The parts of a book stand on lines of their own.
constexpr std::size_t kFirstShortDepth = 2;

/// Characters that the node takes in brackets on one line, or more than `limit`.
std::size_t WidthOf(const YamlNode& node, std::size_t limit) {
  std::size_t width = node.text().size() + 2;
  for (const YamlNode& item : node.items()) {
    if (width > limit) return width;
    width += WidthOf(item, limit) + 2;
  }
  for (const YamlEntry& entry : node.entries()) {
    if (width > limit) return width;
    width += entry.key.size() + 2 + WidthOf(entry.value, limit) + 2;
  }
  return width;
}

class Writer {
 public:
  explicit Writer(const YamlWriting& writing) : writing_(writing) { out_.SetIndent(2); }

  std::string Text(const YamlNode& root) {
    Write(root, 0, "");
    return out_.c_str();
  }
  std::string Line(const YamlNode& root) {
    WriteShort(root);
    return out_.c_str();
  }

 private:
  bool IsShort(const YamlNode& node, std::size_t depth) const {
    if (node.items().empty() && node.entries().empty()) return true;
    return depth >= kFirstShortDepth && WidthOf(node, writing_.width) <= writing_.width;
  }

  void Write(const YamlNode& node, std::size_t depth, const std::string& comment);
  void WriteShort(const YamlNode& node);
  void WriteText(const YamlNode& node);
  void WriteKey(const std::string& key);
  void Comment(const std::string& comment) {
    if (!comment.empty()) out_ << YAML::Comment(comment);
  }
  std::string CommentOn(std::size_t depth, const SourceSpan& place, const SourceSpan& around) {
    return writing_.comment ? writing_.comment(depth, place, around) : "";
  }

  const YamlWriting& writing_;
  YAML::Emitter out_;
};

void Writer::WriteText(const YamlNode& node) {
  if (node.IsNull()) {
    out_ << YAML::Null;
  } else if (node.quoted() || LooksLikeOtherType(node)) {
    out_ << YAML::DoubleQuoted << node.text();
  } else {
    out_ << node.text();
  }
}

void Writer::WriteKey(const std::string& key) {
  out_ << YAML::Key;
  if (LooksLikeOtherType(YamlNode::Text(key, /*quoted=*/false, {}))) out_ << YAML::DoubleQuoted;
  out_ << key << YAML::Value;
}

void Writer::WriteShort(const YamlNode& node) {
  if (node.IsList()) {
    out_ << YAML::Flow << YAML::BeginSeq;
    for (const YamlNode& item : node.items()) WriteShort(item);
    out_ << YAML::EndSeq;
  } else if (node.IsMap()) {
    out_ << YAML::Flow << YAML::BeginMap;
    for (const YamlEntry& entry : node.entries()) {
      WriteKey(entry.key);
      WriteShort(entry.value);
    }
    out_ << YAML::EndMap;
  } else {
    WriteText(node);
  }
}

// A comment stands behind a short value, and before the lines of a long one: of a list's item,
// behind its first line.
void Writer::Write(const YamlNode& node, std::size_t depth, const std::string& comment) {
  if ((!node.IsList() && !node.IsMap()) || IsShort(node, depth)) {
    WriteShort(node);
    Comment(comment);
    return;
  }
  if (node.IsList()) {
    Comment(comment);
    out_ << YAML::Block << YAML::BeginSeq;
    for (const YamlNode& item : node.items()) {
      Write(item, depth + 1, CommentOn(depth + 1, item.span(), node.span()));
    }
    out_ << YAML::EndSeq;
    return;
  }
  out_ << YAML::Block << YAML::BeginMap;
  std::string pending = comment;
  for (const YamlEntry& entry : node.entries()) {
    WriteKey(entry.key);
    std::string own = CommentOn(depth + 1, entry.key_span, node.span());
    if (!pending.empty()) own = std::move(pending);
    pending.clear();
    const bool is_long_map = entry.value.IsMap() && !IsShort(entry.value, depth + 1);
    if (is_long_map) {
      Comment(own);
      own.clear();
    }
    Write(entry.value, depth + 1, own);
  }
  out_ << YAML::EndMap;
}

}  // namespace

std::string WriteYaml(const YamlNode& node, const YamlWriting& writing) {
  return Writer(writing).Text(node) + "\n";
}

std::string WriteYamlLine(const YamlNode& node) {
  const YamlWriting writing;
  return Writer(writing).Line(node);
}

}  // namespace tranche
