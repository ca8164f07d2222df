#ifndef TRANCHE_ENGINE_RUN_RUN_OUTPUT_H_
#define TRANCHE_ENGINE_RUN_RUN_OUTPUT_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/report/run_record.h"
#include "engine/run/chunk_order.h"
#include "engine/run/file_preparation.h"
#include "engine/run/home.h"
#include "engine/run/run_folder.h"
#include "engine/tally/result.h"

namespace tranche {

struct ClassifyRequest;

/// For people: with a place in the file where there is one to look up.
RejectedInFile RejectedIn(InputFile& input, const RejectedRow& row);

/// Fills the run folder of a classify run: the tables that grow with the input while the run goes
/// on, the rest at its end, and `used/`, a home of its own with everything that is needed to get
/// the same figure again. Calls come one at a time.
class RunOutput {
 public:
  /// Fails at once where the folder exists or cannot be made.
  static absl::StatusOr<RunOutput> Begin(const std::string& folder, bool with_lines);

  /// Writes what one chunk of `input` gave.
  absl::Status Write(InputFile& input, const ChunkOutput& chunk);

  /// Writes all other files and gives the folder its name.
  absl::Status Finish(const ClassifyRequest& request, const LineSelection& selection,
                      const ClassifyResult& result, const std::vector<PreparedFile>& files,
                      const RunTimings& timings);

 private:
  explicit RunOutput(RunFolder folder) : folder_(std::move(folder)) {}

  absl::Status CloseTables();
  absl::Status WriteRecord(const ClassifyRequest& request, const LineSelection& selection,
                           const ClassifyResult& result, const std::vector<PreparedFile>& files);
  absl::Status CopyUsed(const ClassifyRequest& request, const ClassifyResult& result,
                        const std::vector<PreparedFile>& files);
  /// The book as it was applied, which `--home used` takes: the same figures without the flags.
  absl::Status WriteResolvedBook(const Home& home, const Rulebook& book);

  RunFolder folder_;
  std::optional<OutputFile> lines_, undecided_, rejected_;
  std::string rejected_csv_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_RUN_OUTPUT_H_
