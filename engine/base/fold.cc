#include "engine/base/fold.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fold_table.h"
#include "engine/base/utf8.h"

namespace tranche {
namespace {

constexpr char32_t kCombiningDiaeresis = 0x0308;
constexpr char32_t kCombiningRing = 0x030A;

constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }

/// What each byte becomes: itself or its small letter, a space, or 0 where the slow path decides
/// (bytes of longer code points, and the label separator).
constexpr std::array<char, 256> MakeByteTable() {
  std::array<char, 256> table{};
  for (std::size_t byte = 0; byte < 0x80; ++byte) {
    const char c = static_cast<char>(byte);
    if (IsAsciiDigit(c) || IsAsciiLower(c)) {
      table[byte] = c;
    } else if (IsAsciiUpper(c)) {
      table[byte] = static_cast<char>(c + ('a' - 'A'));
    } else if (c != kLabelSeparator) {
      table[byte] = ' ';
    }
  }
  return table;
}
constexpr std::array<char, 256> kByteTable = MakeByteTable();

constexpr char32_t kFirstHangul = 0xAC00;
constexpr char32_t kHangulCount = 11172;

constexpr bool IsHangul(char32_t value) {
  return value >= kFirstHangul && value < kFirstHangul + kHangulCount;
}

/// The letters (jamo) of a Hangul syllable, as canonical decomposition gives them.
void AppendHangul(char32_t value, std::string* out) {
  constexpr char32_t kVowels = 21;
  constexpr char32_t kTails = 28;
  const char32_t syllable = value - kFirstHangul;
  AppendUtf8(0x1100 + syllable / (kVowels * kTails), out);
  AppendUtf8(0x1161 + syllable % (kVowels * kTails) / kTails, out);
  if (syllable % kTails != 0) AppendUtf8(0x11A7 + syllable % kTails, out);
}

/// Folds code point by code point. The text of each is only valid until the next call.
class CodePointFolder {
 public:
  explicit CodePointFolder(bool with_digraphs) : with_digraphs_(with_digraphs) {}

  /// kVanish, kSeparate or kReplace; never kKeep. `at` must lie inside `utf8`.
  FoldedForm Next(std::string_view utf8, std::size_t at, std::uint32_t* size) {
    const CodePoint point = DecodeUtf8(utf8, at);
    *size = point.size;
    FoldedForm form = point.valid ? Plain(point.value, utf8.substr(at, point.size)) : FoldedForm{};
    if (with_digraphs_) ApplyDigraph(point.value, &form);
    return form;
  }

 private:
  FoldedForm Plain(char32_t value, std::string_view bytes) {
    if (value == static_cast<unsigned char>(kLabelSeparator)) {
      return {FoldAction::kReplace, " \x1f "};
    }
    const FoldedForm form = LookUpFold(value);
    if (form.action != FoldAction::kKeep) return form;
    if (!IsHangul(value)) return {FoldAction::kReplace, bytes};
    hangul_.clear();
    AppendHangul(value, &hangul_);
    return {FoldAction::kReplace, hangul_};
  }

  /// Also sees ä as `a` with a combining mark behind it, other marks between them or not.
  void ApplyDigraph(char32_t value, FoldedForm* form) {
    if (form->action == FoldAction::kVanish) {
      const bool has_umlaut = value == kCombiningDiaeresis && vowel_ != 0;
      const bool has_ring = value == kCombiningRing && vowel_ == 'a';
      if (has_umlaut || has_ring) {
        *form = {FoldAction::kReplace, has_ring ? "a" : "e"};
        vowel_ = 0;
      }
      return;
    }
    vowel_ = 0;
    if (form->action != FoldAction::kReplace) return;
    const std::string_view digraph = LookUpDigraph(value);
    if (!digraph.empty()) {
      form->text = digraph;
      return;
    }
    const char last = form->text.back();
    if (last == 'a' || last == 'o' || last == 'u') vowel_ = last;
  }

  bool with_digraphs_;
  /// The a, o or u that a combining mark would change, or 0.
  char vowel_ = 0;
  std::string hangul_;
};

/// Writes tokens with single spaces into `*out`, for which it reserves room ahead.
class TokenWriter {
 public:
  TokenWriter(std::string* out, std::size_t input_size) : out_(out), begin_(out->size()) {
    out_->resize(begin_ + input_size);
    end_ = begin_;
  }

  /// Where the fast path writes: the room for all of `input_left` bytes is there.
  char* cursor() { return out_->data() + end_; }
  void set_cursor(const char* cursor) { end_ = static_cast<std::size_t>(cursor - out_->data()); }
  char last() const { return end_ == begin_ ? ' ' : (*out_)[end_ - 1]; }

  /// Appends `text`, whose spaces separate; afterwards there is room for `input_left` bytes more.
  void Append(std::string_view text, std::size_t input_left) {
    const std::size_t needed = end_ + text.size() + input_left;
    if (needed > out_->size()) out_->resize(needed + needed / 2);
    char* cursor = this->cursor();
    char last = this->last();
    for (const char c : text) {
      *cursor = c;
      cursor += static_cast<std::ptrdiff_t>(c != ' ' || last != ' ');
      last = c;
    }
    set_cursor(cursor);
  }

  void Finish() {
    if (end_ > begin_ && (*out_)[end_ - 1] == ' ') --end_;
    out_->resize(end_);
  }

 private:
  std::string* out_;
  std::size_t begin_;
  std::size_t end_ = 0;
};

/// Folds ASCII from `at` on, up to a byte that needs the slow path or the end; where it stopped.
std::size_t FoldAscii(std::string_view utf8, std::size_t at, TokenWriter* writer) {
  char* cursor = writer->cursor();
  char last = writer->last();
  for (; at < utf8.size(); ++at) {
    const char c = kByteTable[static_cast<unsigned char>(utf8[at])];
    if (c == 0) break;
    // Always written, kept unless it is a second space: no branch for the shape of the text.
    *cursor = c;
    cursor += static_cast<std::ptrdiff_t>(c != ' ') | static_cast<std::ptrdiff_t>(last != ' ');
    last = c;
  }
  writer->set_cursor(cursor);
  return at;
}

void FoldText(std::string_view utf8, bool with_digraphs, std::string* out) {
  TokenWriter writer(out, utf8.size());
  CodePointFolder folder(with_digraphs);
  for (std::size_t at = 0; at < utf8.size();) {
    // A combining mark may change the letter before it, so digraphs see every code point.
    if (!with_digraphs) at = FoldAscii(utf8, at, &writer);
    if (at == utf8.size()) break;
    std::uint32_t size = 0;
    const FoldedForm form = folder.Next(utf8, at, &size);
    at += size;
    if (form.action == FoldAction::kVanish) continue;
    writer.Append(form.action == FoldAction::kSeparate ? " " : form.text, utf8.size() - at);
  }
  writer.Finish();
}

}  // namespace

void FoldTo(std::string_view utf8, std::string* out) {
  FoldText(utf8, /*with_digraphs=*/false, out);
}

std::string Fold(std::string_view utf8) {
  std::string folded;
  FoldTo(utf8, &folded);
  return folded;
}

std::string FoldWithDigraphs(std::string_view utf8) {
  std::string folded;
  FoldText(utf8, /*with_digraphs=*/true, &folded);
  return folded;
}

std::vector<FoldedToken> FoldWithPlaces(std::string_view utf8) {
  std::vector<FoldedToken> tokens;
  CodePointFolder folder(/*with_digraphs=*/false);
  bool is_open = false;
  for (std::size_t at = 0; at < utf8.size();) {
    std::uint32_t size = 0;
    const FoldedForm form = folder.Next(utf8, at, &size);
    const std::size_t next = at + size;
    // Marks behind a letter belong to its token.
    if (form.action == FoldAction::kVanish && is_open) tokens.back().end = next;
    if (form.action == FoldAction::kSeparate) is_open = false;
    for (const char c : form.text) {
      if (c == ' ') {
        is_open = false;
        continue;
      }
      if (!is_open) tokens.push_back({"", at, at});
      is_open = true;
      tokens.back().text.push_back(c);
      tokens.back().end = next;
    }
    at = next;
  }
  return tokens;
}

}  // namespace tranche
