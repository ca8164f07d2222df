#include "engine/rulebook/load_lists.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/rulebook/book_file.h"
#include "engine/rulebook/code_pattern.h"
#include "engine/rulebook/condition_leaves.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/list_column.h"
#include "engine/rulebook/word_pattern.h"
#include "engine/rulebook/written_list.h"

namespace tranche {
namespace {

constexpr char kForm[] = "write for example ports: {file: ports.csv, column: name}";

/// What spreadsheets write for "there is no value" in several languages, besides `#REF!` and the
/// like, which all end alike.
constexpr std::array<std::string_view, 8> kNoValue = {
    "#N/A", "#NV", "#N/D", "#N/B", "#I/T", "#YOK", "#\u041D/\u0414", "#HI\u00C1NYZIK"};

/// `#REF!`, `#BEZUG!`, `#NAME?`, `#N/A`.
bool IsSpreadsheetError(std::string_view text) {
  if (!text.starts_with('#') || text.size() < 3) return false;
  return text.back() == '!' || text.back() == '?' ||
         std::find(kNoValue.begin(), kNoValue.end(), text) != kNoValue.end();
}

/// `2.1E+05`, `1,23E-7`, `2E+10`; but `1E-05` may be a code of its own.
bool IsShortenedNumber(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789";
  if (text.starts_with('=')) text.remove_prefix(1);
  const std::size_t mark = text.find_first_of("Ee");
  if (mark == std::string_view::npos || mark == 0 || mark + 2 >= text.size()) return false;
  const std::string_view front = text.substr(0, mark);
  const bool has_fraction = front.find_first_of(".,") != std::string_view::npos;
  return front.find_first_not_of("0123456789.,") == std::string_view::npos &&
         (text[mark + 1] == '+' || (text[mark + 1] == '-' && has_fraction)) &&
         text.substr(mark + 2).find_first_not_of(kDigits) == std::string_view::npos;
}

/// Appends what an entry means to the list; false, with the reason in `*why`, where it is neither
/// a word nor a code.
bool AppendEntry(const SpannedText& entry, WordList* list, std::string* why) {
  if (IsSpreadsheetError(entry.text)) {
    *why =
        "a spreadsheet writes this where a formula has no result; correct the cell and save the "
        "list again";
    return false;
  }
  if (list->scheme.empty()) {
    auto word = ParseWordPattern(entry.text, /*with_digraphs=*/true, why);
    if (!word) return false;
    word->span = entry.span;
    list->words.push_back(*std::move(word));
    return true;
  }
  if (IsShortenedNumber(entry.text)) {
    *why =
        "a spreadsheet has shortened a long number; make the column text, write the code anew "
        "and save the list again";
    return false;
  }
  auto code = ParseCodePattern(entry.text, why);
  if (!code) return false;
  code->span = entry.span;
  list->codes.push_back(*std::move(code));
  return true;
}

void ReadEntries(const SpannedText& file, const SpannedText& column, WordList* list,
                 BookDraft* draft) {
  const std::size_t errors_before = draft->diagnostics->error_count();
  const std::vector<SpannedText> entries = ReadListColumn(file, column, draft);
  const bool has_words = list->scheme.empty();
  // Several lists may read one column.
  const bool is_first =
      draft->reported_list_files
          .insert(PathBeside(file) + "\n" + column.text + (has_words ? "\nwords" : "\ncodes"))
          .second;
  std::size_t wrong = 0;
  list->words.reserve(has_words ? entries.size() : 0);
  list->codes.reserve(has_words ? 0 : entries.size());
  for (const SpannedText& entry : entries) {
    std::string why;
    if (AppendEntry(entry, list, &why) || !is_first) continue;
    if (++wrong > kMostListReports) continue;
    draft->diagnostics->Error(
        entry.span, "'" + entry.text + "' is no " + (has_words ? "word or phrase" : "code"), why);
  }
  if (wrong > kMostListReports) {
    draft->diagnostics->Error(column.span,
                              std::to_string(wrong - kMostListReports) +
                                  " more entries of the list '" + list->name + "' are no " +
                                  (has_words ? "words" : "codes"),
                              "see whether '" + column.text + "' is the right column");
  }
  if (entries.empty() && draft->diagnostics->error_count() == errors_before) {
    draft->diagnostics->Error(column.span, "the column '" + column.text + "' has no entries",
                              "fill it in the file, or remove the list");
  }
}

void LoadList(const YamlEntry& entry, BookDraft* draft) {
  const bool is_named = CheckName(entry.key, "a list", entry.key_span, draft->diagnostics);
  WordList list;
  list.name = entry.key;
  list.span = entry.key_span;
  if (entry.value.IsMap()) {
    YamlMap map(entry.value, form::kList, "list '" + entry.key + "'", draft->diagnostics);
    const auto file = map.RequiredText("file");
    const auto column = map.RequiredText("column");
    const auto scheme = map.OptionalText("scheme");
    map.Finish();
    if (scheme && CheckScheme(scheme->text, scheme->span, *draft)) list.scheme = scheme->text;
    const bool is_whole = file && column && (!scheme || !list.scheme.empty());
    if (is_whole) ReadEntries(*file, *column, &list, draft);
  } else {
    draft->diagnostics->Error(
        entry.value.span(), "list '" + entry.key + "' must name a file and a column of it", kForm);
  }
  if (!is_named) return;
  draft->lists.emplace(entry.key, static_cast<ListId>(draft->book.lists.size()));
  draft->book.lists.push_back(std::move(list));
}

}  // namespace

void LoadLists(YamlMap* top, BookDraft* draft) {
  const YamlNode* node = top->Optional("lists");
  if (node == nullptr) return;
  if (!node->IsMap() || node->entries().empty()) {
    draft->diagnostics->Error(node->span(), "`lists` has no lists under it", kForm);
    return;
  }
  for (const YamlEntry& entry : node->entries()) LoadList(entry, draft);
}

void ReadListed(const YamlNode& node, const TextScope& scope, BookDraft* draft,
                std::vector<Condition>* out) {
  std::vector<Condition> leaves;
  for (const SpannedText& name : WrittenTexts(node, "`listed`", draft->diagnostics)) {
    if (draft->diagnostics->HasTooManyErrors()) return;
    const auto found = draft->lists.find(name.text);
    if (found == draft->lists.end()) {
      draft->diagnostics->Error(name.span, "unknown list '" + name.text + "'",
                                NameHint(name.text, NamesOf(draft->lists),
                                         "add it under `lists:`, as in " + name.text +
                                             ": {file: " + name.text + ".csv, column: name}"));
      continue;
    }
    Condition leaf;
    leaf.kind = Condition::Kind::kListed;
    leaf.list = found->second;
    leaf.name = draft->book.lists[found->second].scheme;
    if (leaf.name.empty()) leaf.scope = scope;
    leaf.span = name.span;
    leaves.push_back(std::move(leaf));
  }
  if (leaves.size() == 1) {
    out->push_back(std::move(leaves.front()));
    return;
  }
  Condition any;
  any.kind = Condition::Kind::kAny;
  any.children = std::move(leaves);
  any.span = node.span();
  out->push_back(std::move(any));
}

bool LooksIntoTexts(const YamlNode& node, const BookDraft& draft) {
  const auto has_words = [&draft](const YamlNode& name) {
    const auto found = draft.lists.find(name.text());
    return found == draft.lists.end() || draft.book.lists[found->second].scheme.empty();
  };
  if (!node.IsList()) return has_words(node);
  return std::any_of(node.items().begin(), node.items().end(), has_words);
}

}  // namespace tranche
