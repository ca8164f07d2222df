#ifndef TRANCHE_ENGINE_MATCH_LINE_JUDGE_H_
#define TRANCHE_ENGINE_MATCH_LINE_JUDGE_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/layout/budget_line.h"
#include "engine/match/column_judge.h"
#include "engine/match/line_class.h"
#include "engine/match/matcher.h"
#include "engine/match/signature.h"
#include "engine/match/text_judge.h"
#include "engine/match/tuple_memo.h"

namespace tranche {

/// Gives each budget line its signature: the fast path. Every distinct value of a column is judged
/// once, every distinct combination of what the columns prove is put to the rules once, everything
/// else is look-up. Scratch of one thread for one schema (one file's plan); not thread-safe.
/// Matcher, schema and signature table must outlive it.
class LineJudge {
 public:
  LineJudge(const Matcher& matcher, const LineSchema& schema, SignatureTable* signatures);

  /// Replaces `*ids` by one signature per line of the batch, in the batch's order. All batches must
  /// have this judge's schema and one and the same GroupTable.
  void Judge(const LineBatch& batch, std::vector<SignatureId>* ids);

 private:
  std::uint32_t ClassOf(const LineGroup& group);
  /// The class of each line, and the languages of each row, of the batch at hand.
  void ClassifyLines(const LineBatch& batch);
  /// What every column of every row proves.
  void JudgeColumns(const LineBatch& batch);
  SignatureId SignatureOf(std::uint32_t row, std::uint32_t class_id);
  Signature Evaluate(const LineClass& line_class);
  void MarkAtoms();
  void CollectCandidates(const LineClass& line_class);
  Tri LeafTruth(const RuleNode& node) const;

  const Matcher& matcher_;
  SchemaBinding binding_;
  SignatureTable* signatures_;

  TextJudge text_judge_;
  AtomSets sets_;
  std::vector<std::pair<std::size_t, ColumnJudge>> columns_;  ///< columns that some rule asks about
  std::vector<std::uint32_t> key_;  ///< of one row: class, then the set of each of columns_
  TupleMemo memo_;

  std::deque<LineClass> classes_;
  absl::flat_hash_map<std::pair<std::vector<std::uint8_t>, LanguageMask>, std::uint32_t> class_ids_;
  std::vector<std::uint32_t> class_of_group_;

  std::vector<std::uint32_t> class_of_line_;
  std::vector<LanguageMask> languages_of_row_;
  std::vector<std::uint32_t> keys_of_rows_;  ///< a key_ per row

  // What the row at hand proves, valid where the stamp is the current one.
  std::uint32_t stamp_ = 0;
  std::vector<std::uint32_t> probe_atoms_;               ///< by atom
  std::vector<std::vector<std::uint32_t>> scope_atoms_;  ///< by scope, then atom
  std::vector<std::uint32_t> probe_present_;             ///< by probe
  std::vector<std::uint32_t> scope_present_;             ///< by scope
  std::vector<AtomId> present_;
  std::vector<RuleId> candidates_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_LINE_JUDGE_H_
