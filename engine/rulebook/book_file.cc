#include "engine/rulebook/book_file.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"

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
    draft->diagnostics->Error(
        written.span,
        "cannot read '" + written.text +
            "': " + std::string(status.message().data(), status.message().size()),
        fs::is_directory(path, error) ? "name a file in that folder"
                                      : "see whether you may open the file, and whether another "
                                        "program holds it");
    return;
  }
  draft->diagnostics->Error(written.span, "there is no file '" + path + "'",
                            NameHint(fs::path(path).filename().string(), NeighboursOf(path),
                                     "paths count from the folder of the file that names them"));
}

std::optional<YamlNode> LoadBookFile(const std::string& path, const SpannedText& written,
                                     BookDraft* draft) {
  const std::size_t errors_before = draft->diagnostics->error_count();
  absl::StatusOr<YamlNode> root = LoadYamlFile(path, draft->diagnostics);
  if (!root.ok()) {
    ReportUnreadable(path, root.status(), written, draft);
    return std::nullopt;
  }
  KeepFile(*root, path, draft);
  const bool is_broken = draft->diagnostics->error_count() > errors_before;
  if (is_broken && !root->IsMap()) return std::nullopt;
  return *std::move(root);
}

void KeepFile(const YamlNode& root, const std::string& path, BookDraft* draft) {
  RulebookFile file{path, {}};
  if (root.span().source != nullptr) file.text = std::string(root.span().source->content());
  draft->book.files.push_back(std::move(file));
}

}  // namespace tranche
