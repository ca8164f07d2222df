#ifndef TRANCHE_ENGINE_SOURCE_INPUT_FILE_H_
#define TRANCHE_ENGINE_SOURCE_INPUT_FILE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace tranche {

enum class Compression { kNone, kGzip, kZstd };

/// Plain bytes of an input from its beginning, decompressed. Not thread-safe: one reader each.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Fills up to `size_bytes` at `buffer`; 0 means the end. Fewer than asked for is normal.
  /// DataLoss: the compressed data is damaged or ends early.
  virtual absl::StatusOr<std::size_t> Read(char* buffer, std::size_t size_bytes) = 0;
};

class Workbook;

/// One input of a run: a file by positioned reads, a gzip or zstd file or a workbook (recognised by
/// content, not by name), or standard input (`-`; named pipes alike). All of them can be read
/// twice: of standard input the first 4 MiB are kept in memory and the rest goes to an unnamed
/// temporary file.
///
/// Thread-safe once opened; a stream must not outlive it.
class InputFile {
 public:
  /// Errors a person understands, with the path in them: NotFound, a directory
  /// (InvalidArgument), PermissionDenied, an empty file (InvalidArgument: "… is empty"), a workbook
  /// that is damaged, has a password, or is of a format that is not read (.xls, .xlsb).
  static absl::StatusOr<std::unique_ptr<InputFile>> Open(const std::string& path);

  /// The same of bytes that were read already, as they lie on disk; they must outlive it. Errors:
  /// no bytes (InvalidArgument: "… is empty").
  static absl::StatusOr<std::unique_ptr<InputFile>> OfBytes(const std::string& name,
                                                            std::string_view bytes);

  virtual ~InputFile() = default;

  /// As the user wrote it; `(standard input)` for `-`.
  virtual const std::string& name() const = 0;
  virtual Compression compression() const = 0;
  /// Bytes on disk (compressed size where compressed); nothing for standard input.
  virtual std::optional<std::uint64_t> size_bytes() const = 0;
  /// Its sheets, where it is a workbook: choose one before streams are opened. Else null.
  virtual Workbook* workbook() { return nullptr; }
  /// The first bytes after decompression, at most `size_bytes` of them; fewer only where the input
  /// is shorter. Kept: asking again costs nothing.
  virtual absl::StatusOr<std::string_view> Head(std::size_t size_bytes) = 0;
  /// A stream from the first byte on.
  virtual absl::StatusOr<std::unique_ptr<ByteStream>> OpenStream() = 0;
  /// SHA-256 of the bytes on disk (of the spooled bytes for standard input), in hexadecimal. Reads
  /// the input once more.
  virtual absl::StatusOr<std::string> Sha256() = 0;
};

/// The next bytes of `stream`, fewer than `size_bytes` only where it ends.
absl::StatusOr<std::string> ReadUpTo(ByteStream& stream, std::size_t size_bytes);

/// All of `input`, decompressed. OutOfRange where that is more than `most_mib` MiB; `advice` ends
/// the sentence.
absl::StatusOr<std::string> ReadWhole(InputFile& input, std::size_t most_mib,
                                      std::string_view advice);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_INPUT_FILE_H_
