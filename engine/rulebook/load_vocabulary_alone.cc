// A vocabulary without a rulebook, as `tranche check` is given one.
#include "engine/rulebook/load_vocabulary_alone.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/yaml.h"
#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"
#include "engine/rulebook/book_tree.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/load_vocabulary.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {
namespace {

/// `text` in double quotes, as YAML takes it back.
std::string Quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

std::optional<Rulebook> LoadVocabularyAlone(const std::string& path, const CountryTable& countries,
                                            Diagnostics* diagnostics) {
  const std::size_t errors_before = diagnostics->error_count();
  // The loader reads what a book names; here the command line is the book.
  const auto source =
      std::make_shared<const SourceText>("(given)", "vocabulary: " + Quoted(path) + "\n");
  BookDraft draft(countries, diagnostics);
  const auto root = ResolveBook(ParseYaml(source, diagnostics), "", {}, &draft);
  if (!root) return std::nullopt;
  YamlMap top(*root, form::kRulebook, diagnostics);
  LoadVocabulary(&top, &draft);
  if (diagnostics->error_count() > errors_before) return std::nullopt;
  return std::move(draft.book);
}

void CheckVocabularyFiles(const std::string& path, const CountryTable& countries,
                          Diagnostics* diagnostics) {
  LoadVocabularyAlone(path, countries, diagnostics);
}

}  // namespace tranche
