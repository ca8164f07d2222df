#ifndef TRANCHE_ENGINE_BASE_YAML_TREE_H_
#define TRANCHE_ENGINE_BASE_YAML_TREE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"
#include "engine/base/yaml_source.h"

namespace tranche {

/// Builds the tree from the parser's events and reports what the events alone allow but a reader of
/// the file would not understand: keys given twice, `<<`, tags, quotes that are never closed, keys
/// without a colon, aliases that blow up. Private to ParseYaml; used once, by one thread.
///
/// All places are offsets into the text. Anchors are the parser's numbers; 0 is none.
class YamlTreeBuilder {
 public:
  /// Both must outlive the builder.
  YamlTreeBuilder(const YamlText* text, Diagnostics* diagnostics);

  void Scalar(std::size_t offset, std::string_view tag, std::size_t anchor, std::string value);
  void Null(std::size_t offset, std::size_t anchor);
  void Alias(std::size_t offset, std::size_t anchor);
  /// `is_flow`: written in brackets.
  void Begin(YamlNode::Kind kind, std::size_t offset, std::string_view tag, std::size_t anchor,
             bool is_flow);
  void End();

  /// Reading stops here. What was being read is taken back: half a rule would seem to lack what
  /// stands behind the mistake. Later events are passed over.
  void Cut();
  bool is_cut() const { return is_cut_; }

  /// The tree.
  YamlNode Finish();

  /// The innermost `[` or `{` that is still open.
  std::optional<std::size_t> OpenBracket() const;
  /// The last quoted text that spans several lines: often a quote that somebody forgot to close.
  struct Quote {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  const std::optional<Quote>& long_quote() const { return long_quote_; }
  bool has_reported_depth() const { return reported_depth_; }

 private:
  /// A list or map that is being read.
  struct Frame {
    YamlNode node;
    std::size_t anchor = 0;
    std::size_t offset = 0;
    bool is_flow = false;
    /// In maps: the key whose value is read; nothing while a key is awaited.
    std::optional<std::string> key;
    SourceSpan key_span;
    std::size_t key_end = 0;
    bool drops_value = false;
    bool repeats_first = false;  ///< the first key was given again: probably a `- ` is missing
    std::unordered_map<std::string, std::uint32_t> key_lines;
  };
  /// A finished value with an anchor.
  struct Anchored {
    YamlNode node;
    bool is_kept = true;  ///< false: too much was anchored already, and nothing may repeat it
    std::size_t nodes = 0;
    std::size_t depth = 0;
  };

  /// Keeps a value that an alias may repeat.
  void Anchor(const YamlNode& node, std::size_t anchor);
  /// Counts a value that begins at `offset`; false where the file has too many.
  bool CountValue(std::size_t offset);
  /// Gives a finished value to the list, map or document that it belongs to.
  void Add(YamlNode node, std::size_t anchor);
  /// Of a file that was cut: the table of which nothing is left.
  void DropTable();
  bool AwaitsKey() const;
  void TakeKey(std::string key, SourceSpan span, std::size_t end, bool quoted);
  void RefuseKey(const SourceSpan& span);
  void CheckColon(const Frame& frame);
  /// `{at_least: 3,5 %}`: the parser sees a key `5 %` without a value. Reports it and puts the
  /// number together; false where the awaited key is no such thing.
  bool JoinDecimalComma(Frame* frame);
  void CheckTag(std::string_view tag, const SourceSpan& span);
  void CheckControls(const YamlNode& node);
  /// Steps over `&name` and `!tag` in front of a value.
  std::size_t SkipProperties(std::size_t offset) const;
  /// One past the scalar that begins at `offset`; reports a quote that never ends.
  std::size_t ScalarEnd(std::size_t offset, std::string_view value, bool quoted);
  std::size_t QuoteEnd(std::size_t offset);

  const YamlText* text_;
  Diagnostics* diagnostics_;
  YamlNode root_;
  std::vector<Frame> frames_;
  std::unordered_map<std::size_t, Anchored> anchored_;
  std::optional<Quote> long_quote_;
  std::size_t values_ = 0;
  std::size_t expanded_nodes_ = 0;
  /// Kept copies of anchored values, together; those beyond a limit are not kept.
  std::size_t anchored_nodes_ = 0;
  /// Lists and maps inside one that was refused: their events are passed over.
  std::size_t skipped_depth_ = 0;
  bool is_cut_ = false;
  bool reported_depth_ = false;
  bool reported_expansion_ = false;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_YAML_TREE_H_
