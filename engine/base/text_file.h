#ifndef TRANCHE_ENGINE_BASE_TEXT_FILE_H_
#define TRANCHE_ENGINE_BASE_TEXT_FILE_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace tranche {

/// No file that a person writes is larger, nor are all files of a rulebook together.
inline constexpr std::uintmax_t kMaxTextBytes = std::uintmax_t{64} << 20;

/// Whether a file that a person writes (YAML, a list) may be read into memory as a whole: it is
/// there, it is a file (a pipe that nobody writes to would be waited for without end, a device may
/// have no end), and it has at most kMaxTextBytes. The status says what it is instead.
absl::Status CheckTextFile(const std::string& path);

/// Its bytes, after the same check. InvalidArgument, too, for a file that grows past the limit
/// while it is read.
absl::StatusOr<std::string> ReadTextFile(const std::string& path);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_TEXT_FILE_H_
