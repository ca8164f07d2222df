#ifndef TRANCHE_ENGINE_REPORT_RUN_RECORD_H_
#define TRANCHE_ENGINE_REPORT_RUN_RECORD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/layout/file_plan.h"
#include "engine/tally/result.h"

namespace tranche {

/// A file that a run has read, with its fingerprint.
struct RecordedFile {
  std::string path;
  std::string sha256;  ///< 64 hexadecimal digits, of the bytes on disk; empty: not computed
};

/// An input file as it lay on disk.
struct RecordedInput {
  std::string name;
  std::optional<std::uint64_t> size_bytes;  ///< nothing for standard input
  std::string sha256;
  std::string compression;  ///< `none`, `gzip`, `zstd`
};

/// What somebody needs to know next year to get the same figure. Everything that the result itself
/// knows (rulebook, layouts, assumptions, GDP editions, reconciliation) is taken from there.
struct RunRecord {
  std::string version;  ///< of the program
  std::vector<RecordedInput> inputs;
  std::vector<RecordedFile> layouts;
  std::vector<RecordedFile> companions;  ///< lookups and crosswalks
  std::optional<RecordedFile> gdp;
  LineSelection selection;
  const ClassifyResult* result = nullptr;  ///< must outlive the call
};

/// run.json. The rulebook's files are hashed here, from the texts that were loaded. Thread-safe.
std::string RunJson(const RunRecord& record);

/// When, how and how long it ran: apart from run.json, which is the same whenever the same is done.
struct RunTimings {
  std::string started;                    ///< UTC, `2025-06-25T09:30:00Z`
  std::vector<std::string> command_line;  ///< word by word
  std::vector<std::pair<std::string, std::int64_t>> steps_microseconds;  ///< in order
  std::int64_t total_microseconds = 0;
  std::uint64_t input_bytes = 0;  ///< after decompression
  std::uint64_t rows = 0;
  std::size_t threads = 0;
};

/// timings.json: seconds with six decimals, as numbers. Thread-safe.
std::string TimingsJson(const RunTimings& timings);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_RUN_RECORD_H_
