#ifndef TRANCHE_BENCH_STAGE_INPUT_H_
#define TRANCHE_BENCH_STAGE_INPUT_H_

#include <cstdint>
#include <memory>
#include <string>

#include "bench/plain_reading.h"
#include "engine/layout/layout.h"
#include "engine/match/matcher.h"
#include "engine/run/file_preparation.h"

namespace tranche {

/// Everything that the stages need, made once: a generated table in a temporary file (removed at
/// the end), its plan, the shipped rulebook compiled, and what the table holds by plain reading.
/// Throws std::runtime_error where something cannot be made.
class StageInput {
 public:
  explicit StageInput(std::uint64_t size_bytes);
  ~StageInput();
  StageInput(const StageInput&) = delete;
  StageInput& operator=(const StageInput&) = delete;

  std::int64_t size_bytes() const { return size_bytes_; }
  InputFile& input() const { return *file_.input; }
  const FilePlan& plan() const { return *file_.plan; }
  const Matcher& matcher() const { return *matcher_; }
  const PlainReading& expected() const { return expected_; }

 private:
  void WriteTable(std::uint64_t size_bytes);
  void LoadRules();

  std::string path_;
  std::int64_t size_bytes_ = 0;
  PlainReading expected_;
  CountryTable countries_;
  Layouts layouts_;
  std::shared_ptr<const Matcher> matcher_;
  PreparedFile file_;
};

}  // namespace tranche

#endif  // TRANCHE_BENCH_STAGE_INPUT_H_
