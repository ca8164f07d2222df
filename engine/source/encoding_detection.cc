#include "engine/source/encoding_detection.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_set>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/source/language_letters.h"
#include "engine/source/text_decoder.h"

namespace tranche {
namespace {

using std::string_view_literals::operator""sv;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
// The mark of UTF-32 begins as that of UTF-16 does.
constexpr Mark kMarks[] = {
    {"\xEF\xBB\xBF"sv, "utf-8"},        {"\xFF\xFE\x00\x00"sv, "utf-32le"},
    {"\x00\x00\xFE\xFF"sv, "utf-32be"}, {"\xFF\xFE"sv, "utf-16le"},
    {"\xFE\xFF"sv, "utf-16be"},         {"\x84\x31\x95\x33"sv, "gb18030"},
};

struct EastAsianCandidate {
  const char* encoding;
  EastAsian language;
};
constexpr EastAsianCandidate kEastAsian[] = {
    {"gb18030", EastAsian::kSimplified}, {"big5", EastAsian::kTraditional},
    {"shift_jis", EastAsian::kJapanese}, {"euc-jp", EastAsian::kJapanese},
    {"euc-kr", EastAsian::kKorean},
};
constexpr std::size_t kFewestCharacters = 4;
constexpr std::size_t kEastAsianSampleBytes = std::size_t{1} << 16;

EncodingGuess Guess(const char* name, std::string because) {
  return {EncodingByName(name).value_or(Encoding()), 0, std::move(because)};
}

// How much of a sample is UTF-8 beyond ASCII.
struct Utf8Count {
  std::size_t letters = 0;
  std::size_t broken = 0;  // places that are none, one after another counted once
};

Utf8Count CountUtf8(std::string_view bytes) {
  Utf8Count count;
  bool was_broken = false;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      was_broken = false;
      ++at;
      continue;
    }
    const CodePoint point = DecodeUtf8(bytes, at);
    if (point.valid) ++count.letters;
    if (!point.valid && !was_broken) ++count.broken;
    was_broken = !point.valid;
    at += point.size;
  }
  return count;
}

// `bytes` without a character that their end cuts off.
std::string_view WithoutCutCharacter(std::string_view bytes) {
  for (std::size_t size = 1; size <= std::min<std::size_t>(3, bytes.size()); ++size) {
    const auto lead = static_cast<unsigned char>(bytes[bytes.size() - size]);
    if (lead < 0x80) break;
    if (lead >= 0xC2) return bytes.substr(0, bytes.size() - size);
  }
  return bytes;
}

std::optional<EncodingGuess> Utf8Of(std::string_view bytes, bool is_whole) {
  std::optional<std::size_t> invalid = FirstInvalidUtf8(bytes);
  if (invalid && !is_whole && bytes.size() - *invalid < 4) {
    bytes = WithoutCutCharacter(bytes);
    invalid = FirstInvalidUtf8(bytes);
  }
  if (!invalid) {
    return Guess("utf-8", IsAscii(bytes) ? "assumed: only ASCII so far" : "detected");
  }
  // No other encoding has sequences that are valid by chance again and again.
  const Utf8Count count = CountUtf8(bytes);
  if (count.letters < 5 || count.letters < 10 * count.broken) return std::nullopt;
  return Guess("utf-8", "assumed, sure: " + std::to_string(count.letters) +
                            " letters are UTF-8; where the text is broken, as at byte " +
                            std::to_string(*invalid + 1) + ", rows are rejected");
}

bool IsBasicLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// The share of frequent characters among all beyond ASCII, in percent; 0 where the bytes are not
// valid.
std::size_t FrequentPercent(std::string_view bytes, const Encoding& encoding, EastAsian language) {
  const std::string text = DecodedText(bytes, encoding, /*is_whole=*/false);
  const std::u16string_view known = FrequentCharactersOf(language).characters;
  const std::unordered_set<char32_t> frequent(known.begin(), known.end());
  std::size_t all = 0;
  std::size_t found = 0;
  std::size_t beside_letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    if (!point.valid) return 0;
    const bool is_behind_letter = at > 0 && IsBasicLetter(text[at - 1]);
    at += point.size;
    if (point.value < 0x80) continue;
    ++all;
    if (frequent.count(point.value) != 0) ++found;
    if (is_behind_letter || (at < text.size() && IsBasicLetter(text[at]))) ++beside_letters;
  }
  // Within words of Latin letters there are no such characters, and a few may come by chance.
  if (2 * beside_letters > all || all < kFewestCharacters) return 0;
  return 100 * found / all;
}

std::optional<EncodingGuess> EastAsianOf(std::string_view bytes) {
  constexpr std::size_t kLeastPercent = 20;
  constexpr std::size_t kSurePercent = 35;
  // From the first letter on: what stands before may be long, and decides nothing.
  const auto* const first = std::find_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  bytes = bytes.substr(static_cast<std::size_t>(first - bytes.begin()), kEastAsianSampleBytes);
  const EastAsianCandidate* best = nullptr;
  const EastAsianCandidate* next = nullptr;
  std::size_t best_percent = 0;
  std::size_t next_percent = 0;
  for (const EastAsianCandidate& candidate : kEastAsian) {
    const auto encoding = EncodingByName(candidate.encoding);
    if (!encoding) continue;
    const std::size_t percent = FrequentPercent(bytes, *encoding, candidate.language);
    if (percent > best_percent) {
      next = best;
      next_percent = best_percent;
      best = &candidate;
      best_percent = percent;
    } else if (percent > next_percent) {
      next = &candidate;
      next_percent = percent;
    }
  }
  if (best == nullptr || best_percent < kLeastPercent) return std::nullopt;
  const bool is_sure = best_percent >= kSurePercent && next_percent < best_percent / 2;
  std::string because = is_sure ? "assumed, sure" : "assumed, fairly sure";
  because += ": characters as in ";
  because += FrequentCharactersOf(best->language).language;
  if (!is_sure && next != nullptr) because += std::string("; next ") + next->encoding;
  return Guess(best->encoding, because);
}

// Zero bytes and units of line ends by their place in a group of four bytes.
struct ZeroCount {
  std::array<std::size_t, 4> zeros = {};
  std::size_t groups = 0;
};

bool HasLineEndUnit(std::string_view bytes, std::size_t unit, std::size_t place) {
  for (std::size_t at = 0; at + unit <= bytes.size(); at += unit) {
    if (bytes[at + place] != '\n' && bytes[at + place] != '\r') continue;
    const auto zeros = static_cast<std::size_t>(
        std::count(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                   bytes.begin() + static_cast<std::ptrdiff_t>(at + unit), '\0'));
    if (zeros == unit - 1) return true;
  }
  return false;
}

const char* NameByZeros(std::string_view bytes) {
  ZeroCount count;
  count.groups = bytes.size() / 4;
  for (std::size_t at = 0; at < 4 * count.groups; ++at) {
    if (bytes[at] == '\0') ++count.zeros[at % 4];
  }
  const std::array<std::size_t, 4>& zeros = count.zeros;
  const auto nearly_all = [&](std::size_t n) { return 10 * n >= 9 * count.groups; };
  if (count.groups == 0) return nullptr;
  if (nearly_all(zeros[2]) && nearly_all(zeros[3]) && HasLineEndUnit(bytes, 4, 0)) {
    return "utf-32le";
  }
  if (nearly_all(zeros[0]) && nearly_all(zeros[1]) && HasLineEndUnit(bytes, 4, 3)) {
    return "utf-32be";
  }
  // Digits, delimiters and line ends of any language: a fifth of a table at the least.
  const std::size_t even = zeros[0] + zeros[2];
  const std::size_t odd = zeros[1] + zeros[3];
  const std::size_t units = 2 * count.groups;
  if (5 * odd >= units && 20 * even <= odd && HasLineEndUnit(bytes, 2, 0)) return "utf-16le";
  if (5 * even >= units && 20 * odd <= even && HasLineEndUnit(bytes, 2, 1)) return "utf-16be";
  return nullptr;
}

}  // namespace

std::optional<EncodingGuess> EncodingOfMark(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.substr(0, mark.bytes.size()) != mark.bytes) continue;
    EncodingGuess guess = Guess(mark.encoding, "byte-order mark");
    guess.mark_bytes = mark.bytes.size();
    return guess;
  }
  return std::nullopt;
}

std::optional<EncodingGuess> EncodingOfZeros(std::string_view bytes, bool is_whole) {
  const char* const name = NameByZeros(bytes);
  if (name == nullptr) return std::nullopt;
  EncodingGuess guess = Guess(name,
                              "assumed, sure: no byte-order mark, but every other byte of"
                              " digits and line ends is zero");
  const std::string text = DecodedText(bytes, guess.encoding, is_whole);
  if (text.find('\0') != std::string::npos) return std::nullopt;
  return guess;
}

EncodingGuess DetectEncoding(std::string_view bytes, bool is_whole) {
  if (auto marked = EncodingOfMark(bytes)) return *std::move(marked);
  if (bytes.find('\0') != std::string_view::npos) {
    if (auto wide = EncodingOfZeros(bytes, is_whole)) return *std::move(wide);
  }
  if (auto utf8 = Utf8Of(bytes, is_whole)) return *std::move(utf8);
  if (auto east_asian = EastAsianOf(bytes)) return *std::move(east_asian);
  return DetectSingleByteEncoding(bytes);
}

EncodingGuess StatedEncoding(const Encoding& encoding, std::string_view bytes, bool is_whole) {
  const std::string stated(encoding.name());
  const bool is_wide = stated.rfind("utf-16", 0) == 0 || stated.rfind("utf-32", 0) == 0;
  auto marked = EncodingOfMark(bytes);
  if (marked && is_wide && marked->encoding.name().rfind(stated.substr(0, 6), 0) == 0) {
    if (marked->encoding == encoding || encoding.HasOpenByteOrder()) marked->because = "";
    return *std::move(marked);
  }
  EncodingGuess guess = {encoding, 0, ""};
  if (encoding.HasOpenByteOrder()) {
    const auto wide = EncodingOfZeros(bytes, is_whole);
    if (wide && wide->encoding.name().rfind(stated, 0) == 0) return *wide;
    guess = Guess(stated == "utf-16" ? "utf-16le" : "utf-32le", "assumed: no byte-order mark");
    return guess;
  }
  // A mark of UTF-8 is no part of the text, whatever is stated.
  if (marked && marked->encoding.IsUtf8()) guess.mark_bytes = marked->mark_bytes;
  if (encoding.kind() == Encoding::Kind::kSingleByte && !IsAscii(bytes) &&
      Utf8Of(bytes.substr(guess.mark_bytes), is_whole)) {
    guess.because = "stated in the layout, but the text is valid utf-8";
  }
  return guess;
}

}  // namespace tranche
