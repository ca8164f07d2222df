#ifndef TRANCHE_TESTS_SOURCE_LANGUAGE_SAMPLES_H_
#define TRANCHE_TESTS_SOURCE_LANGUAGE_SAMPLES_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tranche {

/// Budget texts of our own making in one language, and the encodings in which such files come.
struct LanguageSample {
  std::string_view language;
  std::vector<std::string_view> encodings;
  std::vector<std::string_view> titles;  ///< UTF-8
};

std::span<const LanguageSample> LanguageSamples();

/// A table of `rows` rows, whose first column has the titles of `sample`, again and again, and
/// whose other columns are `code` and `amount`; with semicolons, UTF-8.
std::string SampleTable(const LanguageSample& sample, std::size_t rows);

/// `utf8` in another encoding, by ICU. A character that it does not have fails the test.
std::string Encoded(std::string_view utf8, std::string_view encoding);

/// The same, but a character that the encoding does not have becomes a question mark.
std::string EncodedAsFarAsPossible(std::string_view utf8, std::string_view encoding);

}  // namespace tranche

#endif  // TRANCHE_TESTS_SOURCE_LANGUAGE_SAMPLES_H_
