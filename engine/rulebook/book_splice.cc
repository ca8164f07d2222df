#include "engine/rulebook/book_splice.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "engine/base/misspelt_keys.h"
#include "engine/rulebook/book_file.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/written_list.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRuleForm = "write for example - {id: my-roads, is: roads, when: {…}}";
/// Nobody can follow a longer chain of includes.
constexpr std::size_t kMaxOpenFiles = 64;

bool IsYamlFile(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

/// The YAML files that one path names, in the order of their names.
std::vector<std::string> FilesOf(const SpannedText& written, Diagnostics* diagnostics) {
  const std::string path = PathBeside(written);
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  std::vector<std::string> files;
  for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
    if (IsYamlFile(at->path())) files.push_back(at->path().lexically_normal().string());
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) {
    diagnostics->Error(written.span, "the folder '" + path + "' has no vocabulary files",
                       "it should hold concepts.yaml and a file for each language, as de.yaml");
  }
  return files;
}

}  // namespace

std::string FileIdentity(const std::string& path) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? path : canonical.string();
}

YamlNode BookSplicer::SpliceRules(YamlNode rules, const std::string& path) {
  open_files_ = {FileIdentity(path)};
  const SourceSpan span = rules.span();
  std::vector<YamlNode> spliced;
  AppendRules(std::move(rules), &spliced);
  return YamlNode::List(std::move(spliced), span);
}

void BookSplicer::AppendRules(YamlNode rules, std::vector<YamlNode>* out) {
  if (!rules.IsList()) {
    diagnostics_->Error(rules.span(),
                        "`rules` must be a list, not " + std::string(rules.KindName()),
                        std::string(kRuleForm));
    return;
  }
  for (YamlNode& entry : std::move(rules).TakeItems()) {
    if (entry.IsMap() && entry.Find("include") != nullptr) {
      AppendInclude(entry, out);
    } else {
      out->push_back(std::move(entry));
    }
  }
}

void BookSplicer::AppendInclude(const YamlNode& node, std::vector<YamlNode>* out) {
  YamlMap map(node, form::kInclude, diagnostics_);
  const auto written = map.RequiredText("include");
  map.Finish();
  if (!written) return;
  const std::string path = PathBeside(*written);
  std::string identity = FileIdentity(path);
  if (std::find(open_files_.begin(), open_files_.end(), identity) != open_files_.end()) {
    diagnostics_->Error(written->span, "'" + path + "' includes itself, directly or through others",
                        "remove one of the includes of the circle");
    return;
  }
  const auto [first, is_new] = included_.emplace(identity, written->span);
  if (!is_new) {
    diagnostics_->Error(written->span, "'" + path + "' is already included",
                        "it is included in " + PlaceOf(first->second) + "; remove one of them");
    return;
  }
  if (open_files_.size() >= kMaxOpenFiles) {
    diagnostics_->Error(
        written->span,
        "files include each other more than " + std::to_string(kMaxOpenFiles) + " levels deep",
        "include this file further up");
    return;
  }
  std::optional<YamlNode> file = LoadBookFile(path, *written, form::kRulesFileValue, draft_);
  if (!file) return;
  YamlMap document(*file, form::kRulesFile, diagnostics_);
  document.Required("rules");
  document.Finish();
  open_files_.push_back(std::move(identity));
  for (YamlEntry& entry : std::move(*file).TakeEntries()) {
    if (entry.key == "rules") AppendRules(std::move(entry.value), out);
  }
  open_files_.pop_back();
}

YamlNode BookSplicer::PlaceDocuments(YamlNode written, std::string_view what,
                                     const FormValue& form) {
  const SourceSpan span = written.span();
  std::vector<YamlNode> parts;
  if (written.IsList() && !written.items().empty()) {
    parts = std::move(written).TakeItems();
  } else {
    parts.push_back(std::move(written));
  }
  std::vector<YamlNode> documents;
  for (YamlNode& part : parts) {
    if (part.IsMap()) {
      documents.push_back(CorrectMisspeltKeys(std::move(part), form, diagnostics_));
      continue;
    }
    for (const SpannedText& path : WrittenTexts(part, what, diagnostics_)) {
      AppendFiles(path, form, &documents);
    }
  }
  return YamlNode::List(std::move(documents), span);
}

void BookSplicer::AppendFiles(const SpannedText& written, const FormValue& form,
                              std::vector<YamlNode>* out) {
  for (const std::string& path : FilesOf(written, diagnostics_)) {
    std::optional<YamlNode> file = LoadBookFile(path, written, form, draft_);
    if (file) out->push_back(*std::move(file));
  }
}

}  // namespace tranche
