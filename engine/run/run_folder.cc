#include "engine/run/run_folder.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace tranche {
namespace {

namespace fs = std::filesystem;

absl::Status WriteError(const std::string& path, int error_number) {
  std::string message = "cannot write " + path + ": " + std::strerror(error_number);
  if (error_number == ENOSPC || error_number == EFBIG || error_number == EDQUOT) {
    message += "; free some space or choose another folder with --out";
  }
  return absl::ResourceExhaustedError(message);
}

}  // namespace

absl::StatusOr<OutputFile> OutputFile::Create(const std::string& path, std::string shown_path) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return WriteError(shown_path, errno);
  return OutputFile(std::move(shown_path), file);
}

absl::Status OutputFile::Write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
    return WriteError(shown_path_, errno);
  }
  return absl::OkStatus();
}

absl::Status OutputFile::Close() {
  if (std::fflush(file_.get()) != 0) return WriteError(shown_path_, errno);
  if (std::fclose(file_.release()) != 0) return WriteError(shown_path_, errno);
  return absl::OkStatus();
}

absl::StatusOr<RunFolder> RunFolder::Begin(const std::string& path) {
  std::error_code error;
  fs::path target = fs::path(path).lexically_normal();
  if (target.filename().empty()) target = target.parent_path();
  if (fs::exists(target, error)) {
    return absl::AlreadyExistsError("the output folder " + target.string() +
                                    " exists already; name a new one, or remove it first");
  }
  const fs::path parent = target.has_parent_path() ? target.parent_path() : fs::path(".");
  if (!fs::is_directory(parent, error)) {
    return absl::NotFoundError("cannot make the output folder " + target.string() + ": " +
                               parent.string() + " is no folder");
  }
  const fs::path partial =
      parent / ("." + target.filename().string() + ".partial-" + std::to_string(::getpid()));
  fs::create_directory(partial, error);
  if (error) {
    return absl::PermissionDeniedError("cannot make a folder in " + parent.string() + ": " +
                                       error.message());
  }
  return RunFolder(target.string(), partial.string());
}

RunFolder::RunFolder(RunFolder&& other) noexcept
    : path_(std::move(other.path_)), partial_(std::exchange(other.partial_, std::string())) {}

RunFolder::~RunFolder() {
  std::error_code ignored;
  if (!partial_.empty()) fs::remove_all(partial_, ignored);
}

absl::StatusOr<OutputFile> RunFolder::Create(const std::string& name) {
  const fs::path path = fs::path(partial_) / name;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  const std::string shown_path = (fs::path(path_) / name).string();
  if (error) return WriteError(shown_path, error.value());
  return OutputFile::Create(path.string(), shown_path);
}

absl::Status RunFolder::WriteFile(const std::string& name, std::string_view content) {
  auto file = Create(name);
  if (!file.ok()) return file.status();
  const absl::Status written = file->Write(content);
  return written.ok() ? file->Close() : written;
}

absl::Status RunFolder::CopyFile(const std::string& from, const std::string& name) {
  std::ifstream input(from, std::ios::binary);
  const std::string content{std::istreambuf_iterator<char>(input),
                            std::istreambuf_iterator<char>()};
  if (!input) return absl::NotFoundError("cannot read " + from + " again for the run folder");
  return WriteFile(name, content);
}

absl::Status RunFolder::Commit() {
  std::error_code error;
  if (fs::exists(path_, error)) {
    return absl::AlreadyExistsError("the output folder " + path_ + " appeared during the run");
  }
  fs::rename(partial_, path_, error);
  if (error) return WriteError(path_, error.value());
  partial_.clear();
  return absl::OkStatus();
}

}  // namespace tranche
