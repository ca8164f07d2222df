#ifndef TRANCHE_ENGINE_RULEBOOK_BOOK_FILE_H_
#define TRANCHE_ENGINE_RULEBOOK_BOOK_FILE_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "engine/base/yaml.h"
#include "engine/base/yaml_form.h"
#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// The path of a file that another file names: relative to the folder of the naming file.
std::string PathBeside(const SpannedText& written);

/// Reads a file that the book names at `written`, and keeps its text in the book. Reports a file
/// that cannot be read at the place that names it (with files of that folder that look alike);
/// nothing is returned then, nor where the YAML is so broken that there is nothing to look at. Keys
/// that `form` has and that are misspelt are reported, and right in what comes back.
std::optional<YamlNode> LoadBookFile(const std::string& path, const SpannedText& written,
                                     const FormValue& form, BookDraft* draft);

/// Reports at `written` that the file `path` is not there (with files of that folder that look
/// alike), or why it cannot be read.
void ReportUnreadable(const std::string& path, const absl::Status& status,
                      const SpannedText& written, BookDraft* draft);

/// Keeps the text that `root` was read from.
void KeepFile(const YamlNode& root, const std::string& path, BookDraft* draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_BOOK_FILE_H_
