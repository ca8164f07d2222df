#ifndef TRANCHE_ENGINE_BASE_YAML_SOURCE_H_
#define TRANCHE_ENGINE_BASE_YAML_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"

namespace tranche {

/// The text of a YAML file as the parser gets it, and the way back from the parser's offsets to
/// lines and columns. Private to ParseYaml; not thread-safe (places are found faster in order).
///
/// The parser's text has as many bytes as the file behind its byte-order mark, so one offset serves
/// both: bytes that are no text are masked by `_`, a lone CR becomes LF, and characters that
/// stopped the parser are masked so that a second attempt finds the mistakes behind them.
class YamlText {
 public:
  explicit YamlText(std::shared_ptr<const SourceText> source);

  /// Reports invalid UTF-8 and control characters. False where it makes no sense to parse (UTF-16).
  bool CheckCharacters(Diagnostics* diagnostics);

  std::string_view text() const { return text_; }
  std::size_t size() const { return text_.size(); }
  /// The byte at `offset`, or a line end beyond the text.
  char At(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }

  /// Hides the character at `offset` from the parser; false where it cannot be hidden. Only the
  /// indicators `* & % @ ` and the backslash can.
  bool Mask(std::size_t offset);
  /// Puts the hidden characters back into `value`, which the parser read.
  void Unmask(std::string* value) const;

  /// `bytes` of the text from `offset`, cut at the end of its line; at least one character.
  SourceSpan Place(std::size_t offset, std::size_t bytes) const;
  /// Lines count from 1 here, too.
  std::uint32_t LineOf(std::size_t offset) const;
  std::size_t LineBegin(std::uint32_t line) const { return line_starts_[line - 1]; }
  /// Without the line end.
  std::string_view Line(std::uint32_t line) const;

 private:
  struct Column {
    std::size_t offset = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 1;
  };

  std::shared_ptr<const SourceText> source_;
  std::string text_;
  std::vector<std::size_t> line_starts_;
  bool has_mask_ = false;
  mutable Column last_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_YAML_SOURCE_H_
