#include "tests/oracle/oracle.h"

#include <algorithm>
#include <cctype>

#include "engine/base/fold.h"

namespace tranche {
namespace {

using Tokens = std::vector<std::string>;

Tokens TokensOf(std::string_view text) {
  Tokens tokens;
  for (const FoldedToken& token : FoldWithPlaces(text)) tokens.push_back(token.text);
  return tokens;
}

bool Fits(const TokenPattern& pattern, const std::string& token) {
  if (token == kLabelBoundaryToken) return false;
  switch (pattern.kind) {
    case TokenPattern::Kind::kAny:
      return true;
    case TokenPattern::Kind::kExact:
      return token == pattern.text;
    case TokenPattern::Kind::kPrefix:
      return token.starts_with(pattern.text);
    case TokenPattern::Kind::kSuffix:
      return token.ends_with(pattern.text);
    case TokenPattern::Kind::kContains:
      return token.find(pattern.text) != std::string::npos;
  }
  return false;
}

/// Each label on its own, its words joined by hand.
bool RegexFinds(const Pattern& regex, const Tokens& tokens) {
  std::vector<std::string> labels(1);
  for (const std::string& token : tokens) {
    if (token == kLabelBoundaryToken) {
      labels.emplace_back();
    } else {
      labels.back() += (labels.back().empty() ? "" : " ") + token;
    }
  }
  return std::any_of(labels.begin(), labels.end(),
                     [&regex](const std::string& label) { return regex.MatchesPart(label); });
}

struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
};

void FindAll(const std::vector<TokenPattern>& phrase, const Tokens& text,
             std::vector<Place>* places) {
  if (phrase.empty()) return;
  for (std::size_t begin = 0; begin + phrase.size() <= text.size(); ++begin) {
    bool fits = true;
    for (std::size_t i = 0; i < phrase.size(); ++i) fits = fits && Fits(phrase[i], text[begin + i]);
    if (fits) places->push_back({begin, begin + phrase.size()});
  }
}

std::vector<Place> PlacesOf(const std::vector<WordPattern>& words, const Tokens& text) {
  std::vector<Place> places;
  for (const WordPattern& word : words) {
    FindAll(word.tokens, text, &places);
    FindAll(word.digraph_tokens, text, &places);
  }
  return places;
}

bool IsSeparator(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && std::isalnum(byte) == 0;
}

bool HasSeparator(std::string_view text) {
  return std::any_of(text.begin(), text.end(), IsSeparator);
}

bool CodeFits(const CodePattern& pattern, std::string_view code, bool segments) {
  if (pattern.kind == CodePattern::Kind::kExact) return code == pattern.from;
  const std::size_t length = pattern.from.size();
  if (code.size() < length) return false;
  const bool inside_segment =
      code.size() > length && !IsSeparator(code[length]) && !IsSeparator(code[length - 1]);
  if (segments && inside_segment) return false;
  const std::string_view start = code.substr(0, length);
  if (pattern.kind == CodePattern::Kind::kPrefix) return start == pattern.from;
  return pattern.from <= start && start <= pattern.to;
}

}  // namespace

Oracle::Line Oracle::Look(const LineSchema& schema, std::span<const std::string_view> cells,
                          const LineGroup& group) const {
  Line line{schema, cells, group, schema.languages, {}};
  for (std::size_t i = 0; i < schema.texts.size(); ++i) line.tokens.push_back(TokensOf(cells[i]));
  if (line.languages.empty()) {
    if (const Country* country = countries_.Find(group.country)) {
      line.languages = country->languages;
    }
  }
  return line;
}

Oracle::StudyVerdict Oracle::DecideForStudy(const LineSchema& schema,
                                            std::span<const std::string_view> cells,
                                            const LineGroup& group,
                                            const std::vector<RuleId>& open) const {
  const Line line = Look(schema, cells, group);
  StudyVerdict verdict;
  for (RuleId rule = 0; rule < book_.rules.size(); ++rule) {
    const Truth truth = Holds(book_.rules[rule].when, line);
    const bool holds_open = truth == Truth::kUnknown && book_.rules[rule].undecided_if_unknown;
    if (truth != Truth::kYes && !holds_open) continue;
    if (std::find(open.begin(), open.end(), rule) != open.end()) {
      verdict.open.push_back({rule, holds_open});
    } else if (verdict.fixed.rule == kOtherwiseRule) {
      verdict.fixed = {rule, holds_open};
    }
  }
  return verdict;
}

Oracle::Verdict Oracle::Decide(const LineSchema& schema, std::span<const std::string_view> cells,
                               const LineGroup& group) const {
  const Line line = Look(schema, cells, group);
  Verdict verdict;
  bool is_decided = false;
  for (RuleId rule = 0; rule < book_.rules.size(); ++rule) {
    const Truth truth = Holds(book_.rules[rule].when, line);
    const bool holds_open = truth == Truth::kUnknown && book_.rules[rule].undecided_if_unknown;
    if (!is_decided && (truth == Truth::kYes || holds_open)) {
      is_decided = true;
      verdict.decider = {rule, holds_open};
      if (holds_open || !book_.decide_unique) return verdict;
    } else if (!is_decided && truth == Truth::kUnknown) {
      verdict.untested.push_back(rule);
    } else if (is_decided && truth == Truth::kYes && !SayTheSame(verdict.decider.rule, rule)) {
      verdict.conflict = rule;
      return verdict;
    }
  }
  return verdict;
}

bool Oracle::SayTheSame(RuleId a, RuleId b) const {
  const Rule& first = book_.rules[a];
  const Rule& second = book_.rules[b];
  const Outcome& one = first.item ? book_.items[*first.item].counts : *first.outcome;
  const Outcome& other = second.item ? book_.items[*second.item].counts : *second.outcome;
  return one.choices == other.choices;
}

Oracle::Truth Oracle::Holds(const Condition& condition, const Line& line) const {
  switch (condition.kind) {
    case Condition::Kind::kListed: {
      const WordList& list = book_.lists[condition.list];
      return list.scheme.empty() ? HoldsForText(condition, line)
                                 : HoldsForCode(list.scheme, list.codes, line);
    }
    case Condition::Kind::kAll: {
      Truth truth = Truth::kYes;
      for (const Condition& child : condition.children) truth = std::min(truth, Holds(child, line));
      return truth;
    }
    case Condition::Kind::kAny: {
      Truth truth = Truth::kNo;
      for (const Condition& child : condition.children) truth = std::max(truth, Holds(child, line));
      return truth;
    }
    case Condition::Kind::kNot: {
      const Truth truth = Holds(condition.children.front(), line);
      if (truth == Truth::kUnknown) return truth;
      return truth == Truth::kYes ? Truth::kNo : Truth::kYes;
    }
    case Condition::Kind::kCountry: {
      const bool found = std::find(condition.countries.begin(), condition.countries.end(),
                                   line.group.country) != condition.countries.end();
      return found ? Truth::kYes : Truth::kNo;
    }
    case Condition::Kind::kYear:
      for (const auto& [from, to] : condition.years) {
        if (from <= line.group.year && line.group.year <= to) return Truth::kYes;
      }
      return Truth::kNo;
    case Condition::Kind::kCode:
      return HoldsForCode(condition.name, condition.codes, line);
    case Condition::Kind::kField:
    case Condition::Kind::kNature:
      return HoldsForValue(condition, line);
    case Condition::Kind::kMentions:
    case Condition::Kind::kWords:
    case Condition::Kind::kRegex:
      return HoldsForText(condition, line);
  }
  return Truth::kNo;
}

Oracle::Truth Oracle::HoldsForCode(const std::string& scheme, const std::vector<CodePattern>& codes,
                                   const Line& line) const {
  for (std::size_t i = 0; i < line.schema.schemes.size(); ++i) {
    if (line.schema.schemes[i] != scheme) continue;
    const std::string_view code = line.cells[line.schema.texts.size() + i];
    if (code.data() == nullptr) return Truth::kUnknown;
    for (const CodePattern& pattern : codes) {
      const bool segments = scheme == "cofog" || HasSeparator(pattern.from);
      if (CodeFits(pattern, code, segments)) return Truth::kYes;
    }
    return Truth::kNo;
  }
  return Truth::kUnknown;
}

Oracle::Truth Oracle::HoldsForValue(const Condition& condition, const Line& line) const {
  std::string_view value;
  if (condition.kind == Condition::Kind::kNature) {
    if (line.schema.has_nature) value = line.cells[line.schema.nature_column()];
  } else {
    for (std::size_t i = 0; i < line.schema.fields.size(); ++i) {
      if (line.schema.fields[i] == condition.name) {
        value = line.cells[line.schema.field_begin() + i];
      }
    }
  }
  if (value.data() == nullptr) return Truth::kUnknown;
  const auto& wanted = condition.values;
  return std::find(wanted.begin(), wanted.end(), value) != wanted.end() ? Truth::kYes : Truth::kNo;
}

Oracle::Truth Oracle::HoldsForText(const Condition& condition, const Line& line) const {
  bool has_text = false;
  for (std::size_t i = 0; i < line.schema.texts.size(); ++i) {
    const TextColumn& column = line.schema.texts[i];
    const auto& names = condition.scope.names;
    const bool in_scope = condition.scope.kind == TextScope::Kind::kAll ||
                          (condition.scope.kind == TextScope::Kind::kOwn && column.own) ||
                          (condition.scope.kind == TextScope::Kind::kParents && !column.own) ||
                          (condition.scope.kind == TextScope::Kind::kNamed &&
                           std::find(names.begin(), names.end(), column.name) != names.end());
    if (!in_scope || line.cells[i].data() == nullptr) continue;
    has_text = true;
    if (FindsIn(i, condition, line)) return Truth::kYes;
  }
  return has_text ? Truth::kNo : Truth::kUnknown;
}

bool Oracle::FindsIn(std::size_t text, const Condition& condition, const Line& line) const {
  const Tokens& tokens = line.tokens[text];
  switch (condition.kind) {
    case Condition::Kind::kWords:
      return !PlacesOf(condition.words, tokens).empty();
    case Condition::Kind::kListed:
      return !PlacesOf(book_.lists[condition.list].words, tokens).empty();
    case Condition::Kind::kRegex:
      return RegexFinds(*condition.regex, tokens);
    default:
      return std::any_of(condition.concepts.begin(), condition.concepts.end(),
                         [&](ConceptId id) { return Mentions(tokens, id, line); });
  }
}

bool Oracle::Mentions(const Tokens& tokens, ConceptId concept_id, const Line& line) const {
  std::vector<Place> own, exceptions, anybody;
  const bool might =
      std::any_of(book_.vocabulary.begin(), book_.vocabulary.end(), [&](const ConceptWords& words) {
        return words.concept_id == concept_id && !PlacesOf(words.words, tokens).empty();
      });
  if (!might) return false;
  for (const ConceptWords& words : book_.vocabulary) {
    const bool applies = words.language == "any" ||
                         std::find(line.languages.begin(), line.languages.end(), words.language) !=
                             line.languages.end();
    if (!applies) continue;
    const std::vector<Place> places = PlacesOf(words.words, tokens);
    anybody.insert(anybody.end(), places.begin(), places.end());
    if (words.concept_id != concept_id) continue;
    own.insert(own.end(), places.begin(), places.end());
    const std::vector<Place> voiding = PlacesOf(words.except, tokens);
    exceptions.insert(exceptions.end(), voiding.begin(), voiding.end());
  }
  const auto covers = [](const Place& outer, const Place& inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
  };
  return std::any_of(own.begin(), own.end(), [&](const Place& match) {
    const bool excepted = std::any_of(exceptions.begin(), exceptions.end(),
                                      [&](const Place& other) { return covers(other, match); });
    const bool inside_longer = std::any_of(anybody.begin(), anybody.end(), [&](const Place& other) {
      return covers(other, match) && other.end - other.begin > match.end - match.begin;
    });
    return !excepted && !inside_longer;
  });
}

}  // namespace tranche
