#include "engine/rulebook/book_file.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/misspelt_keys.h"
#include "engine/base/text_file.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

/// Names of the files beside a missing one, sorted.
std::vector<std::string> NeighboursOf(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    names.push_back(at->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string HintForUnreadable(const std::string& path, const absl::Status& status) {
  std::error_code error;
  if (fs::is_directory(path, error)) return "name a file in that folder";
  if (absl::IsInvalidArgument(status)) return "see whether this is the file that you mean";
  return "see whether you may open the file, and whether another program holds it";
}

std::uintmax_t BytesOf(const std::vector<RulebookFile>& files) {
  std::uintmax_t bytes = 0;
  for (const RulebookFile& file : files) bytes += file.text.size();
  return bytes;
}

}  // namespace

std::string PathBeside(const SpannedText& written) {
  fs::path folder;
  if (written.span.source != nullptr) folder = fs::path(written.span.source->path()).parent_path();
  return (folder / written.text).lexically_normal().string();
}

void ReportUnreadable(const std::string& path, const absl::Status& status,
                      const SpannedText& written, BookDraft* draft) {
  std::error_code error;
  if (fs::exists(path, error)) {
    draft->diagnostics->Error(written.span,
                              "cannot read '" + written.text + "': " +
                                  std::string(status.message().data(), status.message().size()),
                              HintForUnreadable(path, status));
    return;
  }
  draft->diagnostics->Error(written.span, "there is no file '" + path + "'",
                            NameHint(fs::path(path).filename().string(), NeighboursOf(path),
                                     "paths count from the folder of the file that names them"));
}

std::optional<YamlNode> LoadBookFile(const std::string& path, const SpannedText& written,
                                     const FormValue& form, BookDraft* draft) {
  std::error_code error;
  const std::uintmax_t bytes = fs::file_size(path, error);
  if (!error && bytes <= kMaxTextBytes && bytes + BytesOf(draft->book.files) > kMaxTextBytes) {
    draft->diagnostics->Error(written.span, "the files of the rulebook come to more than 64 MiB",
                              "see whether '" + written.text + "' belongs to it");
    return std::nullopt;
  }
  const std::size_t errors_before = draft->diagnostics->error_count();
  absl::StatusOr<YamlNode> root = LoadYamlFile(path, draft->diagnostics);
  if (!root.ok()) {
    ReportUnreadable(path, root.status(), written, draft);
    return std::nullopt;
  }
  KeepFile(*root, path, draft);
  const bool is_broken = draft->diagnostics->error_count() > errors_before;
  if (is_broken && !root->IsMap()) return std::nullopt;
  return CorrectMisspeltKeys(*std::move(root), form, draft->diagnostics);
}

void KeepFile(const YamlNode& root, const std::string& path, BookDraft* draft) {
  RulebookFile file{path, {}};
  if (root.span().source != nullptr) file.text = std::string(root.span().source->content());
  draft->book.files.push_back(std::move(file));
}

}  // namespace tranche
