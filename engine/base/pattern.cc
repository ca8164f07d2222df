#include "engine/base/pattern.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/stringpiece.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace tranche {
namespace {

/// Enough for any expression that a person writes; a counted repetition of a counted repetition is
/// refused with a message instead of eating the machine.
constexpr std::int64_t kMaxProgramBytes = std::int64_t{16} << 20;

/// What the expressions of a set may keep together while they search, besides their programs.
constexpr std::int64_t kSearchBytesOfSet = std::int64_t{64} << 20;
constexpr std::int64_t kLeastSearchBytes = std::int64_t{1} << 20;
/// So many bytes for each instruction, or RE2 gives its quick way of searching up.
constexpr std::int64_t kSearchBytesPerInstruction = 256;

RE2::Options MakeOptions(std::int64_t max_bytes = kMaxProgramBytes) {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingUTF8);
  options.set_log_errors(false);
  options.set_max_mem(max_bytes);
  return options;
}

/// Never a null pointer, so that offsets into an empty text are defined.
re2::StringPiece Piece(std::string_view text) {
  return text.empty() ? re2::StringPiece("", 0) : re2::StringPiece(text.data(), text.size());
}

struct FaultText {
  RE2::ErrorCode code;
  std::string_view reason;
  std::string_view advice;
};

constexpr std::array<FaultText, 12> kFaultTexts = {{
    {RE2::ErrorBadEscape, "a backslash before this character means nothing",
     "remove the backslash; known are \\d for a digit, \\w for a letter, \\b for the end of a "
     "word"},
    {RE2::ErrorBadCharClass, "there is no such group of characters",
     "write the characters themselves in brackets, as in [abc]"},
    {RE2::ErrorBadCharRange, "this range of characters runs backwards",
     "write the smaller one first, as in [a-z]"},
    {RE2::ErrorMissingBracket, "a bracket [ is never closed", "close it with ]"},
    {RE2::ErrorMissingParen, "a parenthesis ( is never closed", "close it with )"},
    {RE2::ErrorUnexpectedParen, "a parenthesis ) was never opened", "remove it, or open it with ("},
    {RE2::ErrorTrailingBackslash, "there is nothing behind the last backslash", "remove it"},
    {RE2::ErrorRepeatArgument, "there is nothing here that could be repeated",
     "put a letter or a group in parentheses before it; .* stands for any text"},
    {RE2::ErrorRepeatSize, "this repeats too often, or from more to fewer times",
     "the numbers in braces go from 0 to 1000, the smaller one first, as in {2,5}"},
    {RE2::ErrorRepeatOp, "two repetitions stand one behind the other",
     "keep one of them: * is any number of times, + is once or more, ? is once or not at all"},
    {RE2::ErrorBadPerlOp, "this form of parentheses is not known here",
     "to look ahead or behind is not possible; use a second condition, or `not`"},
    {RE2::ErrorPatternTooLarge, "this expression is too large",
     "shorten it; large numbers in braces, as in {500}, make it grow most"},
}};

PatternFault FaultFrom(const RE2& re2, std::string_view expression) {
  PatternFault fault{"this is no regular expression", "", 0, expression.size()};
  const auto known =
      std::find_if(kFaultTexts.begin(), kFaultTexts.end(),
                   [&re2](const FaultText& text) { return text.code == re2.error_code(); });
  if (known != kFaultTexts.end()) {
    fault.reason = known->reason;
    fault.advice = known->advice;
  } else {
    fault.advice = re2.error();
  }
  const std::string& part = re2.error_arg();
  const std::size_t at = expression.find(part);
  const bool says_all = part.empty() || at == std::string_view::npos;
  if (!says_all) {
    fault.begin = at;
    fault.end = at + part.size();
  }
  return fault;
}

/// True where the words that RE2 asks for, in small letters, may differ from those of folded text:
/// scripts whose folded form has capital letters, and characters written as numbers.
bool MayFoldDifferently(std::string_view expression) {
  return expression.find("\\x") != std::string_view::npos ||
         std::any_of(expression.begin(), expression.end(),
                     [](char c) { return static_cast<unsigned char>(c) > 0xE0; });
}

constexpr int kLeastLiteralBytes = 3;

/// The first bytes of a literal as a number.
std::uint32_t StartOf(std::string_view text) {
  const auto byte = [text](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
  };
  return byte(0) | byte(1) << 8 | byte(2) << 16;
}

}  // namespace

class Pattern::Compiled {
 public:
  explicit Compiled(std::string_view expression) : re2(Piece(expression), MakeOptions()) {}

  const RE2 re2;
};

Pattern::Pattern(std::string expression, std::unique_ptr<const Compiled> compiled)
    : expression_(std::move(expression)), compiled_(std::move(compiled)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

absl::StatusOr<Pattern> Pattern::Compile(std::string_view expression) {
  auto compiled = std::make_unique<const Compiled>(expression);
  if (!compiled->re2.ok()) {
    const std::string& reason = compiled->re2.error();
    return absl::InvalidArgumentError(absl::string_view(reason.data(), reason.size()));
  }
  return Pattern(std::string(expression), std::move(compiled));
}

std::int64_t Pattern::instructions() const { return std::max(0, compiled_->re2.ProgramSize()); }

bool Pattern::MatchesWhole(std::string_view text) const {
  return compiled_->re2.Match(Piece(text), 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

bool Pattern::MatchesPart(std::string_view text) const {
  return compiled_->re2.Match(Piece(text), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

std::optional<std::pair<std::size_t, std::size_t>> Pattern::Find(std::string_view text) const {
  const re2::StringPiece piece = Piece(text);
  re2::StringPiece match;
  if (!compiled_->re2.Match(piece, 0, text.size(), RE2::UNANCHORED, &match, 1)) {
    return std::nullopt;
  }
  const auto begin = static_cast<std::size_t>(match.data() - piece.data());
  return std::pair(begin, begin + match.size());
}

std::optional<std::string_view> Pattern::FirstGroup(std::string_view text) const {
  std::array<re2::StringPiece, 2> groups;
  const int wanted = compiled_->re2.NumberOfCapturingGroups() > 0 ? 1 : 0;
  if (!compiled_->re2.Match(Piece(text), 0, text.size(), RE2::UNANCHORED, groups.data(),
                            wanted + 1)) {
    return std::nullopt;
  }
  const re2::StringPiece& group = groups[static_cast<std::size_t>(wanted)];
  if (group.data() == nullptr) return std::nullopt;
  return std::string_view(group.data(), group.size());
}

std::vector<std::pair<std::string, std::size_t>> Pattern::NamedGroups() const {
  std::vector<std::pair<std::string, std::size_t>> groups;
  for (const auto& [number, name] : compiled_->re2.CapturingGroupNames()) {
    groups.emplace_back(name, static_cast<std::size_t>(number));
  }
  return groups;
}

bool Pattern::Groups(std::string_view text, std::span<std::string_view> groups) const {
  std::array<re2::StringPiece, kMostGroups + 1> found;
  const auto there = static_cast<std::size_t>(compiled_->re2.NumberOfCapturingGroups());
  const std::size_t wanted = std::min({groups.size(), there, kMostGroups});
  if (!compiled_->re2.Match(Piece(text), 0, text.size(), RE2::ANCHOR_BOTH, found.data(),
                            static_cast<int>(wanted + 1))) {
    return false;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    groups[i] = i < wanted ? std::string_view(found[i + 1].data(), found[i + 1].size())
                           : std::string_view();
  }
  return true;
}

std::optional<PatternFault> FaultOf(std::string_view expression) {
  const RE2 re2(Piece(expression), MakeOptions());
  if (re2.ok()) return std::nullopt;
  return FaultFrom(re2, expression);
}

PatternCost CostOf(const Pattern& pattern) {
  PatternCost cost;
  const RE2 re2(pattern.expression(), MakeOptions());
  cost.instructions =
      static_cast<std::size_t>(std::max({0, re2.ProgramSize(), re2.ReverseProgramSize()}));
  if (MayFoldDifferently(pattern.expression())) return cost;
  re2::FilteredRE2 filtered(kLeastLiteralBytes);
  int id = 0;
  std::vector<std::string> words;
  filtered.Add(pattern.expression(), MakeOptions(), &id);
  filtered.Compile(&words);
  cost.asks_for_a_word = !words.empty();
  return cost;
}

class PatternSet::Compiled {
 public:
  std::uint32_t Add(const std::string& expression, std::int64_t instructions) {
    const std::int64_t least =
        std::max(kLeastSearchBytes, instructions * kSearchBytesPerInstruction);
    added_.push_back({expression, std::min(least, kMaxProgramBytes)});
    return size_++;
  }

  void Build() {
    const auto count = static_cast<std::int64_t>(std::max<std::size_t>(added_.size(), 1));
    const std::int64_t part = std::min(kSearchBytesOfSet / count, kMaxProgramBytes);
    for (std::uint32_t number = 0; number < size_; ++number) {
      Compile(number, std::max(part, added_[number].least_bytes));
    }
    added_ = {};
    if (filtered_numbers_.empty()) return;
    filtered_.Compile(&literals_);
    for (std::size_t i = 0; i < literals_.size(); ++i) {
      literals_by_start_[StartOf(literals_[i])].push_back(static_cast<int>(i));
    }
  }

  bool empty() const { return size_ == 0; }

  void FindIn(std::string_view folded, std::vector<std::uint32_t>* found) const {
    for (const auto& [number, re2] : always_) {
      if (RE2::PartialMatch(Piece(folded), *re2)) found->push_back(number);
    }
    if (filtered_numbers_.empty()) return;
    std::vector<int> matching;
    filtered_.AllMatches(Piece(folded), LiteralsIn(folded), &matching);
    for (const int id : matching) {
      found->push_back(filtered_numbers_[static_cast<std::size_t>(id)]);
    }
  }

 private:
  struct Added {
    std::string expression;
    std::int64_t least_bytes;
  };

  /// What Pattern took is taken here: with fewer bytes where they are enough.
  void Compile(std::uint32_t number, std::int64_t max_bytes) {
    const std::string& expression = added_[number].expression;
    if (MayFoldDifferently(expression)) {
      auto re2 = std::make_unique<const RE2>(expression, MakeOptions(max_bytes));
      if (!re2->ok()) re2 = std::make_unique<const RE2>(expression, MakeOptions());
      always_.emplace_back(number, std::move(re2));
      return;
    }
    int id = 0;
    if (filtered_.Add(expression, MakeOptions(max_bytes), &id) != RE2::NoError) {
      filtered_.Add(expression, MakeOptions(), &id);
    }
    filtered_numbers_.push_back(number);
  }

  std::vector<int> LiteralsIn(std::string_view folded) const {
    std::vector<int> present;
    for (std::size_t at = 0; at + kLeastLiteralBytes <= folded.size(); ++at) {
      const auto known = literals_by_start_.find(StartOf(folded.substr(at)));
      if (known == literals_by_start_.end()) continue;
      for (const int literal : known->second) {
        const std::string& text = literals_[static_cast<std::size_t>(literal)];
        if (folded.substr(at).starts_with(text)) present.push_back(literal);
      }
    }
    std::sort(present.begin(), present.end());
    present.erase(std::unique(present.begin(), present.end()), present.end());
    return present;
  }

  std::uint32_t size_ = 0;
  std::vector<Added> added_;  ///< until Build
  re2::FilteredRE2 filtered_{kLeastLiteralBytes};
  std::vector<std::uint32_t> filtered_numbers_;  ///< by RE2's own number
  std::vector<std::pair<std::uint32_t, std::unique_ptr<const RE2>>> always_;
  std::vector<std::string> literals_;
  absl::flat_hash_map<std::uint32_t, std::vector<int>> literals_by_start_;
};

PatternSet::PatternSet() : compiled_(std::make_unique<Compiled>()) {}
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
PatternSet::~PatternSet() = default;

std::uint32_t PatternSet::Add(const Pattern& pattern) {
  return compiled_->Add(pattern.expression(), pattern.instructions());
}
void PatternSet::Build() { compiled_->Build(); }
bool PatternSet::empty() const { return compiled_->empty(); }
void PatternSet::FindIn(std::string_view folded, std::vector<std::uint32_t>* found) const {
  compiled_->FindIn(folded, found);
}

std::optional<std::string_view> SlashedPattern(std::string_view text) {
  if (text.size() < 2 || text.front() != '/' || text.back() != '/') return std::nullopt;
  const std::string_view inner = text.substr(1, text.size() - 2);
  const std::size_t last_other = inner.find_last_not_of('\\');
  const std::size_t backslashes =
      last_other == std::string_view::npos ? inner.size() : inner.size() - last_other - 1;
  if (backslashes % 2 != 0) return std::nullopt;
  return inner;
}

std::string WithNamedGroups(std::string_view expression) {
  std::string text;
  bool in_brackets = false;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const char c = expression[i];
    text += c;
    if (c == '\\' && i + 1 < expression.size()) {
      text += expression[++i];
    } else if (c == '[') {
      in_brackets = true;
    } else if (c == ']') {
      in_brackets = false;
    } else if (!in_brackets && expression.substr(i).starts_with("(?<") &&
               i + 3 < expression.size() && expression[i + 3] != '=' && expression[i + 3] != '!') {
      text += "?P";
      ++i;
    }
  }
  return text;
}

}  // namespace tranche
