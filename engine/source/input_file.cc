#include "engine/source/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <list>
#include <mutex>
#include <utility>

#include "engine/source/compressed_stream.h"
#include "engine/source/raw_bytes.h"
#include "engine/source/workbook_input.h"

namespace tranche {
namespace {

class OpenedFile : public InputFile {
 public:
  OpenedFile(std::string name, std::unique_ptr<RawBytes> raw, Compression compression)
      : name_(std::move(name)), raw_(std::move(raw)), compression_(compression) {}

  const std::string& name() const override { return name_; }
  Compression compression() const override { return compression_; }
  std::optional<std::uint64_t> size_bytes() const override { return raw_->size_bytes(); }

  absl::StatusOr<std::string_view> Head(std::size_t size_bytes) override {
    const std::lock_guard<std::mutex> lock(head_mutex_);
    if (heads_.empty() || (heads_.back().size() < size_bytes && !head_is_all_)) {
      if (absl::Status status = ReadHead(size_bytes); !status.ok()) return status;
    }
    return std::string_view(heads_.back()).substr(0, size_bytes);
  }

  absl::StatusOr<std::unique_ptr<ByteStream>> OpenStream() override {
    std::unique_ptr<ByteStream> stream = MakeRawStream(*raw_);
    switch (compression_) {
      case Compression::kNone:
        break;
      case Compression::kGzip:
        return MakeGzipStream(std::move(stream), name_);
      case Compression::kZstd:
        return MakeZstdStream(std::move(stream), name_);
    }
    return stream;
  }

  absl::StatusOr<std::string> Sha256() override { return Sha256Of(*raw_); }

 private:
  absl::Status ReadHead(std::size_t size_bytes) {
    absl::StatusOr<std::unique_ptr<ByteStream>> stream = OpenStream();
    if (!stream.ok()) return stream.status();
    absl::StatusOr<std::string> head = ReadUpTo(**stream, size_bytes);
    if (!head.ok()) return head.status();
    head_is_all_ = head->size() < size_bytes;
    heads_.push_back(*std::move(head));
    return absl::OkStatus();
  }

  std::string name_;
  std::unique_ptr<RawBytes> raw_;
  Compression compression_;
  std::mutex head_mutex_;
  std::list<std::string> heads_;  // the last is the longest; views of the others stay valid
  bool head_is_all_ = false;
};

absl::StatusOr<std::unique_ptr<RawBytes>> OpenRaw(const std::string& path,
                                                  const std::string& name) {
  if (path == "-") return MakeSpooledBytes(STDIN_FILENO, name);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return SystemError(name, "could not be opened", errno);
  struct stat status = {};
  if (::fstat(descriptor, &status) != 0) {
    const int error = errno;
    ::close(descriptor);
    return SystemError(name, "could not be opened", error);
  }
  if (S_ISDIR(status.st_mode)) {
    ::close(descriptor);
    return absl::InvalidArgumentError(name + " is a folder; name the files in it");
  }
  if (!S_ISREG(status.st_mode)) return MakeSpooledBytes(descriptor, name);
  return MakeFileBytes(descriptor, static_cast<std::uint64_t>(status.st_size), name);
}

absl::StatusOr<std::unique_ptr<InputFile>> MakeInput(std::string name,
                                                     std::unique_ptr<RawBytes> raw) {
  char mark[kCompressionMarkBytes] = {};
  std::size_t filled = 0;
  while (filled < sizeof(mark)) {
    absl::StatusOr<std::size_t> got = raw->ReadAt(filled, mark + filled, sizeof(mark) - filled);
    if (!got.ok()) return got.status();
    if (*got == 0) break;
    filled += *got;
  }
  if (filled == 0) return absl::InvalidArgumentError(name + " is empty");
  if (IsZipMark({mark, filled})) return MakeWorkbookInput(std::move(name), std::move(raw));
  if (IsOldOfficeMark({mark, filled})) return OldOfficeProblem(name, *raw);
  const Compression compression = CompressionOf(std::string_view(mark, filled));
  return std::make_unique<OpenedFile>(std::move(name), std::move(raw), compression);
}

}  // namespace

absl::StatusOr<std::unique_ptr<InputFile>> InputFile::Open(const std::string& path) {
  std::string name = path == "-" ? "(standard input)" : path;
  absl::StatusOr<std::unique_ptr<RawBytes>> raw = OpenRaw(path, name);
  if (!raw.ok()) return raw.status();
  return MakeInput(std::move(name), *std::move(raw));
}

absl::StatusOr<std::unique_ptr<InputFile>> InputFile::OfBytes(const std::string& name,
                                                              std::string_view bytes) {
  return MakeInput(name, MakeMemoryBytes(bytes));
}

absl::StatusOr<std::string> ReadUpTo(ByteStream& stream, std::size_t size_bytes) {
  std::string bytes(size_bytes, '\0');
  std::size_t filled = 0;
  while (filled < size_bytes) {
    absl::StatusOr<std::size_t> got = stream.Read(bytes.data() + filled, size_bytes - filled);
    if (!got.ok()) return got.status();
    if (*got == 0) break;
    filled += *got;
  }
  bytes.resize(filled);
  return bytes;
}

absl::StatusOr<std::string> ReadWhole(InputFile& input, std::size_t most_mib,
                                      std::string_view advice) {
  auto stream = input.OpenStream();
  if (!stream.ok()) return stream.status();
  std::string text;
  std::string block(std::size_t{1} << 16, '\0');
  for (;;) {
    const auto got = (*stream)->Read(block.data(), block.size());
    if (!got.ok()) return got.status();
    if (*got == 0) return text;
    text.append(block, 0, *got);
    if (text.size() > (most_mib << 20)) {
      return absl::OutOfRangeError(input.name() + " is larger than " + std::to_string(most_mib) +
                                   " MiB" + std::string(advice));
    }
  }
}

}  // namespace tranche
