#include "engine/base/yaml_tree.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/utf8.h"

namespace tranche {
namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxExpandedNodes = 10'000;
/// Anchored values are copied, at each level of lists inside lists again.
constexpr std::size_t kMaxAnchoredNodes = 10 * kMaxExpandedNodes;
/// Ten thousand rules with texts and examples come to less than a million.
constexpr std::size_t kMaxValues = 1'000'000;
constexpr std::string_view kBlanks = " \t\r\n";

bool IsNullWord(std::string_view text) {
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// Nodes and depth of a tree whose depth is bounded by kMaxDepth.
void Measure(const YamlNode& node, std::size_t depth, std::size_t* nodes, std::size_t* deepest) {
  ++*nodes;
  *deepest = std::max(*deepest, depth);
  for (const YamlNode& item : node.items()) Measure(item, depth + 1, nodes, deepest);
  for (const YamlEntry& entry : node.entries()) Measure(entry.value, depth + 1, nodes, deepest);
}

}  // namespace

YamlTreeBuilder::YamlTreeBuilder(const YamlText* text, Diagnostics* diagnostics)
    : text_(text), diagnostics_(diagnostics) {
  root_.span_ = text_->Place(0, 1);
}

void YamlTreeBuilder::Scalar(std::size_t offset, std::string_view tag, std::size_t anchor,
                             std::string value) {
  if (is_cut_ || skipped_depth_ > 0 || !CountValue(offset)) return;
  const std::size_t begin = SkipProperties(offset);
  const bool quoted = tag == "!";
  const std::size_t end = ScalarEnd(begin, value, quoted);
  YamlNode node;
  node.kind_ = YamlNode::Kind::kScalar;
  node.quoted_ = quoted;
  node.span_ = text_->Place(begin, end - begin);
  node.text_ = std::move(value);
  text_->Unmask(&node.text_);
  CheckTag(tag, node.span_);
  CheckControls(node);
  if (is_cut_) return;
  if (AwaitsKey()) {
    if (anchor != 0) Anchor(node, anchor);
    TakeKey(std::move(node.text_), std::move(node.span_), end, quoted);
  } else {
    Add(std::move(node), anchor);
  }
}

void YamlTreeBuilder::Null(std::size_t offset, std::size_t anchor) {
  if (is_cut_ || skipped_depth_ > 0 || !CountValue(offset)) return;
  const std::size_t begin = SkipProperties(offset);
  const std::string_view rest = text_->text().substr(std::min(begin, text_->size()));
  const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n,]}:#"));
  YamlNode node;
  if (AwaitsKey()) {
    RefuseKey(text_->Place(begin, word.size()));
    return;
  }
  // An absent value has the mark of whatever comes next: point to what it is missing behind.
  Frame* frame = frames_.empty() ? nullptr : &frames_.back();
  const bool is_map = frame != nullptr && frame->node.IsMap();
  if (is_map && JoinDecimalComma(frame)) return;
  const bool is_written =
      IsNullWord(word) && (!is_map || text_->LineOf(begin) == frame->key_span.line);
  if (is_written) {
    node.text_ = word;
    node.span_ = text_->Place(begin, word.size());
  } else if (is_map) {
    node.span_ = frame->key_span;
    CheckColon(*frame);
  } else {
    const std::size_t before =
        begin == 0 ? std::string_view::npos : text_->text().find_last_not_of(kBlanks, begin - 1);
    node.span_ = text_->Place(before == std::string_view::npos ? 0 : before, 1);
  }
  Add(std::move(node), anchor);
}

void YamlTreeBuilder::Alias(std::size_t offset, std::size_t anchor) {
  if (is_cut_ || skipped_depth_ > 0) return;
  const std::string_view rest = text_->text().substr(std::min(offset, text_->size()));
  const std::string_view name = rest.substr(0, rest.find_first_of(" \t\r\n,]}"));
  const SourceSpan span = text_->Place(offset, name.size());
  if (AwaitsKey()) {
    RefuseKey(span);
    return;
  }
  YamlNode node;
  node.span_ = span;
  const auto found = anchored_.find(anchor);
  if (found == anchored_.end()) {
    std::string message = "'";
    message.append(name).append("' stands inside the value it repeats");
    diagnostics_->Error(span, std::move(message), "a value cannot contain itself");
  } else if (!found->second.is_kept || expanded_nodes_ + found->second.nodes > kMaxExpandedNodes ||
             frames_.size() + found->second.depth > kMaxDepth) {
    if (!reported_expansion_) {
      diagnostics_->Error(
          span, "'" + std::string(name) + "' repeats too much",
          "write it out, or repeat less: all repeated values of a file may come to " +
              std::to_string(kMaxExpandedNodes) + " values, " + std::to_string(kMaxDepth) +
              " levels deep");
    }
    reported_expansion_ = true;
  } else {
    expanded_nodes_ += found->second.nodes;
    node = found->second.node;
    node.span_ = span;
  }
  Add(std::move(node), 0);
}

void YamlTreeBuilder::Begin(YamlNode::Kind kind, std::size_t offset, std::string_view tag,
                            std::size_t anchor, bool is_flow) {
  if (is_cut_) return;
  if (skipped_depth_ > 0) {
    ++skipped_depth_;
    return;
  }
  if (!CountValue(offset)) return;
  Frame frame;
  frame.offset = SkipProperties(offset);
  frame.node.kind_ = kind;
  frame.node.span_ = text_->Place(frame.offset, 1);
  frame.anchor = anchor;
  frame.is_flow = is_flow;
  CheckTag(tag, frame.node.span_);
  if (AwaitsKey()) {
    RefuseKey(frame.node.span_);
    skipped_depth_ = 1;
    return;
  }
  if (frames_.size() >= kMaxDepth) {
    if (!reported_depth_) {
      diagnostics_->Error(
          frame.node.span_,
          "lists and maps are nested more than " + std::to_string(kMaxDepth) + " levels deep",
          "see whether brackets are closed where they should be");
    }
    reported_depth_ = true;
    Add(YamlNode(), 0);
    skipped_depth_ = 1;
    return;
  }
  frames_.push_back(std::move(frame));
}

void YamlTreeBuilder::End() {
  if (is_cut_) return;
  if (skipped_depth_ > 0) {
    --skipped_depth_;
    return;
  }
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  Add(std::move(frame.node), frame.anchor);
}

void YamlTreeBuilder::Anchor(const YamlNode& node, std::size_t anchor) {
  Anchored anchored;
  Measure(node, 1, &anchored.nodes, &anchored.depth);
  anchored_nodes_ += anchored.nodes;
  anchored.is_kept = anchored_nodes_ <= kMaxAnchoredNodes;
  if (anchored.is_kept) anchored.node = node;
  anchored_[anchor] = std::move(anchored);
}

bool YamlTreeBuilder::CountValue(std::size_t offset) {
  if (++values_ <= kMaxValues) return true;
  diagnostics_->Error(text_->Place(offset, 1),
                      "the file holds more than 1,000,000 values; nothing is read from here on",
                      "split it into several files, if all of this is meant");
  Cut();
  return false;
}

void YamlTreeBuilder::Add(YamlNode node, std::size_t anchor) {
  if (anchor != 0) Anchor(node, anchor);
  if (frames_.empty()) {
    root_ = std::move(node);
    return;
  }
  Frame& frame = frames_.back();
  if (frame.node.IsList()) {
    frame.node.items_.push_back(std::move(node));
    return;
  }
  if (!frame.drops_value) {
    frame.node.entries_.push_back({std::move(*frame.key), frame.key_span, std::move(node)});
  }
  frame.key.reset();
  frame.drops_value = false;
}

YamlNode YamlTreeBuilder::Finish() {
  const bool is_cut = std::exchange(is_cut_, false);
  while (!frames_.empty()) End();
  root_.is_cut_ = is_cut;
  return std::move(root_);
}

bool YamlTreeBuilder::AwaitsKey() const {
  return !frames_.empty() && frames_.back().node.IsMap() && !frames_.back().key.has_value();
}

std::optional<std::size_t> YamlTreeBuilder::OpenBracket() const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    // `[a: b]` holds a map that has no bracket of its own.
    const char first = text_->At(frame->offset);
    if (frame->is_flow && (first == '[' || first == '{')) return frame->offset;
  }
  return std::nullopt;
}

}  // namespace tranche
