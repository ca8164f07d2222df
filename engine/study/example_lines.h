#ifndef TRANCHE_ENGINE_STUDY_EXAMPLE_LINES_H_
#define TRANCHE_ENGINE_STUDY_EXAMPLE_LINES_H_

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/layout/budget_line.h"
#include "engine/rulebook/rulebook.h"

/// The examples of a book as budget lines: private to the study of examples.
namespace tranche {

/// Where an example stands in its book.
struct ExamplePlace {
  RuleId rule = 0;
  std::size_t example = 0;  ///< index in Rule::examples
};

/// Examples that speak of the same columns, as one batch: each is one row with one line. Views
/// point into the book, which must outlive it.
class ExampleBatch {
 public:
  explicit ExampleBatch(LineSchema schema) : schema_(std::move(schema)) {
    batch_.schema = &schema_;
    batch_.groups = &groups_;
  }
  ExampleBatch(const ExampleBatch&) = delete;
  ExampleBatch& operator=(const ExampleBatch&) = delete;

  void Add(const ExamplePlace& place, const RuleExample& example, const LineGroup& group);

  const LineBatch& batch() const { return batch_; }
  const std::vector<ExamplePlace>& places() const { return places_; }
  const LineGroup& group(std::size_t row) const { return groups_.group(batch_.lines[row].group); }

 private:
  LineSchema schema_;
  GroupTable groups_;
  LineBatch batch_;
  std::vector<ExamplePlace> places_;
};

/// All examples of `book`. What an example does not say is what its rule asks for first: a country
/// that its rule names, the first year that it names (else 2025, when the pledge was made). Without
/// a country there either, the line has none, and its words count in every language of the
/// vocabulary.
std::deque<ExampleBatch> ExampleBatches(const Rulebook& book);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_EXAMPLE_LINES_H_
