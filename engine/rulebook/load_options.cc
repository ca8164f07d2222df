#include "engine/rulebook/load_options.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/rulebook/forms.h"
#include "engine/rulebook/load_outcome.h"

namespace tranche {
namespace {

constexpr std::string_view kOptionForm =
    "write for example mobility: {title: Share for the military, value: 30 %, try: [0 %, 50 %]}";

/// A percentage, or steps of which the first is one: then a share is meant, right or wrong.
bool LooksLikeShare(const YamlNode& node) {
  if (node.IsScalar()) {
    return node.text().find('%') != std::string::npos ||
           (!node.text().empty() &&
            std::string_view("0123456789.,+-").find(node.text().front()) != std::string_view::npos);
  }
  if (!node.IsMap() || node.entries().empty()) return false;
  const YamlEntry& first = node.entries().front();
  const bool is_year =
      first.key.size() == 4 && first.key.find_first_not_of("0123456789") == std::string::npos;
  return is_year && first.value.IsScalar() && LooksLikeShare(first.value);
}

std::optional<OptionValue> LoadValue(const YamlNode& node, bool is_share, const BookDraft& draft) {
  if (is_share) {
    auto share = LoadShareByYear(node, "the value", draft.diagnostics);
    if (share) return OptionValue(*std::move(share));
    return std::nullopt;
  }
  auto outcome = LoadOutcome(node, draft, /*may_name_options=*/false);
  if (outcome) return OptionValue(*std::move(outcome));
  return std::nullopt;
}

void LoadTries(const YamlNode& node, bool is_share, Option* option, const BookDraft& draft) {
  if (!node.IsList() || node.items().empty()) {
    draft.diagnostics->Error(node.span(), "`try` must be a list of values",
                             is_share ? "write for example try: [0 %, 50 %, 100 %]"
                                      : "write for example try: [excluded, broader-security]");
    return;
  }
  for (const YamlNode& tried : node.items()) {
    if (LooksLikeShare(tried) != is_share) {
      draft.diagnostics->Error(
          tried.span(),
          is_share
              ? "the value of option '" + option->name + "' is a share, and this is none"
              : "the value of option '" + option->name + "' is an outcome, and this is a share",
          is_share ? "write a percentage, such as 50 %" : "write a bucket or a split");
      continue;
    }
    if (auto value = LoadValue(tried, is_share, draft)) option->tries.push_back(*std::move(value));
  }
}

/// False where the value was reported.
bool ReadOption(const YamlNode& node, Option* option, const BookDraft& draft) {
  if (!node.IsMap()) {
    draft.diagnostics->Error(node.span(), "option '" + option->name + "' needs `value:`",
                             node.IsScalar()
                                 ? "write " + option->name + ": {value: " + node.text() + "}"
                                 : std::string(kOptionForm));
    return false;
  }
  YamlMap map(node, form::kOption, "option '" + option->name + "'", draft.diagnostics);
  if (const auto title = map.OptionalText("title")) option->title = title->text;
  if (const auto why = map.OptionalText("why")) option->why = why->text;
  if (const auto source = map.OptionalText("source")) option->source = source->text;
  const YamlNode* value = map.Required("value");
  const YamlNode* tries = map.Optional("try");
  map.Finish();
  if (value == nullptr) return false;
  const bool is_share = LooksLikeShare(*value);
  auto loaded = LoadValue(*value, is_share, draft);
  if (tries != nullptr) LoadTries(*tries, is_share, option, draft);
  if (!loaded) return false;
  option->value = *std::move(loaded);
  return true;
}

}  // namespace

void LoadOptions(YamlMap* top, BookDraft* draft) {
  const YamlNode* node = top->Optional("options");
  if (node == nullptr) return;
  if (!node->IsMap() || node->entries().empty()) {
    draft->diagnostics->Error(node->span(), "`options` has no options under it",
                              std::string(kOptionForm));
    return;
  }
  for (const YamlEntry& entry : node->entries()) {
    if (!CheckName(entry.key, "an option", entry.key_span, draft->diagnostics)) continue;
    Option option;
    option.name = entry.key;
    option.title = entry.key;
    option.span = entry.key_span;
    const auto id = static_cast<OptionId>(draft->book.options.size());
    if (!ReadOption(entry.value, &option, *draft)) draft->broken_options.insert(id);
    draft->options.emplace(entry.key, id);
    draft->book.options.push_back(std::move(option));
  }
}

}  // namespace tranche
