#include "engine/run/book_pair.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/status/status.h"
#include "engine/base/suggest.h"
#include "engine/run/rulebook_file.h"

namespace tranche {
namespace {

std::string OptionOf(const std::string& setting) { return setting.substr(0, setting.find('=')); }

bool HasOption(const Rulebook& book, const std::string& name) {
  return std::any_of(book.options.begin(), book.options.end(),
                     [&name](const Option& option) { return option.name == name; });
}

std::vector<std::string> SettingsFor(const Rulebook& book,
                                     const std::vector<std::string>& settings) {
  std::vector<std::string> own;
  std::copy_if(settings.begin(), settings.end(), std::back_inserter(own),
               [&book](const std::string& setting) { return HasOption(book, OptionOf(setting)); });
  return own;
}

absl::Status CheckSettings(const BookPair& books, const std::vector<std::string>& settings) {
  for (const std::string& setting : settings) {
    const std::string name = OptionOf(setting);
    if (HasOption(books.left, name) || HasOption(books.right, name)) continue;
    std::vector<std::string> known;
    for (const Rulebook* book : {&books.left, &books.right}) {
      for (const Option& option : book->options) known.push_back(option.name);
    }
    const std::string hint = DidYouMean(name, known);
    return absl::NotFoundError("--set: neither book has an option '" + name + "'" +
                               (hint.empty() ? "" : "; " + hint));
  }
  return absl::OkStatus();
}

bool IsSame(const Diagnostic& a, const Diagnostic& b) {
  const auto path_of = [](const Diagnostic& each) {
    return each.span.source == nullptr ? "" : each.span.source->path();
  };
  return a.severity == b.severity && a.message == b.message && a.span.line == b.span.line &&
         a.span.column == b.span.column && path_of(a) == path_of(b);
}

void AppendNew(const Diagnostics& found, Diagnostics* diagnostics) {
  const std::vector<Diagnostic> known = diagnostics->items();
  for (const Diagnostic& each : found.items()) {
    const bool is_known = std::any_of(known.begin(), known.end(), [&each](const Diagnostic& other) {
      return IsSame(each, other);
    });
    if (!is_known) diagnostics->Report(each);
  }
}

}  // namespace

absl::StatusOr<std::optional<BookPair>> LoadBookPair(const std::string& left_path,
                                                     const std::string& right_path,
                                                     const CountryTable& countries,
                                                     const std::vector<std::string>& settings,
                                                     Diagnostics* diagnostics) {
  Diagnostics of_left;
  Diagnostics of_right;
  auto left = LoadRulebookFile(left_path, countries, &of_left);
  if (!left.ok()) return left.status();
  auto right = LoadRulebookFile(right_path, countries, &of_right);
  if (!right.ok()) return right.status();
  diagnostics->Append(of_left);
  AppendNew(of_right, diagnostics);
  if (!left->has_value() || !right->has_value()) return std::optional<BookPair>();
  BookPair books{**std::move(left), **std::move(right)};
  if (absl::Status checked = CheckSettings(books, settings); !checked.ok()) return checked;
  if (settings.empty()) return std::optional<BookPair>(std::move(books));
  // Which options a book has is known only now.
  Diagnostics of_settings;
  Diagnostics of_settings_right;
  left = LoadRulebook(left_path, countries, &of_settings, SettingsFor(books.left, settings));
  if (!left.ok()) return left.status();
  right =
      LoadRulebook(right_path, countries, &of_settings_right, SettingsFor(books.right, settings));
  if (!right.ok()) return right.status();
  AppendNew(of_settings, diagnostics);
  AppendNew(of_settings_right, diagnostics);
  if (!left->has_value() || !right->has_value()) return std::optional<BookPair>();
  return std::optional<BookPair>({**std::move(left), **std::move(right)});
}

}  // namespace tranche
