#include "engine/rulebook/load_outcome.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/rulebook/split_check.h"

namespace tranche {
namespace {

constexpr std::string_view kRest = "rest";
constexpr std::string_view kSplitForm = "write for example {direct-military: 30 %, excluded: rest}";

bool LooksLikeYear(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// `{2025: …, 2030: …}`: at least one key is a year.
bool HasYears(const YamlNode& node) {
  return node.IsMap() &&
         std::any_of(node.entries().begin(), node.entries().end(),
                     [](const YamlEntry& entry) { return LooksLikeYear(entry.key); });
}

std::vector<std::string> BucketNames(bool with_fixed, const BookDraft& draft) {
  std::vector<std::string> names;
  const std::size_t count = with_fixed ? draft.book.buckets.size() : draft.book.own_bucket_count();
  for (std::size_t i = 0; i < count; ++i) names.push_back(draft.book.buckets[i].name);
  return names;
}

/// Reads `{2025: …, 2030: …}` into `*steps`, each value by `read`. False where it was reported.
template <typename T, typename Read>
bool ReadSteps(const YamlNode& node, Diagnostics* diagnostics, const Read& read, ByYear<T>* steps) {
  std::map<std::int16_t, T> values;
  bool is_whole = true;
  for (const YamlEntry& entry : node.entries()) {
    if (!LooksLikeYear(entry.key)) {
      diagnostics->Error(
          entry.key_span, "'" + entry.key + "' stands among years, and is no year",
          "write the year from which each value holds, as in {2025: 40 %, 2030: 30 %}");
      is_whole = false;
      continue;
    }
    std::optional<T> value = read(entry.value);
    if (!value) is_whole = false;
    if (value) values.emplace(std::stoi(entry.key), *std::move(value));
  }
  for (auto& [year, value] : values) steps->Add(year, std::move(value));
  return is_whole;
}

std::optional<Share> ReadShare(const YamlNode& node, std::string_view what,
                               Diagnostics* diagnostics) {
  if (!node.IsScalar()) {
    diagnostics->Error(
        node.span(),
        std::string(what) + " must be a percentage, not " + std::string(node.KindName()),
        "write for example 30 %");
    return std::nullopt;
  }
  if (node.text().starts_with('$')) {
    diagnostics->Error(node.span(), "an option cannot stand here",
                       "write its value here, such as 30 %");
    return std::nullopt;
  }
  std::string why;
  const std::optional<Share> share = Share::Parse(node.text(), &why);
  if (!share) {
    // `'30' has no percent sign; write 30 %, not 30 or 0.3`: what is wrong, and what to do.
    const std::size_t mark = why.find("; ");
    std::string hint = mark == std::string::npos ? "write a percentage from 0 % to 100 %, such as "
                                                   "30 % or 12.5 %, with at most four decimals"
                                                 : why.substr(mark + 2);
    diagnostics->Error(node.span(), why.substr(0, mark), std::move(hint));
  }
  return share;
}

/// `$mobility`: the option, or nothing with a report. `wants_share`: else an outcome is wanted.
std::optional<OptionId> FindOption(const YamlNode& node, bool wants_share, const BookDraft& draft) {
  const std::string name = node.text().substr(1);
  const auto found = draft.options.find(name);
  if (found == draft.options.end()) {
    draft.diagnostics->Error(
        node.span(), "unknown option '" + name + "'",
        NameHint(name, NamesOf(draft.options),
                 "add it under `options:`, as in " + name + ": {title: …, value: 30 %}"));
    return std::nullopt;
  }
  // An option that could not be read was reported where it stands.
  if (draft.broken_options.contains(found->second)) return std::nullopt;
  if (draft.book.options[found->second].IsShare() == wants_share) return found->second;
  draft.diagnostics->Error(
      node.span(),
      wants_share ? "option '" + name + "' is an outcome, and a share must stand here"
                  : "option '" + name + "' is a share, and an outcome must stand here",
      wants_share ? "write the option alone, without braces: $" + name
                  : "write for example {broader-security: $" + name + ", excluded: rest}");
  return std::nullopt;
}

std::optional<ShareTerm> ReadShareTerm(const YamlNode& node, bool may_name_options,
                                       const BookDraft& draft) {
  ShareTerm term;
  if (may_name_options && node.IsScalar() && node.text().starts_with('$')) {
    const auto option = FindOption(node, /*wants_share=*/true, draft);
    if (!option) return std::nullopt;
    term.kind = ShareTerm::Kind::kOption;
    term.option = *option;
    return term;
  }
  if (node.IsScalar() && may_name_options && draft.options.contains(node.text())) {
    draft.diagnostics->Error(node.span(),
                             "'" + node.text() + "' is an option, and has a $ before it",
                             "write $" + node.text());
    return std::nullopt;
  }
  const auto shares = LoadShareByYear(node, "the share", draft.diagnostics);
  if (!shares) return std::nullopt;
  term.fixed = *shares;
  return term;
}

/// A split while its parts are being read.
struct Split {
  std::vector<Outcome::Part> parts;
  const YamlNode* rest = nullptr;  ///< where `rest` stands
  bool is_whole = true;            ///< false where a part was reported
};

void AddPart(const YamlEntry& entry, bool may_name_options, const BookDraft& draft, Split* split) {
  const auto bucket = FindBucketByName({entry.key, entry.key_span}, /*with_fixed=*/true, draft);
  std::optional<ShareTerm> term;
  if (entry.value.IsScalar() && entry.value.text() == kRest) {
    if (split->rest != nullptr) {
      draft.diagnostics->Error(entry.value.span(), "`rest` can stand only once in a split",
                               "give all buckets but one a share such as 30 %");
    } else {
      split->rest = &entry.value;
      term = ShareTerm{ShareTerm::Kind::kRest, {}, 0};
    }
  } else {
    term = ReadShareTerm(entry.value, may_name_options, draft);
  }
  if (!bucket || !term) split->is_whole = false;
  if (bucket && term) split->parts.push_back({*bucket, *std::move(term)});
}

std::optional<Outcome::Choice> ReadSplit(const YamlNode& node, bool may_name_options,
                                         const BookDraft& draft) {
  if (node.entries().empty()) {
    draft.diagnostics->Error(node.span(), "the split is empty", std::string(kSplitForm));
    return std::nullopt;
  }
  Split split;
  for (const YamlEntry& entry : node.entries()) AddPart(entry, may_name_options, draft, &split);
  if (!split.is_whole || !CheckSplit(node, split.parts, split.rest, draft)) return std::nullopt;
  return Outcome::Choice{std::nullopt, std::move(split.parts)};
}

/// A bucket, a split or `$option`: what holds from one year on.
std::optional<Outcome::Choice> ReadChoice(const YamlNode& node, bool may_name_options,
                                          const BookDraft& draft) {
  if (node.IsMap() && !HasYears(node)) return ReadSplit(node, may_name_options, draft);
  if (!node.IsScalar()) {
    draft.diagnostics->Error(
        node.span(),
        node.IsMap() ? "years stand inside years here"
                     : "an outcome is a bucket or a split, not " + std::string(node.KindName()),
        node.IsMap() ? "write years in one place only, as in {2025: excluded, 2027: $mobility}"
                     : std::string(kSplitForm));
    return std::nullopt;
  }
  if (node.text().starts_with('$')) {
    if (!may_name_options) {
      draft.diagnostics->Error(node.span(), "an option cannot name another option",
                               "write the value itself");
      return std::nullopt;
    }
    const auto option = FindOption(node, /*wants_share=*/false, draft);
    if (!option) return std::nullopt;
    return Outcome::Choice{option, {}};
  }
  if (node.text() == kRest) {
    draft.diagnostics->Error(node.span(), "`rest` stands only beside other shares",
                             std::string(kSplitForm));
    return std::nullopt;
  }
  const auto bucket = FindBucketByName({node.text(), node.span()}, /*with_fixed=*/true, draft);
  if (!bucket) return std::nullopt;
  return Outcome::Whole(*bucket).choices.steps().front().value;
}

}  // namespace

std::optional<Outcome> LoadOutcome(const YamlNode& node, const BookDraft& draft,
                                   bool may_name_options) {
  Outcome outcome;
  outcome.span = node.span();
  const auto read = [&](const YamlNode& value) {
    return ReadChoice(value, may_name_options, draft);
  };
  if (HasYears(node)) {
    if (!ReadSteps(node, draft.diagnostics, read, &outcome.choices)) return std::nullopt;
    return outcome;
  }
  std::optional<Outcome::Choice> choice = read(node);
  if (!choice) return std::nullopt;
  outcome.choices = ByYear<Outcome::Choice>(*std::move(choice));
  return outcome;
}

std::optional<Share> LoadShare(const YamlNode& node, std::string_view what,
                               Diagnostics* diagnostics) {
  if (HasYears(node)) {
    diagnostics->Error(node.span(), std::string(what) + " cannot change by year",
                       "write one value for all years, such as 30 %");
    return std::nullopt;
  }
  return ReadShare(node, what, diagnostics);
}

std::optional<ByYear<Share>> LoadShareByYear(const YamlNode& node, std::string_view what,
                                             Diagnostics* diagnostics) {
  const auto read = [&](const YamlNode& value) { return ReadShare(value, what, diagnostics); };
  if (HasYears(node)) {
    ByYear<Share> steps;
    if (!ReadSteps(node, diagnostics, read, &steps)) return std::nullopt;
    return steps;
  }
  const auto share = read(node);
  if (!share) return std::nullopt;
  return ByYear<Share>(*share);
}

std::optional<BucketId> FindBucketByName(const SpannedText& name, bool with_fixed,
                                         const BookDraft& draft) {
  const auto found = draft.buckets.find(name.text);
  if (found != draft.buckets.end() &&
      (with_fixed || found->second < draft.book.own_bucket_count())) {
    return found->second;
  }
  if (!draft.has_buckets) return std::nullopt;
  if (found != draft.buckets.end()) {
    draft.diagnostics->Error(name.span, "'" + name.text + "' is no bucket and cannot stand here",
                             "write one of " + Alternatives(BucketNames(false, draft)));
    return std::nullopt;
  }
  const std::vector<std::string> names = BucketNames(with_fixed, draft);
  if (draft.items.contains(name.text)) {
    draft.diagnostics->Error(name.span,
                             "'" + name.text + "' is an item, and a bucket must stand here",
                             "write one of " + Alternatives(names) + ", or is: " + name.text +
                                 " where a rule names what the line is");
    return std::nullopt;
  }
  draft.diagnostics->Error(
      name.span, "unknown bucket '" + name.text + "'",
      NameHint(name.text, names, "the buckets of this rulebook are " + Alternatives(names)));
  return std::nullopt;
}

}  // namespace tranche
