#include "engine/rulebook/load_regex.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/pattern.h"
#include "engine/base/utf8.h"
#include "engine/base/yaml_map.h"
#include "engine/rulebook/folded_expression.h"
#include "engine/rulebook/written_list.h"

namespace tranche {
namespace {

/// Texts that have nothing to do with each other: what takes them all takes everything.
constexpr std::array<std::string_view, 4> kUnlikeTexts = {"q", "0", "\u0436", "\u03C9"};

/// Words without a letter in common: what takes them all takes nearly every text of that script.
constexpr std::array<std::string_view, 4> kUnlikeWords = {"rhythm", "engage", "build", "socks"};

/// The bytes from `begin` to `end` of what was written at `text.span`; all of it where the text
/// does not stand there letter by letter (several lines, escapes in quotes).
SourceSpan PlaceInside(const SpannedText& text, std::size_t begin, std::size_t end) {
  if (text.span.source == nullptr || end <= begin) return text.span;
  std::string_view line = text.span.source->Line(text.span.line);
  for (std::uint32_t column = 1; column < text.span.column && !line.empty(); ++column) {
    line.remove_prefix(DecodeUtf8(line, 0).size);
  }
  const bool has_quote = !line.empty() && (line.front() == '\'' || line.front() == '"');
  if (has_quote) line.remove_prefix(1);
  if (!line.starts_with(text.text)) return text.span;
  const std::string_view written = text.text;
  SourceSpan place = text.span;
  place.column +=
      static_cast<std::uint32_t>(CountCodePoints(written.substr(0, begin))) + (has_quote ? 1 : 0);
  place.length = static_cast<std::uint32_t>(CountCodePoints(written.substr(begin, end - begin)));
  return place;
}

/// Control characters were reported when the file was read.
bool HasReportedControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return IsControl(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 0x80 &&
           c != '\t' && c != '\n' && c != '\r';
  });
}

bool ReportUnfolded(const SpannedText& text, Diagnostics* diagnostics) {
  const auto part = FindUnfolded(text.text);
  if (!part) return false;
  const SourceSpan place = PlaceInside(text, part->begin, part->end);
  if (part->kind == UnfoldedPart::Kind::kWordEdge) {
    diagnostics->Error(place, "\\b knows no letters but a to z, so it finds no edge of this word",
                       "write (^| ) for the beginning of a word and ( |$) for its end");
    return true;
  }
  if (part->kind == UnfoldedPart::Kind::kOuterSpace) {
    diagnostics->Error(place,
                       "no space stands at the beginning or end of the text that is searched",
                       part->proposal.empty() ? "remove it" : "write '" + part->proposal + "'");
    return true;
  }
  std::string shown = text.text.substr(part->begin, part->end - part->begin);
  if (shown == "\n") shown = "a line end";
  if (shown == "\t") shown = "a tab";
  const bool is_space = shown == " ";
  std::string hint =
      "`regex` searches small letters without accents and digits, with one space between words "
      "and no punctuation";
  if (!part->proposal.empty()) hint += "; write '" + part->proposal + "'";
  diagnostics->Error(place,
                     is_space ? "two spaces never stand together in the text that is searched"
                              : "'" + shown + "' never stands in the text that is searched",
                     hint);
  return true;
}

bool ReportTakesTooMuch(const SpannedText& text, const Pattern& pattern, Diagnostics* diagnostics) {
  const bool takes_all =
      std::all_of(kUnlikeTexts.begin(), kUnlikeTexts.end(),
                  [&pattern](std::string_view any) { return pattern.MatchesPart(any); });
  if (takes_all) {
    diagnostics->Error(text.span, "this expression takes every text",
                       "write the words that a text must have, or leave `regex` out");
    return true;
  }
  const bool takes_most =
      std::all_of(kUnlikeWords.begin(), kUnlikeWords.end(),
                  [&pattern](std::string_view word) { return pattern.MatchesPart(word); });
  if (takes_most) {
    diagnostics->Error(text.span, "this expression takes nearly every text",
                       "write the words that a text must have, or leave `regex` out");
    return true;
  }
  if (pattern.MatchesPart("")) {
    diagnostics->Error(text.span, "this expression also takes a text without any word",
                       "write the words that a text must have; what has a * or ? behind it may be "
                       "missing");
    return true;
  }
  return false;
}

/// The compiled expression, shared by all conditions that write the same; null with a report.
std::shared_ptr<const Pattern> ReadExpression(const SpannedText& text, BookDraft* draft) {
  Diagnostics* diagnostics = draft->diagnostics;
  if (HasReportedControl(text.text)) return nullptr;
  auto& known = draft->regexes[text.text];
  if (known != nullptr) return known;
  auto compiled = Pattern::Compile(text.text);
  if (!compiled.ok()) {
    const auto fault = FaultOf(text.text);
    if (fault) {
      diagnostics->Error(PlaceInside(text, fault->begin, fault->end), fault->reason, fault->advice);
    }
    return nullptr;
  }
  if (ReportTakesTooMuch(text, *compiled, diagnostics)) return nullptr;
  if (ReportUnfolded(text, diagnostics)) return nullptr;
  known = std::make_shared<const Pattern>(*std::move(compiled));
  return known;
}

}  // namespace

void ReadRegex(const YamlNode& node, const TextScope& scope, BookDraft* draft,
               std::vector<Condition>* out) {
  Condition any;
  any.kind = Condition::Kind::kAny;
  any.span = node.span();
  for (const SpannedText& text : WrittenTexts(node, "`regex`", draft->diagnostics)) {
    std::shared_ptr<const Pattern> pattern = ReadExpression(text, draft);
    if (pattern == nullptr) continue;
    Condition leaf;
    leaf.kind = Condition::Kind::kRegex;
    leaf.scope = scope;
    leaf.regex = std::move(pattern);
    leaf.span = text.span;
    any.children.push_back(std::move(leaf));
  }
  if (any.children.size() == 1) {
    Condition only = std::move(any.children.front());
    out->push_back(std::move(only));
  } else {
    out->push_back(std::move(any));
  }
}

}  // namespace tranche
