#include "engine/rulebook/folded_expression.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fold.h"
#include "engine/base/pattern.h"
#include "engine/base/utf8.h"
#include "engine/rulebook/expression_piece.h"

namespace tranche {
namespace {

constexpr std::string_view kSigns = ".^$*+?|()";
constexpr std::string_view kRepetitions = "*+?{";
/// Of a range of characters so many are looked at; a longer one surely has a folded letter.
constexpr char32_t kMostOfRange = 300;

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

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
      const auto proposed = Pattern::Compile(out_);
      const bool is_of_use = proposed.ok() && !proposed->MatchesPart("");
      if (is_of_use) found_->proposal = out_;
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
    if (c == '(') return Open(1);
    if (c == ')') return Close();
    if (c == '|' && !has_choice_.empty()) has_choice_.back() = true;
    if (c == '$') return TextEnd(1);
    if (kSigns.find(c) != std::string_view::npos) {
      Copy(1);
      is_behind_begin_ = c == '^';
      return;
    }
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
    is_behind_begin_ = false;
  }

  /// The head of a group. What stands before it stands before all that is in it, but of several
  /// choices one may fit.
  void Open(std::size_t bytes) {
    const bool is_behind_edge = is_behind_edge_, is_behind_begin = is_behind_begin_;
    Copy(bytes);
    has_choice_.push_back(false);
    const bool has_choice = text_.find('|', at_) < text_.find(')', at_);
    is_behind_edge_ = is_behind_edge && !has_choice;
    is_behind_begin_ = is_behind_begin && !has_choice;
  }

  void Close() {
    const bool is_behind_letter = is_behind_letter_;
    Copy(1);
    if (has_choice_.empty()) return;
    is_behind_letter_ = is_behind_letter && !has_choice_.back();
    has_choice_.pop_back();
  }

  /// `$` or `\z`: no space stands before it.
  void TextEnd(std::size_t bytes) {
    if (is_behind_space_) {
      Blame(UnfoldedPart::Kind::kOuterSpace, space_, at_);
      if (out_.ends_with(' ')) out_.pop_back();
    }
    Copy(bytes);
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
    } else if (c == 'p' || c == 'P') {
      Property(Peek(2) == '{' ? text_.find('}', at_) + 1 - at_ : 3);
    } else if (const auto named = NamedCharacterAt(text_, at_)) {
      const std::size_t begin = at_;
      at_ += named->size;
      Character(named->character, begin);
    } else if (c == 'z') {
      TextEnd(2);
    } else if (c == 'A') {
      Copy(2);
      is_behind_begin_ = true;
    } else if (IsAsciiLetter(c) || IsAsciiDigit(c)) {
      Copy(2);
    } else {
      ++at_;
      Literal(at_ - 1);
    }
  }

  /// `\pL`, `\p{Lu}`.
  void Property(std::size_t bytes) {
    bytes = std::min(bytes, text_.size() - at_);
    const PieceReach reach = ReachOf(text_.substr(at_, bytes), ignores_case_);
    if (reach.meets_folded) return Copy(bytes);
    Useless(bytes, reach.takes_capitals ? "[a-z]" : " ");
  }

  /// `(?i)`, `(?i:`, `(?P<name>`, `(?:`.
  void Group() {
    const std::size_t end = std::min(text_.find_first_of(":)>", at_), text_.size() - 1);
    const std::string_view head = text_.substr(at_, end + 1 - at_);
    const std::string_view flags = head.substr(0, head.find('-'));
    if (head.back() != '>' && flags.find('i') != std::string_view::npos) ignores_case_ = true;
    return head.back() == ')' ? Copy(head.size()) : Open(head.size());
  }

  /// One character that stands for itself; `begin` is its backslash where it has one.
  void Literal(std::size_t begin) {
    const std::uint32_t size = DecodeUtf8(text_, at_).size;
    at_ += size;
    Character(text_.substr(at_ - size, size), begin);
  }

  /// The same, read to its end.
  void Character(std::string_view character, std::size_t begin) {
    const bool is_repeated = at_ < text_.size() && !is_quoted_ &&
                             kRepetitions.find(text_[at_]) != std::string_view::npos;
    const bool is_plain_space = character == " " && !is_repeated;
    const bool is_case_only = ignores_case_ && IsAsciiLetter(character[0]);
    if (is_plain_space && is_behind_begin_) {
      Blame(UnfoldedPart::Kind::kOuterSpace, begin, at_);
    } else if ((is_plain_space && is_behind_space_) ||
               !(is_case_only || StandsInFoldedText(character))) {
      Blame(UnfoldedPart::Kind::kLetter, begin, at_);
    }
    const bool is_foreign = character.size() > 1 && StandsInFoldedText(character);
    if (is_foreign && is_behind_edge_) Blame(UnfoldedPart::Kind::kWordEdge, edge_, edge_ + 2);
    AppendFolded(character, is_repeated);
    if (is_behind_space_) space_ = begin;
    is_behind_letter_ = is_foreign;
    is_behind_edge_ = false;
    is_behind_begin_ = false;
  }

  void AppendFolded(std::string_view character, bool is_repeated) {
    const std::string folded = Fold(character);
    const bool is_space = folded.empty();
    if (!is_space) {
      // Folded to several letters and repeated, they must be repeated together.
      const bool is_several = is_repeated && CountCodePoints(folded) > 1;
      out_ += is_several ? "(?:" + folded + ")" : folded;
    } else if (is_repeated || !(is_behind_space_ || is_behind_begin_)) {
      out_ += ' ';
    }
    is_behind_space_ = is_space && !is_repeated;
  }

  /// A class in brackets: of use unless all that it takes is unknown to folded text.
  void Class() {
    const std::size_t begin = at_;
    std::size_t at = at_ + 1;
    const bool is_negated = at < text_.size() && text_[at] == '^';
    bool is_of_use = false, is_doubtful = is_negated;
    std::string folded;
    if (is_negated) ++at;
    for (bool is_first = true; at < text_.size() && (is_first || text_[at] != ']');
         is_first = false) {
      if (text_[at] == '[' && text_.substr(at).starts_with("[:")) {
        is_doubtful = true;
        at = std::min(text_.find(":]", at), text_.size() - 2) + 2;
        continue;
      }
      is_of_use |= Member(&at, &folded, &is_doubtful);
    }
    const std::size_t size = std::min(at + 1, text_.size()) - begin;
    if (is_of_use && !is_negated) return Copy(size);
    if (is_doubtful) {
      const PieceReach reach = ReachOf(text_.substr(begin, size), ignores_case_);
      if (reach.meets_folded) return Copy(size);
      return Useless(size, reach.takes_capitals ? "[a-z]" : " ");
    }
    const bool is_space = folded.find_first_not_of(' ') == std::string::npos;
    Useless(size, is_space ? " " : "[" + folded + "]");
  }

  /// A piece for one character that takes none of folded text.
  void Useless(std::size_t bytes, const std::string& instead) {
    Blame(UnfoldedPart::Kind::kLetter, at_, at_ + bytes);
    at_ += bytes;
    out_ += instead;
    is_behind_space_ = instead == " ";
    space_ = at_ - bytes;
    is_behind_letter_ = false;
    is_behind_edge_ = false;
    is_behind_begin_ = false;
  }

  /// One character or range of a class; true where folded text may have something of it.
  bool Member(std::size_t* at, std::string* folded, bool* is_doubtful) {
    if (text_[*at] == '\\') {
      const char c = *at + 1 < text_.size() ? text_[*at + 1] : '\0';
      *at += 2;
      if (IsAsciiLetter(c) || IsAsciiDigit(c)) {
        // `\pL` and the like bring more characters with them, which do no harm as members.
        *is_doubtful = true;
        return false;
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
  bool is_behind_begin_ = false;   ///< `^` or `\A`
  std::size_t space_ = 0;          ///< where the space stands that is_behind_space_ means
  std::vector<bool> has_choice_;   ///< of the groups around, whether a `|` was met in them
  bool is_behind_edge_ = false;    ///< a `\b`, which stands at edge_
  std::size_t edge_ = 0;
};

}  // namespace

std::optional<UnfoldedPart> FindUnfolded(std::string_view expression) {
  return Walk(expression).Find();
}

}  // namespace tranche
