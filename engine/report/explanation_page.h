#ifndef TRANCHE_ENGINE_REPORT_EXPLANATION_PAGE_H_
#define TRANCHE_ENGINE_REPORT_EXPLANATION_PAGE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/report/explained_line.h"

/// The inside of ExplanationText: a page, and its sections. Private to the reports.
namespace tranche {

/// A text that grows: labels on the left, one column of texts beside them.
class ExplanationPage {
 public:
  static constexpr std::size_t kIndent = 2;

  explicit ExplanationPage(const Rulebook& book) : book_(book) {}

  const Rulebook& book() const { return book_; }
  std::string* out() { return &out_; }

  /// Labels of the next row are at most this wide.
  void SetLabelWidth(std::size_t width) { label_width_ = width; }
  /// Where the texts stand.
  std::size_t text_indent() const { return kIndent + label_width_ + 2; }
  /// The label, filled up to where its text begins.
  std::string LabelIndent(std::string_view label) const;

  void Labelled(std::string_view label, std::string_view text);
  /// Nothing where `text` is empty.
  void LabelledIfAny(std::string_view label, std::string_view text) {
    if (!text.empty()) Labelled(label, text);
  }
  /// A heading after an empty line; the empty line alone where it is empty.
  void Title(std::string_view title);
  /// At the left edge.
  void Sentence(std::string_view text);
  /// An entry of a list, and what stands below it.
  void Entry(std::string_view text);
  void Detail(std::string_view text);

 private:
  const Rulebook& book_;
  std::size_t label_width_ = 0;
  std::string out_;
};

/// What the money comes to, and who or what decided that, with the proof.
void AppendDecision(const ExplainedOutcome& outcome, ExplanationPage* page);

/// Why no other rule decided: those that fit and lose, words that do not count, those that miss by
/// one condition, those that could not be tested.
void AppendOtherRules(const ExplainedOutcome& outcome, ExplanationPage* page);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_EXPLANATION_PAGE_H_
