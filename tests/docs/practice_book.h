#ifndef TRANCHE_TESTS_DOCS_PRACTICE_BOOK_H_
#define TRANCHE_TESTS_DOCS_PRACTICE_BOOK_H_

#include <optional>
#include <string>

#include "engine/base/country.h"
#include "engine/rulebook/rulebook.h"
#include "tests/docs/fenced_blocks.h"

namespace tranche {

/// What loading a snippet and running its examples gave.
struct LoadedSnippet {
  std::optional<Rulebook> book;
  /// `error: …` and `  hint: …`, one a line, without places: those of the completed book say
  /// nothing to a reader of the page.
  std::string messages;
};

/// The folder in which the snippets of a page are tried: a copy of rules/, with the page's first
/// whole rulebook, the practice book, in it. Snippets are completed as rules/README.md says.
class PracticeFolder {
 public:
  PracticeFolder(std::string practice_book, const CountryTable& countries);
  ~PracticeFolder();
  PracticeFolder(const PracticeFolder&) = delete;
  PracticeFolder& operator=(const PracticeFolder&) = delete;

  /// Loads a snippet of `kind` (`book`, `part`, `rule`, `language`, `layout`); nothing where there
  /// is no such kind. A language needs `words/concepts.yaml` beside it.
  std::optional<LoadedSnippet> Load(const std::string& kind, const std::string& text);
  /// Writes a file that snippets name.
  void Keep(const std::string& name, const std::string& text) const;

 private:
  LoadedSnippet LoadBook(const std::string& text) const;
  LoadedSnippet LoadLayoutText(const std::string& text) const;

  std::string practice_book_;
  const CountryTable& countries_;
  std::string folder_;
};

}  // namespace tranche

#endif  // TRANCHE_TESTS_DOCS_PRACTICE_BOOK_H_
