#ifndef TRANCHE_ENGINE_RULEBOOK_VOCABULARY_H_
#define TRANCHE_ENGINE_RULEBOOK_VOCABULARY_H_

#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/rulebook/code_pattern.h"
#include "engine/rulebook/condition.h"
#include "engine/rulebook/word_pattern.h"

/// The words of a rulebook: concepts by language, and lists from CSV files. Plain values.
namespace tranche {

/// A thing that texts mention, with its words by language.
struct Concept {
  std::string name;
  std::string title;
  SourceSpan span;
};

/// Words of one concept in one language. `language` is `any` for words that hold everywhere.
struct ConceptWords {
  ConceptId concept_id = 0;
  std::string language;
  std::vector<WordPattern> words;
  std::vector<WordPattern> except;  ///< longer phrases that look like the concept and are not it
};

/// `lists:`: words or codes from a column of a CSV file, for `listed` conditions.
struct WordList {
  std::string name;
  std::string scheme;              ///< empty: words, looked for in texts; else codes of this scheme
  std::vector<WordPattern> words;  ///< of words
  std::vector<CodePattern> codes;  ///< of codes
  SourceSpan span;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_VOCABULARY_H_
