// The texts of a line that is made up.
#include <algorithm>

#include "engine/base/fold.h"
#include "engine/study/line_sketch.h"

namespace tranche {
namespace {

/// Columns that no condition names.
constexpr char kUnnamedOwn[] = "(own)";
constexpr char kUnnamedAbove[] = "(above)";
/// Whether a named field is a line's own is tried for each field up to so many.
constexpr std::size_t kMostNames = 6;

template <typename T>
void AddOnce(T value, std::vector<T>* all) {
  if (std::find(all->begin(), all->end(), value) == all->end()) all->push_back(std::move(value));
}

std::vector<std::string> NamesIn(const std::vector<const RuleNode*>& leaves) {
  std::vector<std::string> names;
  for (const RuleNode* leaf : leaves) {
    for (const std::string& name : leaf->source->scope.names) AddOnce(name, &names);
  }
  return names;
}

WitnessLine::Text* TextNamed(const std::string& name, WitnessLine* line) {
  for (WitnessLine::Text& text : line->texts) {
    if (text.name == name) return &text;
  }
  return nullptr;
}

}  // namespace

bool LineSketcher::PickTexts(const std::vector<LeafWish>& wishes, WitnessLine* line) {
  TextWishes sorted;
  for (const LeafWish& wish : wishes) {
    const RuleNode& leaf = node(wish.node);
    if (!leaf.is_text) continue;
    if (wish.wanted == Wanted::kTrue) sorted.mentioned.push_back(&leaf);
    if (wish.wanted == Wanted::kUnknown) sorted.absent.push_back(&leaf);
    if (wish.wanted == Wanted::kFalse) sorted.present.push_back(&leaf);
    if (wish.wanted == Wanted::kFalse || wish.wanted == Wanted::kNotTrue) {
      sorted.not_mentioned.push_back(&leaf);
    }
  }
  if (sorted.mentioned.empty() && sorted.present.empty()) return true;
  for (const LanguageMask languages : LanguagesFor(sorted)) {
    line->languages = languages;
    if (PickTextsIn(sorted, line)) return true;
  }
  return false;
}

/// Languages that one line may be in: one, those of a country, two, or all of the vocabulary's.
std::vector<LanguageMask> LineSketcher::LanguagesFor(const TextWishes& wishes) const {
  std::vector<LanguageMask> masks = {0};
  const auto mentions = [](const RuleNode* leaf) {
    return leaf->kind == Condition::Kind::kMentions;
  };
  if (std::none_of(wishes.mentioned.begin(), wishes.mentioned.end(), mentions) &&
      std::none_of(wishes.not_mentioned.begin(), wishes.not_mentioned.end(), mentions)) {
    return masks;
  }
  LanguageMask all = 0;
  for (const LanguageMask mask : languages_) AddOnce(mask, &masks), all |= mask;
  for (const LanguageMask mask : country_languages_) AddOnce(mask, &masks);
  for (const LanguageMask one : languages_) {
    for (const LanguageMask other : languages_) AddOnce(one | other, &masks);
  }
  AddOnce(all, &masks);
  return masks;
}

bool LineSketcher::PickTextsIn(const TextWishes& wishes, WitnessLine* line) {
  std::vector<std::string> names = NamesIn(wishes.mentioned);
  for (std::string& name : NamesIn(wishes.present)) AddOnce(std::move(name), &names);
  if (names.size() > kMostNames) names.resize(kMostNames);
  for (std::uint32_t owned = 0; owned < (std::uint32_t{1} << names.size()); ++owned) {
    line->texts.clear();
    columns_ = {{kUnnamedOwn, true, "", {}}, {kUnnamedAbove, false, "", {}}};
    for (std::size_t i = 0; i < names.size(); ++i) {
      columns_.push_back({names[i], ((owned >> i) & 1U) == 0, "", {}});
    }
    const auto add = [&](bool is_mentioned) {
      return [&, is_mentioned](const RuleNode* leaf) {
        return AddText(*leaf, is_mentioned, wishes, line);
      };
    };
    if (std::all_of(wishes.mentioned.begin(), wishes.mentioned.end(), add(true)) &&
        std::all_of(wishes.present.begin(), wishes.present.end(), add(false))) {
      return true;
    }
  }
  return false;
}

bool LineSketcher::AddText(const RuleNode& leaf, bool is_mentioned, const TextWishes& wishes,
                           WitnessLine* line) {
  const TextScope& scope = leaf.source->scope;
  if (!is_mentioned) {
    for (const WitnessLine::Text& text : line->texts) {
      if (scope.Takes(text.name, text.own)) return true;
    }
  }
  for (const WitnessLine::Text& column : columns_) {
    if (!scope.Takes(column.name, column.own)) continue;
    const bool is_barred =
        std::any_of(wishes.absent.begin(), wishes.absent.end(), [&](const RuleNode* absent) {
          return absent->source->scope.Takes(column.name, column.own);
        });
    if (is_barred) continue;
    const auto text =
        is_mentioned
            ? TextFor(leaf, column, wishes, line->languages)
            : std::optional(WitnessLine::Text{column.name, column.own, std::string(kFiller), {}});
    if (!text) continue;
    WitnessLine::Text* known = TextNamed(column.name, line);
    if (known == nullptr) {
      line->texts.push_back(*text);
      return true;
    }
    // Another label of the same field: no phrase reaches from one to the other.
    known->text += kLabelSeparator + text->text;
    known->regexes.insert(known->regexes.end(), text->regexes.begin(), text->regexes.end());
    return true;
  }
  return false;
}

std::optional<WitnessLine::Text> LineSketcher::TextFor(const RuleNode& leaf,
                                                       WitnessLine::Text column,
                                                       const TextWishes& wishes,
                                                       LanguageMask languages) {
  std::vector<AtomId> unwanted;
  for (const RuleNode* other : wishes.not_mentioned) {
    if (!other->source->scope.Takes(column.name, column.own)) continue;
    if (other->kind == Condition::Kind::kRegex) {
      const bool same = leaf.kind == Condition::Kind::kRegex &&
                        leaf.source->regex->expression() == other->source->regex->expression();
      if (same) return std::nullopt;
      continue;
    }
    const auto atoms = matcher_.rules().atoms(*other);
    unwanted.insert(unwanted.end(), atoms.begin(), atoms.end());
  }
  if (leaf.kind == Condition::Kind::kRegex) {
    column.text = kFiller;
    column.regexes = {leaf.source->regex->expression()};
    return column;
  }
  std::sort(unwanted.begin(), unwanted.end());
  auto text = texts_.Find(leaf, unwanted, languages);
  if (!text) return std::nullopt;
  column.text = *std::move(text);
  return column;
}

}  // namespace tranche
