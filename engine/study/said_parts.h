#ifndef TRANCHE_ENGINE_STUDY_SAID_PARTS_H_
#define TRANCHE_ENGINE_STUDY_SAID_PARTS_H_

#include <string>
#include <utility>
#include <vector>

#include "engine/rulebook/rulebook.h"

/// What a book says, part by part, in words that do not depend on the book's own indexes: private
/// to the comparison of books. All functions keep the order of the book.
namespace tranche {

/// One thing that a part says. Of each kind of part all keys are given, in one order, those that it
/// does not say with an empty text.
struct SaidField {
  std::string key;
  std::string text;
  std::string meaning;  ///< where it is not the text that must be the same
  SourceSpan place;     ///< of the value; none where it is not known apart from the part
  bool is_list = false;
  /// Of lists the texts, each with its place; of conditions the pieces.
  std::vector<std::pair<std::string, SourceSpan>> entries;
};

struct SaidPart {
  std::string name;
  SourceSpan place;
  std::vector<SaidField> fields;
};

/// Title, version, `otherwise` and `decide`: each a part with one field of the same name.
std::vector<SaidPart> SaidSettings(const Rulebook& book);
/// The book's own buckets.
std::vector<SaidPart> SaidBuckets(const Rulebook& book);
std::vector<SaidPart> SaidTargets(const Rulebook& book);
std::vector<SaidPart> SaidOptions(const Rulebook& book);
std::vector<SaidPart> SaidItems(const Rulebook& book);
/// By RuleId.
std::vector<SaidPart> SaidRules(const Rulebook& book);
/// With a list of words and one of exceptions for each language that the concept has.
std::vector<SaidPart> SaidConcepts(const Rulebook& book);
std::vector<SaidPart> SaidLists(const Rulebook& book);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_SAID_PARTS_H_
