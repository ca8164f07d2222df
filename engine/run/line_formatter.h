#ifndef TRANCHE_ENGINE_RUN_LINE_FORMATTER_H_
#define TRANCHE_ENGINE_RUN_LINE_FORMATTER_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/layout/budget_line.h"
#include "engine/match/explain.h"
#include "engine/match/matcher.h"
#include "engine/match/signature.h"
#include "engine/report/line_table.h"
#include "engine/run/chunk_order.h"

namespace tranche {

/// Writes judged lines as rows of lines.csv and undecided.csv. The proof of a line (evidence) is
/// worked out once per distinct line. Scratch of one thread; matcher and schema must outlive it.
class LineFormatter {
 public:
  struct Wanted {
    bool lines = false;      ///< every line
    bool undecided = false;  ///< lines that a person must decide
    bool any() const { return lines || undecided; }
  };

  LineFormatter(const Matcher& matcher, const LineSchema& schema, std::string file_name,
                Wanted wanted);

  /// Appends the batch's lines to `*output`. `rows_before` are the file's rows before the chunk.
  void Append(const LineBatch& batch, std::span<const SignatureId> ids,
              const SignatureTable& signatures, std::uint64_t rows_before, ChunkOutput* output);

 private:
  /// What lines of one signature and year come to.
  struct Judgement {
    Allocation allocation;
    bool is_undecided = false;
    std::string item;
    std::string rule;
    std::string evidence;      ///< of a decision; empty where the line itself proves it
    std::string stale_reason;  ///< what the stale decision said
    OpenDecision open;         ///< views the book and `stale_reason`
  };

  /// Null where the book has no value for the year: the run stops with that error at its end.
  const Judgement* JudgementOf(const Signature& signature, SignatureId id, std::int16_t year);
  /// What lines.csv and undecided.csv say of a line that a person has ruled on.
  void Attribute(const Signature& signature, Judgement* judgement) const;
  const std::string& EvidenceOf(const LineBatch& batch, const BudgetLine& line);

  const Matcher& matcher_;
  const LineSchema& schema_;
  std::string file_name_;
  Wanted wanted_;
  Explainer explainer_;
  absl::flat_hash_map<std::pair<SignatureId, std::int16_t>, std::unique_ptr<const Judgement>>
      judgements_;
  std::string memo_key_;
  absl::flat_hash_map<std::string, std::string> evidence_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_LINE_FORMATTER_H_
