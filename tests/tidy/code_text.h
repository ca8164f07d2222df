#ifndef TRANCHE_TESTS_TIDY_CODE_TEXT_H_
#define TRANCHE_TESTS_TIDY_CODE_TEXT_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tranche::tidy {

/// C++ text with everything that is not code replaced by spaces: comments, the insides of string
/// and character literals, and (in `bare`) preprocessor lines. Line ends stay where they are, so
/// that an offset means the same place in each of them.
struct CodeText {
  std::string code;                // without comments and insides of literals
  std::string bare;                // without preprocessor lines as well
  std::set<int> raw_string_lines;  // lines that end inside a raw string, or in which one ends
};

CodeText ReadCode(std::string_view text);

/// The lines of a text, without their ends. A line end at the very end begins no further line.
std::vector<std::string_view> SplitLines(std::string_view text);

/// A name or keyword, and the line it stands in, counted from 1.
struct Word {
  std::string_view text;
  int line = 0;
};

/// Names, keywords and numbers of blanked code, in order.
std::vector<Word> ReadWords(std::string_view code);

}  // namespace tranche::tidy

#endif  // TRANCHE_TESTS_TIDY_CODE_TEXT_H_
