#ifndef TRANCHE_ENGINE_RUN_RUN_FOLDER_H_
#define TRANCHE_ENGINE_RUN_RUN_FOLDER_H_

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace tranche {

/// One file being written: every write and the close are checked, so that a full disk is an error
/// and never a short file. Not thread-safe.
class OutputFile {
 public:
  /// Messages name the file `shown_path`: where the user will look for it.
  static absl::StatusOr<OutputFile> Create(const std::string& path, std::string shown_path);
  OutputFile(OutputFile&&) noexcept = default;
  OutputFile& operator=(OutputFile&&) noexcept = default;

  absl::Status Write(std::string_view bytes);
  /// Flushes and closes; call it, the destructor checks nothing.
  absl::Status Close();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  OutputFile(std::string shown_path, std::FILE* file)
      : shown_path_(std::move(shown_path)), file_(file) {}

  std::string shown_path_;
  std::unique_ptr<std::FILE, Closer> file_;
};

/// The folder of one run, complete or not there at all: files are written into a hidden neighbour
/// (`.NAME.partial-…`) that takes the real name in Commit(). Dropped uncommitted, it removes
/// itself.
class RunFolder {
 public:
  /// AlreadyExists where `path` exists; errors name the path and what to do.
  static absl::StatusOr<RunFolder> Begin(const std::string& path);
  RunFolder(RunFolder&& other) noexcept;
  RunFolder& operator=(RunFolder&&) = delete;
  ~RunFolder();

  /// Starts a file; `name` may hold folders, which are made.
  absl::StatusOr<OutputFile> Create(const std::string& name);
  /// Writes a whole file.
  absl::Status WriteFile(const std::string& name, std::string_view content);
  /// Copies a file from anywhere.
  absl::Status CopyFile(const std::string& from, const std::string& name);
  absl::Status Commit();

 private:
  RunFolder(std::string path, std::string partial)
      : path_(std::move(path)), partial_(std::move(partial)) {}

  std::string path_;
  std::string partial_;  ///< empty once committed or moved from
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_RUN_FOLDER_H_
