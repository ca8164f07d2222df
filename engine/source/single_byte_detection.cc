// Encodings of one byte per character, told from each other by the letters that they give.
//
// For each candidate and each language: how likely are the characters beyond ASCII, each seen with
// its neighbours? The logarithms of these likelihoods are added up, and the distance between the
// best candidate and the next one is how sure the answer is.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/source/encoding_detection.h"
#include "engine/source/language_letters.h"

namespace tranche {
namespace {

struct Candidate {
  const char* name;
  double prior;  // logarithm: how rare such files are
};
// The more usual one first: it is taken where several read the bytes at hand alike.
constexpr Candidate kCandidates[] = {
    {"windows-1252", 0},
    {"windows-1250", -0.5},
    {"windows-1251", -0.5},
    {"windows-1253", -0.5},
    {"windows-1254", -0.7},
    {"windows-1257", -0.7},
    {"windows-1255", -0.7},
    {"windows-1256", -0.7},
    {"iso-8859-2", -1},
    {"iso-8859-7", -1},
    {"iso-8859-15", -1.2},
    {"iso-8859-13", -1.2},
    {"iso-8859-5", -1.5},
    {"iso-8859-6", -1.5},
    {"iso-8859-8", -1.5},
    {"iso-8859-3", -3},
    {"iso-8859-4", -3},
    {"koi8-r", -1},
    {"koi8-u", -1},
    {"cp850", -2.2},
    {"cp852", -2.2},
    {"cp866", -2},
    {"cp737", -2.2},
    {"cp775", -3},
    {"cp857", -3},
    {"cp862", -3},
    {"macintosh", -3.5},
    {"x-mac-ce", -4},
    {"x-mac-cyrillic", -3.5},
    {"x-mac-greek", -4},
    {"x-mac-turkish", -5},
};

// Marks that any text may have: spaces, dashes, quotes, units, ordinals.
constexpr std::u16string_view kMarks = u"\u00A0–’“”„«»…—‘§°€№·•½²³ºª¿¡´£‚‹›±×";
constexpr std::u16string_view kMarksInsideWords = u"’·´‘\u00AD";

// Logarithms of likelihoods.
constexpr double kMark = -6;
constexpr double kLetterOfScript = -8;  // of another language
constexpr double kStrange = -11.5;
constexpr double kUndefined = -13;
constexpr double kCapital = -1.2;
constexpr double kCapitalBehindCapital = -0.2;
constexpr double kCapitalInsideWord = -3.5;
constexpr double kLoneLetter = -3;
constexpr double kMixedScripts = -3;
constexpr double kMarkInsideWord = -3;
constexpr double kApostropheFirst = -5;

constexpr double kSure = 15;
constexpr double kFairlySure = 4;
// Below this, per character, the text is in no language of the tables.
constexpr double kLeastLikely = -7;

// A byte beyond ASCII with its neighbours, and how much it tells: a word that comes a thousand
// times is no thousand proofs.
struct Sight {
  char before = ' ';
  char byte = ' ';
  char behind = ' ';
  double weight = 0;
};

std::vector<Sight> SightsOf(std::string_view bytes) {
  std::unordered_map<std::uint32_t, std::uint32_t> counts;
  const auto value = [](char c) { return std::uint32_t{static_cast<unsigned char>(c)}; };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (value(bytes[at]) < 0x80) continue;
    const char before = at > 0 ? bytes[at - 1] : ' ';
    const char behind = at + 1 < bytes.size() ? bytes[at + 1] : ' ';
    ++counts[value(before) << 16 | value(bytes[at]) << 8 | value(behind)];
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sorted(counts.begin(), counts.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<Sight> sights;
  sights.reserve(sorted.size());
  for (const auto& [key, count] : sorted) {
    sights.push_back({static_cast<char>(key >> 16), static_cast<char>(key >> 8 & 0xFF),
                      static_cast<char>(key & 0xFF), 1 + std::log2(count)});
  }
  return sights;
}

using CodePoints = std::array<char16_t, 256>;  // 0 where there is none

CodePoints CodePointsOf(const Encoding& encoding) {
  CodePoints points = {};
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Encoding::Letter& letter = encoding.letter(static_cast<char>(i));
    if (letter.size == 0) continue;
    const std::string_view text(letter.bytes.data(), letter.size);
    points[i] = static_cast<char16_t>(DecodeUtf8(text, 0).value);
  }
  return points;
}

char16_t At(const CodePoints& points, char byte) {
  return points[static_cast<unsigned char>(byte)];
}
bool IsOneOf(char16_t point, std::u16string_view set) {
  return set.find(point) != std::u16string_view::npos;
}
bool IsMark(char16_t point) { return IsOneOf(point, kMarks); }
bool IsLetter(char16_t point) { return ::u_isalpha(point) != 0 && !IsMark(point); }
bool IsLower(char16_t point) { return ::u_islower(point) != 0; }
bool IsUpper(char16_t point) { return ::u_isupper(point) != 0; }
bool IsBasicLetter(char16_t point) { return point < 0x80 && IsLetter(point); }

// What a candidate makes of a Sight, before any language is asked.
struct Seen {
  char16_t letter = 0;  // in small; 0 where it is none
  double likelihood = 0;
  double weight = 0;
};

bool IsOfScript(char16_t point, LetterScript script) {
  switch (script) {
    case LetterScript::kLatin:
      return (point >= 0xC0 && point <= 0x17F) || (point >= 0x218 && point <= 0x21B);
    case LetterScript::kGreek:
      return point >= 0x370 && point <= 0x3FF;
    case LetterScript::kCyrillic:
      return point >= 0x400 && point <= 0x4FF;
    case LetterScript::kHebrew:
      return point >= 0x590 && point <= 0x5FF;
    case LetterScript::kArabic:
      return point >= 0x600 && point <= 0x6FF;
  }
  return false;
}

Seen Look(const Sight& sight, const CodePoints& points) {
  const char16_t point = At(points, sight.byte);
  const char16_t before = At(points, sight.before);
  const char16_t behind = At(points, sight.behind);
  Seen seen;
  seen.weight = sight.weight;
  if (point == 0) {
    seen.likelihood = kUndefined;
    return seen;
  }
  const bool is_inside = IsLetter(before) && IsLetter(behind);
  if (!IsLetter(point)) {
    seen.likelihood = IsMark(point) ? kMark : kStrange;
    if (is_inside && !IsOneOf(point, kMarksInsideWords)) seen.likelihood += kMarkInsideWord;
    if (point == u'’' && !IsLetter(before) && IsLetter(behind)) {
      seen.likelihood += kApostropheFirst;
    }
    return seen;
  }
  // İ is a letter of its own.
  seen.letter = point == u'İ' ? point : static_cast<char16_t>(::u_tolower(point));
  if (IsUpper(point)) {
    seen.likelihood += IsUpper(before) ? kCapitalBehindCapital : kCapital;
    if (IsLower(before) || (IsLetter(before) && IsLower(behind))) {
      seen.likelihood += kCapitalInsideWord;
    }
  }
  if (!IsLetter(before) && !IsLetter(behind)) seen.likelihood += kLoneLetter;
  if (!IsOfScript(point, LetterScript::kLatin) &&
      (IsBasicLetter(before) || IsBasicLetter(behind))) {
    seen.likelihood += kMixedScripts;
  }
  return seen;
}

// How likely each letter is in a language, by its rank.
class LetterLikelihood {
 public:
  explicit LetterLikelihood(const LanguageLetters& language) : language_(language) {
    double sum = 0;
    for (std::size_t rank = 0; rank < language.letters.size(); ++rank) sum += Share(rank);
    for (std::size_t rank = 0; rank < language.letters.size(); ++rank) {
      by_letter_.emplace(language.letters[rank], std::log(0.9 * Share(rank) / sum));
    }
  }
  double operator()(char16_t letter) const {
    const auto found = by_letter_.find(letter);
    if (found != by_letter_.end()) return found->second;
    return IsOfScript(letter, language_.script) ? kLetterOfScript : kStrange;
  }

 private:
  static double Share(std::size_t rank) { return 1.0 / (static_cast<double>(rank) + 2); }

  const LanguageLetters& language_;
  std::unordered_map<char16_t, double> by_letter_;
};

struct Reading {
  Encoding encoding;
  CodePoints points = {};
  double score = 0;
  std::string_view language;
};

// The score of a candidate in the language that fits best.
Reading Read(const Candidate& candidate, const std::vector<Sight>& sights,
             const std::vector<LetterLikelihood>& languages) {
  Reading reading;
  reading.encoding = EncodingByName(candidate.name).value_or(Encoding());
  reading.points = CodePointsOf(reading.encoding);
  double fixed = candidate.prior;
  std::map<char16_t, double> letters;  // weight of each
  for (const Sight& sight : sights) {
    const Seen seen = Look(sight, reading.points);
    fixed += seen.weight * seen.likelihood;
    if (seen.letter != 0) letters[seen.letter] += seen.weight;
  }
  for (std::size_t i = 0; i < languages.size(); ++i) {
    double score = fixed;
    for (const auto& [letter, weight] : letters) score += weight * languages[i](letter);
    if (i == 0 || score > reading.score) {
      reading.score = score;
      reading.language = AllLanguageLetters()[i].language;
    }
  }
  return reading;
}

std::string Decoded(std::string_view bytes, const CodePoints& points) {
  std::string text;
  for (const char byte : bytes) {
    const char16_t point = At(points, byte);
    AppendUtf8(point == 0 ? U'\uFFFD' : point, &text);
  }
  return text;
}

// The first word of `bytes` that the two read differently, or nothing.
std::string_view TellingWord(std::string_view bytes, const CodePoints& a, const CodePoints& b) {
  constexpr std::size_t kMostBytes = 24;
  const auto is_of_word = [&](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || IsBasicLetter(static_cast<char16_t>(c));
  };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (At(a, bytes[at]) == At(b, bytes[at])) continue;
    std::size_t begin = at;
    std::size_t end = at + 1;
    while (begin > 0 && at - begin < kMostBytes && is_of_word(bytes[begin - 1])) --begin;
    while (end < bytes.size() && end - at < kMostBytes && is_of_word(bytes[end])) ++end;
    return bytes.substr(begin, end - begin);
  }
  return {};
}

}  // namespace

EncodingGuess DetectSingleByteEncoding(std::string_view bytes) {
  const std::vector<Sight> sights = SightsOf(bytes);
  std::vector<LetterLikelihood> languages;
  for (const LanguageLetters& language : AllLanguageLetters()) languages.emplace_back(language);
  std::vector<Reading> readings;
  for (const Candidate& candidate : kCandidates) {
    readings.push_back(Read(candidate, sights, languages));
  }
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Reading& a, const Reading& b) { return a.score > b.score; });
  const Reading& best = readings.front();
  EncodingGuess guess;
  guess.encoding = best.encoding;
  double weight = 0;
  for (const Sight& sight : sights) weight += sight.weight;
  if (best.score < kLeastLikely * weight) {
    guess.because =
        "assumed, NOT sure: the letters fit no language well; look at the texts, and state"
        " `encoding` in the layout";
    return guess;
  }
  const std::string letters = "letters as in " + std::string(best.language);
  const auto next = std::find_if(readings.begin() + 1, readings.end(), [&](const Reading& other) {
    return !TellingWord(bytes, best.points, other.points).empty();
  });
  const double distance = next == readings.end() ? kSure : best.score - next->score;
  if (distance >= kSure) {
    guess.because = "assumed, sure: " + letters;
    return guess;
  }
  const std::string_view word = TellingWord(bytes, best.points, next->points);
  const std::string other(next->encoding.name());
  const std::string reads = "'" + Decoded(word, best.points) + "'";
  const std::string would_read = "'" + Decoded(word, next->points) + "'";
  guess.because = distance >= kFairlySure
                      ? "assumed, fairly sure: " + letters + ", " + reads + "; next " + other +
                            ", " + would_read
                      : "assumed, NOT sure: it reads " + reads + "; if " + would_read +
                            " is right, state `encoding: " + other + "` in the layout";
  return guess;
}

}  // namespace tranche
