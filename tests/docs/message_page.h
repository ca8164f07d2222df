#ifndef TRANCHE_TESTS_DOCS_MESSAGE_PAGE_H_
#define TRANCHE_TESTS_DOCS_MESSAGE_PAGE_H_

#include <string>
#include <vector>

namespace tranche {

/// A message as a golden file has it.
struct GoldenMessage {
  std::string place;    ///< `tests/golden/rulebook/codes.yaml:12:45`
  std::string kind;     ///< `error`, `warning`, `note`
  std::string text;     ///< "unknown item 'raods'"
  std::string excerpt;  ///< the line of the file and the caret; may be empty
  std::string hint;     ///< what to do; may be empty
};

/// The messages of all golden files (`*.expected`) of tests/golden/`folder`, in the order of the
/// files' names and of the lines in them.
std::vector<GoldenMessage> GoldenMessages(const std::string& folder);

/// What messages of one kind share: names, numbers and texts of the user are left out.
std::string PatternOf(const GoldenMessage& message);

/// The page "What Tranche says, and what to do": each pattern once, with its first example.
std::string MessagePage();

/// How many different patterns the page has.
std::size_t DistinctMessages();

}  // namespace tranche

#endif  // TRANCHE_TESTS_DOCS_MESSAGE_PAGE_H_
