#include "engine/base/yaml_syntax.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tranche {
namespace {

constexpr std::string_view kSpaces = " \t";

std::string Quoted(std::string_view text) {
  std::string quoted = "'";
  quoted.append(text).append("'");
  return quoted;
}

/// One syntax error with what surrounds it.
class Explanation {
 public:
  Explanation(const YamlText& text, const YamlSyntaxError& error, const YamlTreeBuilder& builder,
              Diagnostics* diagnostics)
      : text_(text),
        builder_(builder),
        diagnostics_(diagnostics),
        reason_(error.reason),
        at_(std::min(error.offset, text.size())),
        line_number_(text.LineOf(at_)),
        line_begin_(text.LineBegin(line_number_)),
        line_(text.Line(line_number_)) {}

  std::optional<std::size_t> Report() {
    if (Says("bad file")) return ReportDepth();
    if (const auto place = ReportCharacter()) return place;
    if (!(ReportTab() || ReportLongQuote() || ReportBracket() || ReportValue() || ReportColon() ||
          ReportIndentation())) {
      Error(at_, 1, "cannot read on from here: " + reason_,
            "check indentation, quotes and brackets of this line and the one above");
    }
    return std::nullopt;
  }

 private:
  bool Says(std::string_view words) const { return reason_.find(words) != std::string::npos; }

  void Error(std::size_t offset, std::size_t bytes, std::string message, std::string hint) {
    diagnostics_->Error(text_.Place(offset, bytes), std::move(message), std::move(hint));
  }

  std::size_t Indentation(std::string_view line) const {
    return std::min(line.find_first_not_of(kSpaces), line.size());
  }

  /// The word at `offset` as it is written, up to a blank, a comma or a bracket.
  std::string WordAt(std::size_t offset) const {
    const std::string_view rest = text_.text().substr(std::min(offset, text_.size()));
    std::string word(rest.substr(0, rest.find_first_of(" \t\r\n,]}")));
    text_.Unmask(&word);
    return word;
  }

  /// What stands from `offset` to the end of the line, without a comment.
  std::string RestOfLineAt(std::size_t offset) const {
    std::string_view rest = text_.text().substr(offset);
    rest = rest.substr(0, rest.find_first_of("\r\n"));
    rest = rest.substr(0, rest.find(" #"));
    std::string value(rest.substr(0, rest.find_last_not_of(kSpaces) + 1));
    text_.Unmask(&value);
    return value;
  }

  /// Single characters with a meaning that the author did not mean; the only mistakes behind which
  /// reading can go on.
  std::optional<std::size_t> ReportCharacter() {
    if (Says("unknown escape character")) return ReportEscape();
    const bool is_alias =
        Says("anchor is not defined") || Says("after *") || Says("scanning alias");
    const bool is_anchor = Says("after &") || Says("scanning anchor");
    if (!is_alias && !is_anchor && !Says("unknown token")) return std::nullopt;
    std::size_t begin = at_;
    const char indicator = is_anchor ? '&' : '*';
    // Some of these complaints point behind the indicator.
    while ((is_alias || is_anchor) && begin > line_begin_ && text_.At(begin) != indicator) --begin;
    const std::string value = builder_.OpenBracket() ? WordAt(begin) : RestOfLineAt(begin);
    Error(begin, is_alias || is_anchor ? WordAt(begin).size() : 1,
          "a value cannot begin with " + Quoted(value.substr(0, 1)),
          "write it in quotes: " + Quoted(value));
    return begin;
  }

  /// The parser's own guard against nesting without end.
  std::optional<std::size_t> ReportDepth() {
    if (!builder_.has_reported_depth()) {
      Error(at_, 1, "lists and maps are nested too deep to be read",
            "see whether brackets are closed where they should be");
    }
    return std::nullopt;
  }

  std::optional<std::size_t> ReportEscape() {
    const std::size_t backslash = text_.text().rfind('\\', at_ == 0 ? 0 : at_ - 1);
    if (backslash == std::string_view::npos) return std::nullopt;
    Error(backslash, 2,
          Quoted(text_.text().substr(backslash, 2)) + " means nothing in double quotes",
          "write patterns in single quotes, where a backslash is only a backslash");
    return backslash;
  }

  bool ReportTab() {
    const std::size_t tab = line_.substr(0, Indentation(line_)).find('\t');
    if (tab == std::string_view::npos) return false;
    Error(line_begin_ + tab, 1, "a tab cannot indent a line", "use spaces");
    return true;
  }

  /// A text in quotes that runs over lines up to this one.
  bool ReportLongQuote() {
    const auto& quote = builder_.long_quote();
    if (!quote || text_.LineOf(quote->end) + 1 < line_number_ || quote->end > at_) return false;
    Error(quote->begin, 1,
          "this quote is closed only in line " + std::to_string(text_.LineOf(quote->end)),
          "close it at the end of its text");
    return true;
  }

  bool ReportBracket() {
    if (Says("flow not found") || Says("illegal flow end")) {
      const std::optional<std::size_t> open = builder_.OpenBracket();
      const std::string_view found = text_.text().substr(at_, 1);
      if (open) {
        const bool is_closing = found == "]" || found == "}";
        Error(*open, 1,
              "this " + Quoted(text_.text().substr(*open, 1)) + " is not closed" +
                  (is_closing
                       ? " before the " + Quoted(found) + " in line " + std::to_string(line_number_)
                       : ""),
              text_.At(*open) == '[' ? "close it with ']'" : "close it with '}'");
      } else {
        Error(at_, 1, Quoted(found) + " closes nothing that is open",
              "delete it, or put the text in quotes");
      }
      return true;
    }
    return false;
  }

  /// Something in the middle of a line that cannot stand there.
  bool ReportValue() {
    if (Says("illegal block entry")) {
      if (builder_.OpenBracket()) {
        Error(at_, 1, "a list with '- ' cannot stand inside brackets", "write [a, b]");
      } else {
        Error(at_, 1, "a list with '- ' cannot begin here",
              "begin it in the next line, or write [a, b]; put a lone '-' in quotes");
      }
      return true;
    }
    if (Says("illegal map key")) {
      Error(at_, 1, "a value cannot begin with '? '", "put it in quotes");
      return true;
    }
    const bool is_inside = at_ > line_begin_ + Indentation(line_);
    if (!is_inside || Says("illegal map value")) return false;
    const std::size_t before = text_.text().find_last_not_of(kSpaces, at_ - 1);
    const char last = before == std::string_view::npos ? ' ' : text_.At(before);
    if (last == '\'') {
      Error(at_, 1, "there is more text behind the closing quote",
            "an apostrophe inside single quotes is written twice: 'it''s'");
    } else if (last == '"') {
      Error(at_, 1, "there is more text behind the closing quote",
            "put all of the text in quotes; a double quote inside them is written \\\"");
    } else if (text_.At(at_) == ',') {
      Error(at_, 1, "a value cannot begin with ','", "put it in quotes");
    } else {
      return false;
    }
    return true;
  }

  /// "illegal map value": a colon where the parser expects none; often the line above is to blame.
  bool ReportColon() {
    if (!Says("illegal map value")) return false;
    const std::size_t indentation = Indentation(line_);
    const std::string_view before = line_.substr(indentation, at_ - line_begin_ - indentation);
    if (before.find(": ") != std::string_view::npos) {
      Error(at_, 1, "a second ': ' in one line", "put a value with ': ' inside in quotes");
      return true;
    }
    const std::optional<std::uint32_t> above = LineAbove();
    if (!above) return false;
    const std::string_view line = text_.Line(*above);
    const std::size_t begin = Indentation(line);
    const std::string_view content = line.substr(begin, line.find(" #", begin) - begin);
    const std::size_t offset = text_.LineBegin(*above) + begin;
    const bool has_colon = content.find(": ") != std::string_view::npos || content.ends_with(':');
    const std::size_t colon = content.find(':');
    if (has_colon) {
      Error(line_begin_ + indentation, 1,
            "this line is indented more than line " + std::to_string(*above) +
                ", which has a value already",
            "align it with the line above");
    } else if (colon != std::string_view::npos) {
      Error(offset + colon, 1, "no space behind the ':'", "write 'key: value'");
    } else {
      ReportNoColon(content, offset);
    }
    return true;
  }

  void ReportNoColon(std::string_view content, std::size_t offset) {
    if (content.starts_with("- ")) {
      content.remove_prefix(2);
      offset += 2;
    }
    const std::size_t blank = content.find(' ');
    const std::string example =
        blank == std::string_view::npos
            ? "key: value"
            : std::string(content.substr(0, blank)) + ": " + std::string(content.substr(blank + 1));
    Error(offset, content.size(), "no ':' behind " + Quoted(content), "write " + Quoted(example));
  }

  bool ReportIndentation() {
    const std::size_t indentation = Indentation(line_);
    if (at_ != line_begin_ + indentation) return false;
    if (!Says("end of map not found") && !Says("end of sequence not found")) return false;
    const bool is_item = line_.substr(indentation).starts_with("- ");
    const std::optional<std::uint32_t> above = LineAbove(indentation);
    const std::string_view line = above ? text_.Line(*above) : std::string_view{};
    const bool is_aligned = above && Indentation(line) == indentation;
    const bool is_below_item = is_aligned && line.substr(indentation).starts_with("- ");
    if (is_aligned && is_item && !is_below_item) {
      Error(at_, 1, "a list item ('- ') where 'key: value' is expected",
            "indent the list more than its key, and begin it below 'key:'");
    } else if (is_below_item && !is_item) {
      Error(at_, 1, "a list item ('- ') is expected here",
            "align the line with the key that it belongs to");
    } else {
      Error(at_, 1, "the indentation of this line fits none above",
            "align it with the line that it belongs to");
    }
    return true;
  }

  /// The nearest line above with content that is indented by `most` at most.
  std::optional<std::uint32_t> LineAbove(std::size_t most = std::string_view::npos) const {
    for (std::uint32_t number = line_number_ - 1; number > 0; --number) {
      const std::string_view line = text_.Line(number);
      const std::size_t begin = Indentation(line);
      if (begin < line.size() && begin <= most && line[begin] != '#') return number;
    }
    return std::nullopt;
  }

  const YamlText& text_;
  const YamlTreeBuilder& builder_;
  Diagnostics* diagnostics_;
  const std::string& reason_;
  std::size_t at_;
  std::uint32_t line_number_;
  std::size_t line_begin_;
  std::string_view line_;
};

}  // namespace

std::optional<std::size_t> ReportYamlSyntaxError(const YamlText& text, const YamlSyntaxError& error,
                                                 const YamlTreeBuilder& builder,
                                                 Diagnostics* diagnostics) {
  return Explanation(text, error, builder, diagnostics).Report();
}

void ReportSecondYamlDocument(const YamlText& text, std::size_t offset, Diagnostics* diagnostics) {
  if (text.text().substr(std::min(offset, text.size()), 3) == "---") {
    diagnostics->Error(text.Place(offset, 3), "'---' begins a second text inside this file",
                       "put it into a file of its own, or delete the '---'");
    return;
  }
  diagnostics->Error(text.Place(offset, 1), "this line does not belong to the list or map above it",
                     "indent it like the lines above, and do not mix '- ' with 'key: value'");
}

}  // namespace tranche
