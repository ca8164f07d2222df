#include "engine/source/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace tranche {
namespace {

constexpr std::uint64_t kHarmlessBytes = std::uint64_t{256} << 20;
constexpr std::uint64_t kMostTimesPacked = 250;

/// What libzip reads from, and how far it is. On the heap; libzip frees it through kFree.
struct RawSource {
  RawBytes& raw;
  std::uint64_t size_bytes;
  std::uint64_t offset_bytes = 0;
  zip_error_t error = {};
};

zip_int64_t ReadRaw(RawSource& source, char* data, zip_uint64_t size) {
  const auto got = source.raw.ReadAt(source.offset_bytes, data, size);
  if (!got.ok()) {
    zip_error_set(&source.error, ZIP_ER_READ, 0);
    return -1;
  }
  source.offset_bytes += *got;
  return static_cast<zip_int64_t>(*got);
}

zip_int64_t SourceCommand(void* state, void* data, zip_uint64_t size, zip_source_cmd_t command) {
  auto& source = *static_cast<RawSource*>(state);
  switch (command) {
    case ZIP_SOURCE_OPEN:
      source.offset_bytes = 0;
      return 0;
    case ZIP_SOURCE_READ:
      return ReadRaw(source, static_cast<char*>(data), size);
    case ZIP_SOURCE_CLOSE:
      return 0;
    case ZIP_SOURCE_STAT: {
      auto* const stat = static_cast<zip_stat_t*>(data);
      zip_stat_init(stat);
      stat->size = source.size_bytes;
      stat->valid = ZIP_STAT_SIZE;
      return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&source.error, data, size);
    case ZIP_SOURCE_SEEK: {
      const zip_int64_t to = zip_source_seek_compute_offset(source.offset_bytes, source.size_bytes,
                                                            data, size, &source.error);
      if (to < 0) return -1;
      source.offset_bytes = static_cast<std::uint64_t>(to);
      return 0;
    }
    case ZIP_SOURCE_TELL:
      return static_cast<zip_int64_t>(source.offset_bytes);
    case ZIP_SOURCE_FREE:
      delete &source;
      return 0;
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(
          ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
          ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS, -1);
    default:
      zip_error_set(&source.error, ZIP_ER_OPNOTSUPP, 0);
      return -1;
  }
}

class PartStream : public ByteStream {
 public:
  PartStream(zip_file_t* file, std::uint64_t packed_bytes, std::string where)
      : file_(file),
        most_bytes_(std::max(kHarmlessBytes, kMostTimesPacked * packed_bytes)),
        where_(std::move(where)) {}
  ~PartStream() override { zip_fclose(file_); }
  PartStream(const PartStream&) = delete;
  PartStream& operator=(const PartStream&) = delete;

  absl::StatusOr<std::size_t> Read(char* buffer, std::size_t size_bytes) override {
    const zip_int64_t got = zip_fread(file_, buffer, size_bytes);
    if (got < 0) {
      return absl::DataLossError(where_ +
                                 " is damaged or cut off; open the file in the program "
                                 "that made it and save it again");
    }
    read_bytes_ += static_cast<std::uint64_t>(got);
    if (read_bytes_ > most_bytes_) {
      return absl::InvalidArgumentError(
          where_ + " unpacks to more than " + std::to_string(most_bytes_ >> 20) +
          " MiB, more than " + std::to_string(kMostTimesPacked) +
          " times its packed size: no workbook does, and such files are made to fill a disk");
    }
    return static_cast<std::size_t>(got);
  }

 private:
  zip_file_t* file_;
  std::uint64_t most_bytes_;
  std::uint64_t read_bytes_ = 0;
  std::string where_;
};

class LibzipArchive : public ZipArchive {
 public:
  LibzipArchive(zip_t* zip, std::string name) : zip_(zip), name_(std::move(name)) {}
  ~LibzipArchive() override { zip_discard(zip_); }
  LibzipArchive(const LibzipArchive&) = delete;
  LibzipArchive& operator=(const LibzipArchive&) = delete;

  const std::string& name() const override { return name_; }

  std::vector<std::string> PartNames() const override {
    std::vector<std::string> names;
    const zip_int64_t count = zip_get_num_entries(zip_, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
      const char* const name = zip_get_name(zip_, static_cast<zip_uint64_t>(i), 0);
      if (name == nullptr) continue;
      std::string text = name;
      if (!text.empty() && text.back() != '/') names.push_back(std::move(text));
    }
    return names;
  }

  bool Has(std::string_view part) const override { return Place(part) >= 0; }

  absl::StatusOr<std::unique_ptr<ByteStream>> OpenPart(std::string_view part) override {
    const zip_int64_t place = Place(part);
    if (place < 0) {
      return absl::NotFoundError(name_ + " is no whole workbook: it has no part " +
                                 std::string(part));
    }
    const auto index = static_cast<zip_uint64_t>(place);
    zip_stat_t stat = {};
    if (zip_stat_index(zip_, index, 0, &stat) != 0) return Damaged(part);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
      return absl::InvalidArgumentError(name_ + " is protected by a password; save it without one");
    }
    zip_file_t* const file = zip_fopen_index(zip_, index, 0);
    if (file == nullptr) return Damaged(part);
    return std::make_unique<PartStream>(file, stat.comp_size,
                                        name_ + ": the part " + std::string(part));
  }

 private:
  zip_int64_t Place(std::string_view part) const {
    return zip_name_locate(zip_, std::string(part).c_str(), ZIP_FL_NOCASE);
  }
  absl::Status Damaged(std::string_view part) const {
    return absl::DataLossError(name_ + ": the part " + std::string(part) +
                               " cannot be unpacked: " + zip_strerror(zip_));
  }

  zip_t* zip_;
  std::string name_;
};

absl::StatusOr<std::uint64_t> SizeOf(RawBytes& raw) {
  if (const auto size = raw.size_bytes()) return *size;
  std::string buffer(std::size_t{1} << 18, '\0');
  std::uint64_t size_bytes = 0;
  for (;;) {
    const auto got = raw.ReadAt(size_bytes, buffer.data(), buffer.size());
    if (!got.ok()) return got.status();
    if (*got == 0) return size_bytes;
    size_bytes += *got;
  }
}

absl::Status NoArchive(const std::string& name) {
  return absl::InvalidArgumentError(name +
                                    " begins like a workbook or a ZIP file, but is cut off or "
                                    "damaged; fetch or save it again");
}

}  // namespace

absl::StatusOr<std::unique_ptr<ZipArchive>> ZipArchive::Open(RawBytes& raw, std::string name) {
  const auto size = SizeOf(raw);
  if (!size.ok()) return size.status();
  zip_error_t error = {};
  zip_error_init(&error);
  auto* const state = new RawSource{raw, *size};
  zip_error_init(&state->error);
  zip_source_t* const source = zip_source_function_create(SourceCommand, state, &error);
  if (source == nullptr) {
    delete state;
    return NoArchive(name);
  }
  zip_t* const zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr) {
    zip_source_free(source);
    return NoArchive(name);
  }
  return std::make_unique<LibzipArchive>(zip, std::move(name));
}

}  // namespace tranche
