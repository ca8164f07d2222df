#include "engine/match/regex_index.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/fold.h"

namespace tranche {
namespace {

/// In folded text a label separator is a token, with a space at each side that has words.
std::string_view WithoutSpaces(std::string_view label) {
  if (label.starts_with(' ')) label.remove_prefix(1);
  if (label.ends_with(' ')) label.remove_suffix(1);
  return label;
}

/// Words of one label, joined, and where each begins in the joined text.
struct JoinedLabel {
  std::string text;
  std::vector<std::size_t> begins;
  std::vector<FoldedToken> tokens;
};

std::vector<JoinedLabel> LabelsOf(std::string_view utf8) {
  std::vector<JoinedLabel> labels(1);
  for (FoldedToken& token : FoldWithPlaces(utf8)) {
    if (token.text == kLabelBoundaryToken) {
      labels.emplace_back();
      continue;
    }
    JoinedLabel& label = labels.back();
    if (!label.text.empty()) label.text += ' ';
    label.begins.push_back(label.text.size());
    label.text += token.text;
    label.tokens.push_back(std::move(token));
  }
  return labels;
}

/// The word that holds the byte `at` of the joined text, or the one before the space there.
const FoldedToken& TokenAt(const JoinedLabel& label, std::size_t at) {
  const auto next = std::upper_bound(label.begins.begin(), label.begins.end(), at);
  return label.tokens[static_cast<std::size_t>(next - label.begins.begin()) - 1];
}

}  // namespace

AtomId RegexIndex::Add(std::shared_ptr<const Pattern> regex, AtomId next_atom) {
  const auto known = numbers_.find(regex->expression());
  if (known != numbers_.end()) return entries_[known->second].atom;
  const std::uint32_t number = set_.Add(*regex);
  numbers_.emplace(regex->expression(), number);
  entries_.push_back({std::move(regex), next_atom});
  return next_atom;
}

void RegexIndex::Judge(std::string_view folded, std::vector<AtomId>* atoms) const {
  if (entries_.empty()) return;
  std::vector<std::uint32_t> found;
  for (std::size_t begin = 0; begin <= folded.size();) {
    const std::size_t end = std::min(folded.find(kLabelSeparator, begin), folded.size());
    set_.FindIn(WithoutSpaces(folded.substr(begin, end - begin)), &found);
    begin = end + 1;
  }
  for (const std::uint32_t number : found) atoms->push_back(entries_[number].atom);
}

std::vector<RegexIndex::Place> RegexIndex::PlacesIn(std::string_view utf8) const {
  std::vector<Place> places;
  if (entries_.empty()) return places;
  for (const JoinedLabel& label : LabelsOf(utf8)) {
    for (const Entry& entry : entries_) {
      const auto match = entry.regex->Find(label.text);
      if (!match) continue;
      Place place{entry.atom, entry.regex.get(), 0, 0};
      if (!label.tokens.empty()) {
        const std::size_t last = std::max(match->first + 1, match->second) - 1;
        place.begin = TokenAt(label, match->first).begin;
        place.end = TokenAt(label, last).end;
        // A match that begins with the space before a word begins with that word.
        const bool begins_with_space =
            match->first < label.text.size() && label.text[match->first] == ' ';
        if (begins_with_space && match->second > match->first + 1) {
          place.begin = TokenAt(label, match->first + 1).begin;
        }
      }
      places.push_back(place);
    }
  }
  return places;
}

}  // namespace tranche
