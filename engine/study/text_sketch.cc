#include "engine/study/text_sketch.h"

#include <algorithm>

namespace tranche {

bool FitsToken(const TokenPattern& pattern, std::string_view token) {
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
      return token.find(pattern.text) != std::string_view::npos;
  }
  return false;
}

bool MayFitOneToken(const TokenPattern& a, const TokenPattern& b) {
  TokenSketch sketch;
  return sketch.Add(a) && sketch.Add(b);
}

bool TokenSketch::Fits(const std::string& token) const {
  return token.starts_with(prefix_) && token.ends_with(suffix_) &&
         std::all_of(inside_.begin(), inside_.end(), [&token](const std::string& part) {
           return token.find(part) != std::string::npos;
         });
}

bool TokenSketch::Add(const TokenPattern& pattern) {
  if (exact_) return FitsToken(pattern, *exact_);
  const std::string& text = pattern.text;
  switch (pattern.kind) {
    case TokenPattern::Kind::kAny:
      return true;
    case TokenPattern::Kind::kExact:
      if (!Fits(text)) return false;
      exact_ = text;
      return true;
    case TokenPattern::Kind::kPrefix:
      if (text.starts_with(prefix_)) prefix_ = text;
      return prefix_.starts_with(text);
    case TokenPattern::Kind::kSuffix:
      if (text.ends_with(suffix_)) suffix_ = text;
      return suffix_.ends_with(text);
    case TokenPattern::Kind::kContains:
      inside_.push_back(text);
      return true;
  }
  return false;
}

std::string TokenSketch::Text() const {
  if (exact_) return *exact_;
  std::string text = prefix_ + std::string(kFiller);
  for (const std::string& part : inside_) {
    if (text.find(part) != std::string::npos || suffix_.find(part) != std::string::npos) continue;
    text += part + std::string(kFiller);
  }
  return text + suffix_;
}

std::optional<TextSketch> TextSketch::Of(const std::vector<TokenPattern>& tokens) {
  return TextSketch().With(tokens, 0);
}

std::optional<TextSketch> TextSketch::With(const std::vector<TokenPattern>& tokens,
                                           std::ptrdiff_t begin) const {
  TextSketch grown = *this;
  if (begin < 0) {
    grown.tokens_.insert(grown.tokens_.begin(), static_cast<std::size_t>(-begin), TokenSketch());
    begin = 0;
  }
  const auto first = static_cast<std::size_t>(begin);
  grown.tokens_.resize(std::max(grown.tokens_.size(), first + tokens.size()));
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!grown.tokens_[first + i].Add(tokens[i])) return std::nullopt;
  }
  return grown;
}

std::vector<std::string> TextSketch::Tokens() const {
  std::vector<std::string> texts;
  texts.reserve(tokens_.size());
  for (const TokenSketch& token : tokens_) texts.push_back(token.Text());
  return texts;
}

bool Covers(const std::vector<TokenPattern>& wide, const std::vector<TokenPattern>& narrow) {
  const auto sketch = TextSketch::Of(narrow);
  if (!sketch || wide.empty()) return false;
  const std::vector<std::string> tokens = sketch->Tokens();
  for (std::size_t begin = 0; begin + wide.size() <= tokens.size(); ++begin) {
    const bool fits = std::equal(wide.begin(), wide.end(),
                                 tokens.begin() + static_cast<std::ptrdiff_t>(begin), FitsToken);
    if (fits) return true;
  }
  return false;
}

}  // namespace tranche
