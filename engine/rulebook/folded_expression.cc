#include "engine/rulebook/folded_expression.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/fold.h"
#include "engine/base/pattern.h"
#include "engine/base/utf8.h"

namespace tranche {
namespace {

constexpr std::string_view kSigns = ".^$*+?|()";
constexpr std::string_view kRepetitions = "*+?{";
/// Of a range of characters so many are looked at; a longer one surely has a folded letter.
constexpr char32_t kMostOfRange = 300;

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

bool StandsInFoldedText(std::string_view character) {
  return character == " " || Fold(character) == character;
}

std::string AsUtf8(char32_t value) {
  std::string text;
  AppendUtf8(value, &text);
  return text;
}

/// Walks over an expression once, writing it anew in folded spelling.
class Walk {
 public:
  explicit Walk(std::string_view expression) : text_(expression) {}

  std::optional<UnfoldedPart> Find() {
    while (at_ < text_.size()) Step();
    if (!found_) return std::nullopt;
    const std::size_t first = out_.find_first_not_of(' ');
    if (first != std::string::npos) {
      out_ = out_.substr(first, out_.find_last_not_of(' ') - first + 1);
      if (!FaultOf(out_)) found_->proposal = out_;
    }
    return found_;
  }

 private:
  void Step() {
    const char c = text_[at_];
    if (is_quoted_) return Quoted();
    if (c == '\\') return Escape();
    if (c == '[') return Class();
    if (c == '(' && Peek(1) == '?') return Group();
    if (c == '{' && IsAsciiDigit(Peek(1))) return Copy(text_.find('}', at_) + 1 - at_);
    if (kSigns.find(c) != std::string_view::npos) return Copy(1);
    Literal(at_);
  }

  char Peek(std::size_t ahead) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  void Copy(std::size_t bytes) {
    bytes = std::min(bytes, text_.size() - at_);
    out_ += text_.substr(at_, bytes);
    at_ += bytes;
    is_behind_letter_ = false;
    is_behind_space_ = false;
    is_behind_edge_ = false;
  }

  /// Between `\Q` and `\E` every character stands for itself.
  void Quoted() {
    if (text_.substr(at_).starts_with("\\E")) {
      is_quoted_ = false;
      at_ += 2;
      return;
    }
    Literal(at_);
  }

  void Escape() {
    const char c = Peek(1);
    if (c == 'Q') {
      is_quoted_ = true;
      at_ += 2;
    } else if (c == 'b') {
      if (is_behind_letter_) Blame(UnfoldedPart::Kind::kWordEdge, at_, at_ + 2);
      Copy(2);
      is_behind_edge_ = true;
      edge_ = at_ - 2;
    } else if (c == 'p' || c == 'P' || c == 'x') {
      const bool is_braced = Peek(2) == '{';
      const std::size_t plain = c == 'x' ? 4 : 3;
      Copy(is_braced ? text_.find('}', at_) + 1 - at_ : plain);
    } else if (IsAsciiLetter(c) || IsAsciiDigit(c)) {
      Copy(2);
    } else {
      ++at_;
      Literal(at_ - 1);
    }
  }

  /// `(?i)`, `(?i:`, `(?P<name>`, `(?:`.
  void Group() {
    const std::size_t end = std::min(text_.find_first_of(":)>", at_), text_.size() - 1);
    const std::string_view head = text_.substr(at_, end + 1 - at_);
    const std::string_view flags = head.substr(0, head.find('-'));
    if (head.back() != '>' && flags.find('i') != std::string_view::npos) ignores_case_ = true;
    Copy(head.size());
  }

  /// One character that stands for itself; `begin` is its backslash where it has one.
  void Literal(std::size_t begin) {
    const std::uint32_t size = DecodeUtf8(text_, at_).size;
    const std::string_view character = text_.substr(at_, size);
    at_ += size;
    const bool is_repeated = at_ < text_.size() && !is_quoted_ &&
                             kRepetitions.find(text_[at_]) != std::string_view::npos;
    const bool is_second_space = character == " " && is_behind_space_ && !is_repeated;
    const bool is_case_only = ignores_case_ && IsAsciiLetter(character[0]);
    if (is_second_space || !(is_case_only || StandsInFoldedText(character))) {
      Blame(UnfoldedPart::Kind::kLetter, begin, at_);
    }
    const bool is_foreign = size > 1 && StandsInFoldedText(character);
    if (is_foreign && is_behind_edge_) Blame(UnfoldedPart::Kind::kWordEdge, edge_, edge_ + 2);
    AppendFolded(character, is_repeated);
    is_behind_letter_ = is_foreign;
    is_behind_edge_ = false;
  }

  void AppendFolded(std::string_view character, bool is_repeated) {
    const std::string folded = Fold(character);
    const bool is_space = folded.empty();
    if (!is_space) {
      // Folded to several letters and repeated, they must be repeated together.
      const bool is_several = is_repeated && CountCodePoints(folded) > 1;
      out_ += is_several ? "(?:" + folded + ")" : folded;
    } else if (is_repeated || !is_behind_space_) {
      out_ += ' ';
    }
    is_behind_space_ = is_space && !is_repeated;
  }

  /// A class in brackets: of use unless all that it takes is unknown to folded text.
  void Class() {
    const std::size_t begin = at_;
    std::size_t at = at_ + 1;
    bool is_of_use = at < text_.size() && text_[at] == '^';
    std::string folded;
    if (is_of_use) ++at;
    for (bool is_first = true; at < text_.size() && (is_first || text_[at] != ']');
         is_first = false) {
      if (text_[at] == '[' && text_.substr(at).starts_with("[:")) {
        is_of_use = true;
        at = std::min(text_.find(":]", at), text_.size() - 2) + 2;
        continue;
      }
      is_of_use |= Member(&at, &folded);
    }
    const std::size_t size = std::min(at + 1, text_.size()) - begin;
    if (is_of_use) return Copy(size);
    Blame(UnfoldedPart::Kind::kLetter, begin, begin + size);
    at_ += size;
    const bool is_space = folded.find_first_not_of(' ') == std::string::npos;
    out_ += is_space ? " " : "[" + folded + "]";
    is_behind_space_ = is_space;
    is_behind_letter_ = false;
    is_behind_edge_ = false;
  }

  /// One character or range of a class; true where folded text may have something of it.
  bool Member(std::size_t* at, std::string* folded) {
    if (text_[*at] == '\\') {
      const char c = *at + 1 < text_.size() ? text_[*at + 1] : '\0';
      *at += 2;
      if (IsAsciiLetter(c) || IsAsciiDigit(c)) {
        // `\pL` and the like bring more characters with them, which do no harm as members.
        return true;
      }
      *folded += ' ';
      return false;
    }
    const CodePoint low = DecodeUtf8(text_, *at);
    *at += low.size;
    *folded += Folded(low.value);
    const bool is_range = *at + 1 < text_.size() && text_[*at] == '-' && text_[*at + 1] != ']';
    if (!is_range) return ignores_case_ || StandsInFoldedText(AsUtf8(low.value));
    const CodePoint high = DecodeUtf8(text_, *at + 1);
    *at += 1 + high.size;
    *folded += "-" + Folded(high.value);
    if (ignores_case_ || high.value - low.value > kMostOfRange) return true;
    for (char32_t value = low.value; value <= high.value; ++value) {
      if (StandsInFoldedText(AsUtf8(value))) return true;
    }
    return false;
  }

  static std::string Folded(char32_t value) {
    std::string folded = Fold(AsUtf8(value));
    return folded.empty() ? " " : folded;
  }

  void Blame(UnfoldedPart::Kind kind, std::size_t begin, std::size_t end) {
    if (!found_) found_ = UnfoldedPart{kind, begin, end, ""};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  std::optional<UnfoldedPart> found_;
  bool is_quoted_ = false;
  bool ignores_case_ = false;
  bool is_behind_space_ = false;
  bool is_behind_letter_ = false;  ///< one beyond a to z
  bool is_behind_edge_ = false;    ///< a `\b`, which stands at edge_
  std::size_t edge_ = 0;
};

}  // namespace

std::optional<UnfoldedPart> FindUnfolded(std::string_view expression) {
  return Walk(expression).Find();
}

}  // namespace tranche
