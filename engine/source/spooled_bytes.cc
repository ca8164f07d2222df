#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "engine/source/raw_bytes.h"
#include "engine/source/spool.h"

namespace tranche {
namespace {

class SpooledBytes : public RawBytes {
 public:
  SpooledBytes(int descriptor, std::string name)
      : descriptor_(descriptor), name_(std::move(name)), spool_(name_) {}

  absl::StatusOr<std::size_t> ReadAt(std::uint64_t offset_bytes, char* buffer,
                                     std::size_t size_bytes) override {
    const std::lock_guard<std::mutex> lock(mutex_);
    while (offset_bytes >= spool_.size_bytes() && !at_end_) {
      if (absl::Status status = ReadMore(size_bytes); !status.ok()) return status;
    }
    return spool_.ReadAt(offset_bytes, buffer, size_bytes);
  }

  std::optional<std::uint64_t> size_bytes() const override { return std::nullopt; }

 private:
  // One read of the input, kept.
  absl::Status ReadMore(std::size_t size_bytes) {
    piece_.resize(std::clamp(size_bytes, std::size_t{1} << 16, std::size_t{1} << 20));
    ssize_t got = 0;
    do {
      got = ::read(descriptor_.get(), piece_.data(), piece_.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) return SystemError(name_, "could not be read", errno);
    at_end_ = got == 0;
    return spool_.Append(std::string_view(piece_.data(), static_cast<std::size_t>(got)));
  }

  OwnedDescriptor descriptor_;
  std::string name_;
  std::mutex mutex_;
  Spool spool_;
  std::string piece_;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<RawBytes> MakeSpooledBytes(int descriptor, std::string name) {
  return std::make_unique<SpooledBytes>(descriptor, std::move(name));
}

}  // namespace tranche
