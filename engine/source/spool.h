#ifndef TRANCHE_ENGINE_SOURCE_SPOOL_H_
#define TRANCHE_ENGINE_SOURCE_SPOOL_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace tranche {

class RawBytes;

/// Bytes that come once and are read many times: the first 4 MiB are kept in memory, everything
/// behind them goes to a temporary file without a name (in $TMPDIR, else /tmp), so that memory
/// stays bounded.
///
/// Append from one thread at a time. ReadAt from any number of threads while nobody appends.
class Spool {
 public:
  /// `name` is for messages.
  explicit Spool(std::string name);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  absl::Status Append(std::string_view bytes);
  /// Fills up to `size_bytes` at `buffer`, fewer where memory ends and the file begins; 0 behind
  /// the last byte.
  absl::StatusOr<std::size_t> ReadAt(std::uint64_t offset_bytes, char* buffer,
                                     std::size_t size_bytes) const;
  std::uint64_t size_bytes() const { return size_bytes_; }

 private:
  absl::Status OpenFile();

  std::string name_;
  std::string memory_;              // the first bytes
  std::unique_ptr<RawBytes> file_;  // all bytes behind them; owns descriptor_
  int descriptor_ = -1;
  std::uint64_t size_bytes_ = 0;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_SPOOL_H_
