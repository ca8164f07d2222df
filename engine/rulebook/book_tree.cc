#include "engine/rulebook/book_tree.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_file.h"
#include "engine/rulebook/book_splice.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/reform.h"
#include "engine/rulebook/tree_edit.h"

namespace tranche {
namespace {

struct ReformKey {
  std::string_view key;
  std::string_view instead;
};

constexpr std::array<ReformKey, 4> kReformKeys = {{
    {"set", "change the values under `options:`"},
    {"change", "change rules, targets and concepts where they stand"},
    {"remove", "remove the rules where they stand"},
    {"add", "write the rules under `rules:`"},
}};

/// Nobody can follow a longer chain of reforms of reforms.
constexpr std::size_t kMaxOpenBooks = 64;

class BookReader {
 public:
  explicit BookReader(BookDraft* draft)
      : draft_(draft), diagnostics_(draft->diagnostics), splicer_(draft) {}

  /// The top level of the book; nothing where the book that it extends is broken.
  std::optional<YamlEntries> Read(YamlEntries entries, const std::string& path);

 private:
  std::optional<YamlEntries> ReadBase(const YamlEntry& extends);
  void ReportReformKeys(const YamlEntries& entries);

  BookDraft* draft_;
  Diagnostics* diagnostics_;
  BookSplicer splicer_;
  std::vector<std::string> open_books_;
};

std::optional<YamlEntries> BookReader::Read(YamlEntries entries, const std::string& path) {
  open_books_.push_back(FileIdentity(path));
  if (const YamlEntry* extends = FindEntry(&entries, "extends")) {
    std::optional<YamlEntries> base = ReadBase(*extends);
    if (!base) return std::nullopt;
    return ApplyReform(std::move(entries), path, *std::move(base), &splicer_, diagnostics_);
  }
  ReportReformKeys(entries);
  if (YamlEntry* titles = FindEntry(&entries, "item_titles")) {
    titles->value = splicer_.PlaceDocuments(std::move(titles->value), "`item_titles`",
                                            form::kItemTitlesFileValue);
  }
  if (YamlEntry* vocabulary = FindEntry(&entries, "vocabulary")) {
    vocabulary->value = splicer_.PlaceDocuments(std::move(vocabulary->value), "`vocabulary`",
                                                form::kVocabularyFileValue);
  }
  if (YamlEntry* rules = FindEntry(&entries, "rules")) {
    rules->value = splicer_.SpliceRules(std::move(rules->value), path);
  }
  return entries;
}

std::optional<YamlEntries> BookReader::ReadBase(const YamlEntry& extends) {
  const std::size_t errors_before = diagnostics_->error_count();
  const auto written = ScalarText(extends.value, "`extends`", diagnostics_);
  if (!written) return std::nullopt;
  const std::string path = PathBeside(*written);
  const std::string identity = FileIdentity(path);
  if (std::find(open_books_.begin(), open_books_.end(), identity) != open_books_.end()) {
    diagnostics_->Error(written->span, "'" + path + "' extends itself, directly or through others",
                        "name the rulebook that this one changes");
    return std::nullopt;
  }
  if (open_books_.size() >= kMaxOpenBooks) {
    diagnostics_->Error(
        written->span,
        "rulebooks extend each other more than " + std::to_string(kMaxOpenBooks) + " levels deep",
        "let this one extend a rulebook further down");
    return std::nullopt;
  }
  std::optional<YamlNode> root = LoadBookFile(path, *written, form::kRulebookValue, draft_);
  if (!root) return std::nullopt;
  YamlMap top(*root, form::kRulebook, diagnostics_);
  top.RequiredText("rulebook");
  if (const YamlNode* format = top.Required("format")) CheckFormat(*format, diagnostics_);
  std::optional<YamlEntries> base = Read(std::move(*root).TakeEntries(), path);
  // With parts missing, the reform would seem to name what does not exist.
  if (diagnostics_->error_count() > errors_before) return std::nullopt;
  return base;
}

void BookReader::ReportReformKeys(const YamlEntries& entries) {
  for (const YamlEntry& entry : entries) {
    for (const ReformKey& reform : kReformKeys) {
      if (entry.key != reform.key) continue;
      diagnostics_->Error(
          entry.key_span, "`" + entry.key + "` changes another rulebook, and this one extends none",
          "name it with a line `extends: other.yaml`, or " + std::string(reform.instead));
    }
  }
}

/// `mobility=25 %` of the command line: the value is read as YAML, and messages name the flag.
void ApplySetting(const std::string& setting, YamlEntries* book, Diagnostics* diagnostics) {
  const std::size_t equals = setting.find('=');
  const std::string name = setting.substr(0, equals);
  const std::string value = equals == std::string::npos ? "" : setting.substr(equals + 1);
  const auto source = std::make_shared<const SourceText>("--set " + name, value);
  const SourceSpan whole{source, 0, 0, 1};
  if (value.find_first_not_of(' ') == std::string::npos) {
    diagnostics->Error(
        whole, "the option '" + name + "' is given no value",
        "write for example --set \"" + (name.empty() ? "mobility" : name) + "=25 %\"");
    return;
  }
  const std::size_t errors_before = diagnostics->error_count();
  YamlNode parsed = ParseYaml(source, diagnostics);
  if (diagnostics->error_count() > errors_before) return;
  SetOption({name, whole, std::move(parsed)}, book, diagnostics);
}

}  // namespace

std::optional<YamlNode> ResolveBook(YamlNode root, const std::string& path,
                                    const std::vector<std::string>& settings, BookDraft* draft) {
  const SourceSpan span = root.span();
  const bool is_cut = root.is_cut();
  std::optional<YamlEntries> book = BookReader(draft).Read(std::move(root).TakeEntries(), path);
  if (!book) return std::nullopt;
  std::erase_if(*book, [](const YamlEntry& entry) {
    return std::any_of(kReformKeys.begin(), kReformKeys.end(),
                       [&entry](const ReformKey& reform) { return entry.key == reform.key; });
  });
  for (const std::string& setting : settings) ApplySetting(setting, &*book, draft->diagnostics);
  return YamlNode::Map(*std::move(book), span, is_cut);
}

void CheckFormat(const YamlNode& format, Diagnostics* diagnostics) {
  if (format.IsScalar() && format.text() == "1") return;
  diagnostics->Error(format.span(), "this version of Tranche reads format 1 only",
                     "write format: 1, or use the version that the rulebook was made for");
}

}  // namespace tranche
