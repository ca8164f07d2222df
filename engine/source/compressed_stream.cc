#include "engine/source/compressed_stream.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace tranche {
namespace {

constexpr std::size_t kInputBytes = std::size_t{1} << 17;

// The compressed bytes that wait to be decoded.
class PendingInput {
 public:
  explicit PendingInput(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  // The bytes at hand, from the stream where there are none; empty at the end of the input.
  absl::StatusOr<std::string_view> Get() {
    if (begin_ == end_) {
      buffer_.resize(kInputBytes);
      absl::StatusOr<std::size_t> got = stream_->Read(buffer_.data(), buffer_.size());
      if (!got.ok()) return got.status();
      begin_ = 0;
      end_ = *got;
    }
    return std::string_view(buffer_).substr(begin_, end_ - begin_);
  }
  void Take(std::size_t size_bytes) { begin_ += size_bytes; }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

absl::Status EndsEarly(const std::string& name, const char* kind) {
  return absl::DataLossError(name + ": the " + kind +
                             " data ends early; the file was probably not copied completely");
}

absl::Status Damaged(const std::string& name, const char* kind, const char* why) {
  return absl::DataLossError(name + ": the " + kind + " data is damaged (" +
                             (why != nullptr ? why : "no further reason") + ")");
}

class GzipStream : public ByteStream {
 public:
  GzipStream(std::unique_ptr<ByteStream> compressed, std::string name)
      : input_(std::move(compressed)), name_(std::move(name)) {
    // 16 asks for gzip's own frame around the data.
    ready_ = ::inflateInit2(&state_, MAX_WBITS + 16) == Z_OK;
  }
  ~GzipStream() override {
    if (ready_) ::inflateEnd(&state_);
  }

  absl::StatusOr<std::size_t> Read(char* buffer, std::size_t size_bytes) override {
    if (!ready_) return absl::ResourceExhaustedError(name_ + ": no memory to unpack it");
    const auto room =
        static_cast<uInt>(std::min<std::size_t>(size_bytes, std::numeric_limits<uInt>::max()));
    state_.next_out = reinterpret_cast<Bytef*>(buffer);
    state_.avail_out = room;
    while (state_.avail_out == room && !at_end_) {
      if (absl::Status status = Step(); !status.ok()) return status;
    }
    return room - state_.avail_out;
  }

 private:
  absl::Status Step() {
    absl::StatusOr<std::string_view> bytes = input_.Get();
    if (!bytes.ok()) return bytes.status();
    if (between_members_) return StartMember(*bytes);
    if (bytes->empty()) return EndsEarly(name_, "gzip");
    // zlib's interface is older than const; it does not write here.
    state_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes->data()));
    state_.avail_in = static_cast<uInt>(bytes->size());
    const int result = ::inflate(&state_, Z_NO_FLUSH);
    input_.Take(bytes->size() - state_.avail_in);
    if (result == Z_STREAM_END) {
      between_members_ = true;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      return Damaged(name_, "gzip", state_.msg);
    }
    return absl::OkStatus();
  }

  // Behind a member comes the next one, the end, or the zeros that tapes and some tools append.
  absl::Status StartMember(std::string_view bytes) {
    if (bytes.empty()) {
      at_end_ = true;
    } else if (bytes.front() == '\0') {
      const std::size_t zeros = bytes.find_first_not_of('\0');
      input_.Take(zeros == std::string_view::npos ? bytes.size() : zeros);
      padded_ = true;
    } else if (padded_) {
      return Damaged(name_, "gzip", "there are other bytes behind its end");
    } else {
      ::inflateReset(&state_);
      between_members_ = false;
    }
    return absl::OkStatus();
  }

  PendingInput input_;
  std::string name_;
  z_stream state_ = {};
  bool ready_ = false;
  bool between_members_ = false;
  bool padded_ = false;
  bool at_end_ = false;
};

class ZstdStream : public ByteStream {
 public:
  ZstdStream(std::unique_ptr<ByteStream> compressed, std::string name)
      : input_(std::move(compressed)), name_(std::move(name)), state_(::ZSTD_createDStream()) {}
  ~ZstdStream() override { ::ZSTD_freeDStream(state_); }
  ZstdStream(const ZstdStream&) = delete;
  ZstdStream& operator=(const ZstdStream&) = delete;

  absl::StatusOr<std::size_t> Read(char* buffer, std::size_t size_bytes) override {
    if (state_ == nullptr) return absl::ResourceExhaustedError(name_ + ": no memory to unpack it");
    ZSTD_outBuffer output = {buffer, size_bytes, 0};
    while (output.pos == 0 && size_bytes > 0) {
      absl::StatusOr<std::string_view> bytes = input_.Get();
      if (!bytes.ok()) return bytes.status();
      // Even without new input the decoder may hold bytes that did not fit into the last buffer.
      ZSTD_inBuffer input = {bytes->data(), bytes->size(), 0};
      if (bytes->empty() && frame_done_) break;
      const std::size_t result = ::ZSTD_decompressStream(state_, &output, &input);
      if (::ZSTD_isError(result) != 0) {
        return Damaged(name_, "zstd", ::ZSTD_getErrorName(result));
      }
      input_.Take(input.pos);
      frame_done_ = result == 0;
      if (bytes->empty() && output.pos == 0 && !frame_done_) return EndsEarly(name_, "zstd");
    }
    return output.pos;
  }

 private:
  PendingInput input_;
  std::string name_;
  ZSTD_DStream* state_;
  bool frame_done_ = false;
};

}  // namespace

Compression CompressionOf(std::string_view first_bytes) {
  if (first_bytes.substr(0, 3) == "\x1F\x8B\x08") return Compression::kGzip;
  if (first_bytes.substr(0, 4) == "\x28\xB5\x2F\xFD") return Compression::kZstd;
  return Compression::kNone;
}

std::unique_ptr<ByteStream> MakeGzipStream(std::unique_ptr<ByteStream> compressed,
                                           std::string name) {
  return std::make_unique<GzipStream>(std::move(compressed), std::move(name));
}

std::unique_ptr<ByteStream> MakeZstdStream(std::unique_ptr<ByteStream> compressed,
                                           std::string name) {
  return std::make_unique<ZstdStream>(std::move(compressed), std::move(name));
}

}  // namespace tranche
