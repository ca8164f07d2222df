#ifndef TRANCHE_ENGINE_SOURCE_COMPRESSED_STREAM_H_
#define TRANCHE_ENGINE_SOURCE_COMPRESSED_STREAM_H_

#include <memory>
#include <string>
#include <string_view>

#include "engine/source/input_file.h"

namespace tranche {

/// How many of an input's first bytes CompressionOf needs.
inline constexpr std::size_t kCompressionMarkBytes = 4;

/// By the mark at the beginning of a file, never by its name.
Compression CompressionOf(std::string_view first_bytes);

/// The plain bytes of `compressed`. Files of several parts (gzip members, zstd frames) are read to
/// the last one. `name` is for messages.
std::unique_ptr<ByteStream> MakeGzipStream(std::unique_ptr<ByteStream> compressed,
                                           std::string name);
std::unique_ptr<ByteStream> MakeZstdStream(std::unique_ptr<ByteStream> compressed,
                                           std::string name);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_COMPRESSED_STREAM_H_
