#include "tests/tidy/code_text.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

namespace tranche::tidy {
namespace {

bool IsWordByte(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Walks over C++ text once and blanks what is no code.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text), out_(text) {}

  CodeText Run() {
    while (at_ < text_.size()) {
      if (Starts("//")) {
        BlankUntil(text_.find('\n', at_));
      } else if (Starts("/*")) {
        BlankUntil(After("*/", at_ + 2));
      } else if (Starts("R\"") && !FollowsWord()) {
        BlankRawString();
      } else if (text_[at_] == '"' || (text_[at_] == '\'' && !FollowsWord())) {
        BlankLiteral(text_[at_]);
      } else {
        ++at_;
      }
    }
    return {out_, WithoutDirectives(), raw_lines_};
  }

 private:
  bool Starts(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

  /// An apostrophe behind a digit separates digits; an R behind a letter ends a name.
  bool FollowsWord() const { return at_ > 0 && IsWordByte(text_[at_ - 1]); }

  std::size_t After(std::string_view what, std::size_t from) const {
    const std::size_t found = text_.find(what, from);
    return found == std::string_view::npos ? found : found + what.size();
  }

  void BlankUntil(std::size_t end) {
    end = std::min(end, text_.size());
    for (; at_ < end; ++at_) {
      if (text_[at_] != '\n') out_[at_] = ' ';
    }
  }

  void BlankLiteral(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2U : 1U;
    }
    ++at_;  // the quotes themselves stay
    BlankUntil(end);
    ++at_;
  }

  void BlankRawString() {
    const std::size_t open = std::min(text_.find('(', at_), text_.size());
    const std::string closing = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    const std::size_t end = std::min(After(closing, open), text_.size());
    int line = 1 + static_cast<int>(std::count(text_.begin(), text_.begin() + Offset(at_), '\n'));
    raw_lines_.insert(line);
    for (std::size_t i = at_; i < end; ++i) {
      if (text_[i] == '\n') raw_lines_.insert(++line);
    }
    at_ += 2;
    BlankUntil(end - 1);
    ++at_;
  }

  std::string WithoutDirectives() const {
    std::string bare = out_;
    bool directive = false;
    std::size_t start = 0;
    while (start < bare.size()) {
      const std::size_t end = std::min(bare.find('\n', start), bare.size());
      const std::size_t first = bare.find_first_not_of(" \t", start);
      if (first < end && bare[first] == '#') directive = true;
      const bool continues = end > start && bare[end - 1] == '\\';
      if (directive) std::fill(bare.begin() + Offset(start), bare.begin() + Offset(end), ' ');
      directive = directive && continues;
      start = end + 1;
    }
    return bare;
  }

  static std::ptrdiff_t Offset(std::size_t at) { return static_cast<std::ptrdiff_t>(at); }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
  std::set<int> raw_lines_;
};

}  // namespace

CodeText ReadCode(std::string_view text) { return Blanker(text).Run(); }

std::vector<std::string_view> SplitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<Word> ReadWords(std::string_view code) {
  std::vector<Word> words;
  int line = 1;
  for (std::size_t at = 0; at < code.size();) {
    if (code[at] == '\n') ++line;
    std::size_t end = at;
    while (end < code.size() && IsWordByte(code[end])) ++end;
    if (end > at) words.push_back({code.substr(at, end - at), line});
    at = std::max(end, at + 1);
  }
  return words;
}

}  // namespace tranche::tidy
