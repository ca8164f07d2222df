#ifndef TRANCHE_ENGINE_SOURCE_LANGUAGE_LETTERS_H_
#define TRANCHE_ENGINE_SOURCE_LANGUAGE_LETTERS_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace tranche {

enum class LetterScript : std::uint8_t { kLatin, kGreek, kCyrillic, kHebrew, kArabic };

/// The letters beyond ASCII that a language writes, in small letters, the most frequent one first.
/// For guessing an encoding: text in the right one has the letters of some language.
struct LanguageLetters {
  std::string_view language;  ///< "Czech"
  LetterScript script;
  std::u16string_view letters;
};

/// Languages of the allies, of their neighbours, and some more.
std::span<const LanguageLetters> AllLanguageLetters();

/// The most frequent characters of a language that does not write with an alphabet of some dozen
/// letters. A text has many of them, bytes that merely happen to be valid have few.
struct FrequentCharacters {
  std::string_view language;  ///< "Chinese"
  std::u16string_view characters;
};

enum class EastAsian : std::uint8_t { kSimplified, kTraditional, kJapanese, kKorean };
FrequentCharacters FrequentCharactersOf(EastAsian language);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_LANGUAGE_LETTERS_H_
