// The order of loading: parts are read in the order in which they refer to each other.
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/misspelt_keys.h"
#include "engine/base/yaml.h"
#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"
#include "engine/rulebook/book_file.h"
#include "engine/rulebook/book_tree.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/load_definition.h"
#include "engine/rulebook/load_items.h"
#include "engine/rulebook/load_lists.h"
#include "engine/rulebook/load_options.h"
#include "engine/rulebook/load_rules.h"
#include "engine/rulebook/load_vocabulary.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {
namespace {

void LoadHead(YamlMap* top, BookDraft* draft) {
  if (const auto name = top->RequiredText("rulebook")) {
    CheckName(name->text, "a rulebook", name->span, draft->diagnostics);
    draft->book.name = name->text;
    draft->book.title = name->text;
  }
  const YamlNode* format = top->Required("format");
  if (format != nullptr) CheckFormat(*format, draft->diagnostics);
  if (const auto title = top->OptionalText("title")) draft->book.title = title->text;
  if (const auto version = top->OptionalText("version")) draft->book.version = version->text;
}

}  // namespace

absl::StatusOr<std::optional<Rulebook>> LoadRulebook(const std::string& path,
                                                     const CountryTable& countries,
                                                     Diagnostics* diagnostics,
                                                     const std::vector<std::string>& settings) {
  const std::size_t errors_before = diagnostics->error_count();
  absl::StatusOr<YamlNode> root = LoadYamlFile(path, diagnostics);
  if (!root.ok()) return root.status();
  if (!root->IsMap() && diagnostics->error_count() > errors_before) {
    return std::optional<Rulebook>();
  }

  if (root->IsNull()) {
    diagnostics->Error(root->span(), "the rulebook is empty",
                       "a rulebook begins with rulebook: and a name, and format: 1");
    return std::optional<Rulebook>();
  }

  BookDraft draft(countries, diagnostics);
  KeepFile(*root, path, &draft);
  if (!root->IsMap()) {
    const YamlMap reports_it(*root, form::kRulebook, diagnostics);
    return std::optional<Rulebook>();
  }
  auto resolved =
      ResolveBook(CorrectMisspeltKeys(*std::move(root), form::kRulebookValue, diagnostics), path,
                  settings, &draft);
  if (!resolved) return std::optional<Rulebook>();
  draft.book.settings = settings;
  draft.book.resolved = std::make_shared<const YamlNode>(*std::move(resolved));
  YamlMap top(*draft.book.resolved, form::kRulebook, diagnostics);
  LoadHead(&top, &draft);
  LoadBuckets(&top, &draft);
  LoadOptions(&top, &draft);
  LoadOtherwise(&top, &draft);
  LoadDecide(&top, &draft);
  LoadTargets(&top, &draft);
  LoadItems(&top, &draft);
  LoadItemTitles(&top, &draft);
  LoadVocabulary(&top, &draft);
  LoadLists(&top, &draft);
  LoadRules(&top, &draft);
  top.Finish();
  if (diagnostics->error_count() > errors_before) return std::optional<Rulebook>();
  return std::optional<Rulebook>(std::move(draft.book));
}

}  // namespace tranche
