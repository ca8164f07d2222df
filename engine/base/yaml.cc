#include "engine/base/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "engine/base/text_file.h"
#include "engine/base/yaml_source.h"
#include "engine/base/yaml_syntax.h"
#include "engine/base/yaml_tree.h"

namespace tranche {
namespace {

/// How often a file is read again behind a character that stopped the parser.
constexpr int kMaxAttempts = 20;

std::size_t OffsetOf(const YAML::Mark& mark) {
  return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
}

/// Hands yaml-cpp's events to the builder of our own tree.
class TreeEvents : public YAML::EventHandler {
 public:
  explicit TreeEvents(YamlTreeBuilder* builder) : builder_(builder) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    builder_->Null(OffsetOf(mark), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    builder_->Alias(OffsetOf(mark), anchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    builder_->Scalar(OffsetOf(mark), tag, anchor, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    builder_->Begin(YamlNode::Kind::kList, OffsetOf(mark), tag, anchor,
                    style == YAML::EmitterStyle::Flow);
  }
  void OnSequenceEnd() override { builder_->End(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    builder_->Begin(YamlNode::Kind::kMap, OffsetOf(mark), tag, anchor,
                    style == YAML::EmitterStyle::Flow);
  }
  void OnMapEnd() override { builder_->End(); }

 private:
  YamlTreeBuilder* builder_;
};

/// Notices that there is a second document and ignores what is in it.
class SecondDocument : public YAML::EventHandler {
 public:
  std::optional<std::size_t> offset() const { return offset_; }

  void OnDocumentStart(const YAML::Mark& mark) override { offset_ = OffsetOf(mark); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}

 private:
  std::optional<std::size_t> offset_;
};

/// Reads the one document; what made the parser give up, if anything did.
std::optional<YamlSyntaxError> ReadDocument(const YamlText& text, YamlTreeBuilder* builder,
                                            Diagnostics* diagnostics) {
  std::istringstream stream{std::string(text.text())};
  SecondDocument second;
  try {
    YAML::Parser parser(stream);
    TreeEvents events(builder);
    if (parser.HandleNextDocument(events)) parser.HandleNextDocument(second);
  } catch (const YAML::Exception& exception) {
    // Behind the first document one message is enough: that there is a second.
    if (!second.offset()) return YamlSyntaxError{OffsetOf(exception.mark), exception.msg};
  }
  if (second.offset()) {
    ReportSecondYamlDocument(text, *second.offset(), diagnostics);
    builder->Cut();
  }
  return std::nullopt;
}

}  // namespace

YamlNode ParseYaml(std::shared_ptr<const SourceText> source, Diagnostics* diagnostics) {
  YamlText text(std::move(source));
  if (!text.CheckCharacters(diagnostics)) return YamlNode();
  for (int attempt = 1;; ++attempt) {
    // Of several attempts only the last one's findings count: it saw the most.
    Diagnostics findings;
    YamlTreeBuilder builder(&text, &findings);
    const std::optional<YamlSyntaxError> error = ReadDocument(text, &builder, &findings);
    std::optional<std::size_t> hurdle;
    // A quote that is never closed takes the rest of the file; what that breaks is no other
    // mistake.
    if (error && !builder.is_cut()) {
      hurdle = ReportYamlSyntaxError(text, *error, builder, diagnostics);
    }
    if (hurdle && attempt < kMaxAttempts && text.Mask(*hurdle)) continue;
    diagnostics->Append(findings);
    if (error) builder.Cut();
    return builder.Finish();
  }
}

absl::StatusOr<YamlNode> LoadYamlFile(const std::string& path, Diagnostics* diagnostics) {
  auto content = ReadTextFile(path);
  if (!content.ok()) return content.status();
  return ParseYaml(std::make_shared<const SourceText>(path, *std::move(content)), diagnostics);
}

}  // namespace tranche
