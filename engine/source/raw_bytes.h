#ifndef TRANCHE_ENGINE_SOURCE_RAW_BYTES_H_
#define TRANCHE_ENGINE_SOURCE_RAW_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/source/input_file.h"

namespace tranche {

/// The bytes of an input as they lie on disk, before decompression, readable at any place any
/// number of times. Thread-safe.
class RawBytes {
 public:
  virtual ~RawBytes() = default;
  /// Fills up to `size_bytes` at `buffer`; 0 means the end.
  virtual absl::StatusOr<std::size_t> ReadAt(std::uint64_t offset_bytes, char* buffer,
                                             std::size_t size_bytes) = 0;
  /// Nothing where the end is not known yet.
  virtual std::optional<std::uint64_t> size_bytes() const = 0;
};

/// A regular file, by positioned reads. Takes over `descriptor`. `name` is for messages.
std::unique_ptr<RawBytes> MakeFileBytes(int descriptor, std::uint64_t size_bytes, std::string name);

/// A descriptor that can be read only once, forwards: standard input, a pipe. What has been read is
/// kept, the first 4 MiB in memory, everything behind them in a temporary file without a name
/// (in $TMPDIR, else /tmp), so that memory stays bounded and the input can be read again.
/// Takes over `descriptor`, unless it is standard input.
std::unique_ptr<RawBytes> MakeSpooledBytes(int descriptor, std::string name);

/// Bytes in memory, which must outlive it.
std::unique_ptr<RawBytes> MakeMemoryBytes(std::string_view bytes);

/// The bytes of `raw` from the first one on. `raw` must outlive the stream.
std::unique_ptr<ByteStream> MakeRawStream(RawBytes& raw);

/// SHA-256 of all bytes, in hexadecimal.
absl::StatusOr<std::string> Sha256Of(RawBytes& raw);

/// Closes its descriptor, except standard input.
class OwnedDescriptor {
 public:
  explicit OwnedDescriptor(int descriptor) : descriptor_(descriptor) {}
  ~OwnedDescriptor();
  OwnedDescriptor(const OwnedDescriptor&) = delete;
  OwnedDescriptor& operator=(const OwnedDescriptor&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

/// `NAME: WHAT: the system's own words`, with the code that fits `error` (an errno value).
absl::Status SystemError(const std::string& name, const char* what, int error);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_RAW_BYTES_H_
