// tranche-bench-stages: the stages of the path, each timed alone while the others run around it, so
// that its input is as warm in the caches as in a real run. Nothing is timed before its result has
// agreed with a plain reading of the same table.
#include <benchmark/benchmark.h>
#include <time.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include "bench/stage_input.h"
#include "engine/match/explain.h"
#include "engine/match/line_judge.h"
#include "engine/run/classify_file.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"

namespace tranche {
namespace {

constexpr std::uint64_t kTableBytes = 64'000'000;
constexpr std::size_t kExplainedEvery = 499;  ///< lines between two that the slow engine judges too

enum class Stage { kParse, kBuild, kJudge };

/// Processor time of this thread: other programs on the machine do not add to it.
double ThreadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// The processor time of one stage, summed over the chunks of a pass.
class StageWatch {
 public:
  explicit StageWatch(Stage stage) : stage_(stage) {}
  template <typename Work>
  void Run(Stage stage, const Work& work) {
    if (stage != stage_) return work();
    const double start = ThreadSeconds();
    work();
    seconds_ += ThreadSeconds() - start;
  }
  double seconds() const { return seconds_; }

 private:
  Stage stage_;
  double seconds_ = 0;
};

/// One thread's way through the table, up to the signatures of its lines.
class Pass {
 public:
  explicit Pass(const StageInput& input)
      : parser_(input.plan().head(), input.plan().wanted_columns()),
        builder_(input.plan(), {}),
        judge_(input.matcher(), input.plan().schema(), &signatures_),
        reader_(*input.input().OpenStream(), input.plan().head()) {}

  /// One chunk further; false at the end.
  bool Next(StageWatch* watch) {
    bool more = false;
    watch->Run(Stage::kParse, [&] {
      more = reader_.Next(&chunk_).value();
      if (more) parser_.Parse(chunk_, &block_);
    });
    if (!more) return false;
    watch->Run(Stage::kBuild, [&] { builder_.Build(block_, &batch_, &rejected_); });
    watch->Run(Stage::kJudge, [&] { judge_.Judge(batch_, &ids_); });
    return true;
  }

  const RowBlock& block() const { return block_; }
  const LineBatch& batch() const { return batch_; }
  std::size_t rejected() const { return rejected_.size(); }
  const FileAccount& account() const { return builder_.account(); }
  const Signature& SignatureOf(std::size_t line) const {
    return signatures_.signature(ids_.at(line));
  }

 private:
  RowParser parser_;
  LineBuilder builder_;
  SignatureTable signatures_;
  LineJudge judge_;
  RowChunkReader reader_;
  RowChunk chunk_;
  RowBlock block_;
  LineBatch batch_;
  std::vector<RejectedRow> rejected_;
  std::vector<SignatureId> ids_;
};

std::string GroupName(const LineGroup& group) {
  return group.country.ToString() + " " + std::to_string(group.year) + " " +
         std::string(PhaseName(group.phase));
}

/// Empty where every group has the expected lines and money, else the first difference.
std::string DifferenceIn(const std::map<LineGroup, TallyCell>& sums, const PlainReading& expected) {
  if (sums.size() != expected.groups.size()) return "the groups are not those expected";
  for (const auto& [group, sum] : sums) {
    const auto found = expected.groups.find(GroupName(group));
    if (found == expected.groups.end()) return GroupName(group) + " is not expected";
    const Int128 micros = Int128{found->second.cents} * (Amount::kMicrosPerUnit / 100);
    if (sum.lines != found->second.lines || sum.sum != Amount::FromMicros(micros)) {
      return GroupName(group) + " has another sum";
    }
  }
  return "";
}

/// Judges single lines again without memo and index, and compares.
std::string DifferenceInRules(const StageInput& input, const Pass& pass, std::size_t* next_line) {
  const Explainer explainer(input.matcher(), input.plan().schema());
  const LineBatch& batch = pass.batch();
  for (; *next_line < batch.lines.size(); *next_line += kExplainedEvery) {
    const BudgetLine& line = batch.lines[*next_line];
    const auto slow = explainer.Explain(batch.row(line.row), batch.groups->group(line.group));
    const Signature& fast = pass.SignatureOf(*next_line);
    if (slow.signature != fast) {
      return "the fast path and the explainer decide differently";
    }
  }
  *next_line -= batch.lines.size();
  return "";
}

/// A whole pass, checked at every stage. Empty where all is as expected.
std::string DifferenceInStages(const StageInput& input) {
  Pass pass(input);
  StageWatch watch(Stage::kJudge);
  std::uint64_t rows = 0, cell_bytes = 0, lines = 0;
  std::size_t next_line = 0;
  while (pass.Next(&watch)) {
    rows += pass.block().row_count();
    for (std::size_t row = 0; row < pass.block().row_count(); ++row) {
      for (const std::string_view cell : pass.block().row(row)) cell_bytes += cell.size();
    }
    lines += pass.batch().lines.size();
    const std::string rules = DifferenceInRules(input, pass, &next_line);
    if (!rules.empty()) return rules;
  }
  const PlainReading& expected = input.expected();
  if (rows != expected.rows || pass.rejected() != 0) return "rows were lost";
  if (cell_bytes != expected.cell_bytes) return "cells do not have the expected bytes";
  if (lines != expected.lines) return "lines were lost";
  std::map<LineGroup, TallyCell> sums;
  for (const auto& [group, sum] : pass.account().read_by_group) sums[group] = {sum.count, sum.sum};
  return DifferenceIn(sums, expected);
}

struct ClassifySetting {
  int threads = 1;
  std::size_t chunk_kib = ClassifyFileOptions().chunk_size_bytes / 1024;
};

absl::Status Classify(const StageInput& input, const ClassifySetting& setting, Tally* tally) {
  ClassifyFileOptions options;
  options.threads = setting.threads;
  options.chunk_size_bytes = setting.chunk_kib * 1024;
  options.write = [](ChunkOutput&) { return absl::OkStatus(); };
  FileAccount account;
  return ClassifyFile(input.plan(), input.input(), input.matcher(), options, tally, &account);
}

std::string DifferenceInTally(const StageInput& input, int threads) {
  Tally tally;
  const absl::Status status = Classify(input, {.threads = threads}, &tally);
  if (!status.ok()) return std::string(status.message());
  std::map<LineGroup, TallyCell> sums;
  for (const auto& [group, cells] : tally.groups()) {
    for (const auto& [signature, cell] : cells) {
      sums[group].lines += cell.lines;
      if (!AddTo(cell.sum, &sums[group].sum)) return "overflow";
    }
  }
  return DifferenceIn(sums, input.expected());
}

void SetRates(benchmark::State& state, const StageInput& input) {
  state.SetBytesProcessed(state.iterations() * input.size_bytes());
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(input.expected().rows));
}

void TimeStage(benchmark::State& state, const StageInput& input, Stage stage) {
  for (auto _ : state) {
    Pass pass(input);
    StageWatch watch(stage);
    while (pass.Next(&watch)) {
    }
    state.SetIterationTime(watch.seconds());
  }
  SetRates(state, input);
}

void TimeClassify(benchmark::State& state, const StageInput& input,
                  const ClassifySetting& setting) {
  for (auto _ : state) {
    Tally tally;
    const absl::Status status = Classify(input, setting, &tally);
    if (!status.ok()) state.SkipWithError(std::string(status.message()).c_str());
  }
  SetRates(state, input);
}

void Register(const StageInput& input) {
  const auto stage = [&](const char* name, Stage which) {
    benchmark::RegisterBenchmark(
        name, [&input, which](benchmark::State& state) { TimeStage(state, input, which); })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
  };
  stage("ReadAndParse", Stage::kParse);
  stage("LineBuilder", Stage::kBuild);
  stage("LineJudge", Stage::kJudge);
  const auto whole = [&](const ClassifySetting& setting) {
    const std::string name = "ClassifyFile/threads:" + std::to_string(setting.threads) +
                             "/chunk_kib:" + std::to_string(setting.chunk_kib);
    benchmark::RegisterBenchmark(
        name.c_str(),
        [&input, setting](benchmark::State& state) { TimeClassify(state, input, setting); })
        ->UseRealTime()
        ->MeasureProcessCPUTime()
        ->Unit(benchmark::kMillisecond);
  };
  whole({.threads = 1});
  whole({.threads = 2});
  for (const std::size_t chunk_kib : std::array<std::size_t, 4>{64, 128, 256, 512}) {
    whole({.threads = 1, .chunk_kib = chunk_kib});
  }
}

int Run() {
  const StageInput input(kTableBytes);
  std::string difference = DifferenceInStages(input);
  if (difference.empty()) difference = DifferenceInTally(input, 1);
  if (difference.empty()) difference = DifferenceInTally(input, 2);
  if (!difference.empty()) {
    std::fprintf(stderr, "the results are wrong, nothing was timed: %s\n", difference.c_str());
    return 1;
  }
  Register(input);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace tranche

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  try {
    return tranche::Run();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "tranche-bench-stages: %s\n", error.what());
    return 2;
  }
}
