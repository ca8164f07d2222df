#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "engine/base/pattern.h"
#include "engine/base/suggest.h"
#include "engine/layout/cell_text.h"
#include "engine/layout/forms.h"
#include "engine/layout/layout_reading.h"
#include "engine/source/encoding.h"

namespace tranche {
namespace {

/// `/…/` or `/…/ x6`; nothing where the text is a word.
std::optional<HeaderPattern> HeaderExpression(const SpannedText& entry, LayoutReading& reading) {
  const std::string_view text = TrimCell(entry.text);
  const std::size_t last_slash = text.rfind('/');
  if (last_slash == std::string_view::npos) return std::nullopt;
  const auto expression = SlashedPattern(text.substr(0, last_slash + 1));
  if (!expression) return std::nullopt;
  HeaderPattern pattern;
  pattern.is_regex = true;
  pattern.text = std::string(*expression);
  const std::string_view times = TrimCell(text.substr(last_slash + 1));
  if (!times.empty()) {
    const char* const end = times.data() + times.size();
    const auto [rest, error] = std::from_chars(times.data() + 1, end, pattern.at_least);
    if (times[0] != 'x' || error != std::errc() || rest != end || pattern.at_least == 0) {
      reading.diagnostics->Error(
          entry.span, "'" + std::string(times) + "' behind an expression is no number of columns",
          R"(write '/\d{4}/ x6' for at least six such columns)");
      pattern.at_least = 1;
    }
  }
  if (pattern.text.empty()) {
    reading.diagnostics->Error(entry.span, "the expression between the slashes is empty",
                               R"(write it as in '/\d{4}/', or name a column without slashes)");
  } else {
    ExpressionIsSound(pattern.text, entry.span, reading);
  }
  return pattern;
}

HeaderPattern HeaderWord(const SpannedText& entry, LayoutReading& reading) {
  HeaderPattern pattern;
  pattern.text = std::string(TrimCell(entry.text));
  if (pattern.text.empty() || pattern.text == "*") {
    reading.diagnostics->Error(entry.span,
                               "an entry of `header` must say more than '" + pattern.text + "'",
                               "name a column that these files have, and others have not");
  }
  return pattern;
}

/// One mark out of `.`, `,` and the like: `names` are the words for marks that are hard to see.
struct MarkName {
  std::string_view word;
  char mark;
};

std::optional<char> MarkOf(const SpannedText& text, std::string_view what,
                           std::initializer_list<MarkName> allowed, LayoutReading& reading) {
  std::string choices;
  for (const MarkName& name : allowed) {
    if (text.text == name.word) return name.mark;
    if (!choices.empty()) choices += ", ";
    choices += "\"" + std::string(name.word) + "\"";
  }
  reading.diagnostics->Error(text.span, std::string(what) + " cannot be '" + text.text + "'",
                             "it is one of: " + choices);
  return std::nullopt;
}

void ReadNumberMarks(YamlMap& map, LayoutReading& reading, Layout* layout) {
  const auto decimal = map.OptionalText("decimal");
  if (decimal) {
    layout->decimal_mark = MarkOf(*decimal, "`decimal`", {{".", '.'}, {",", ','}}, reading);
  }
  const auto group = map.OptionalText("group");
  if (group) {
    layout->group_mark = MarkOf(*group, "`group`",
                                {{".", '.'},
                                 {",", ','},
                                 {"'", '\''},
                                 {"\xE2\x80\x99", '\''},
                                 {" ", ' '},
                                 {"space", ' '},
                                 {"none", '\0'}},
                                reading);
  }
  if (group && layout->decimal_mark && layout->decimal_mark == layout->group_mark) {
    reading.diagnostics->Error(group->span, "`decimal` and `group` are the same mark",
                               "`decimal` stands before the cents, `group` between thousands");
  }
}

constexpr std::size_t kLongestDelimiter = 4;

// A character that may stand between cells.
bool SeparatesCells(char c) {
  constexpr std::string_view kOfNumbersAndQuotes = "\"'.-+";
  return c > ' ' && c < '\x7F' && kOfNumbersAndQuotes.find(c) == std::string_view::npos &&
         !((c | 0x20) >= 'a' && (c | 0x20) <= 'z') && !(c >= '0' && c <= '9');
}

// `;`, `||`, `tab`, and tabs and spaces beside other characters.
bool IsDelimiter(std::string_view text) {
  if (text == "\t") return true;
  if (text.empty() || text.size() > kLongestDelimiter) return false;
  return std::any_of(text.begin(), text.end(), SeparatesCells) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return SeparatesCells(c) || c == ' ' || c == '\t'; });
}

void ReadDelimiter(const SpannedText& text, LayoutReading& reading, Layout* layout) {
  const std::string delimiter = text.text == "tab" ? "\t" : text.text;
  if (!IsDelimiter(delimiter)) {
    reading.diagnostics->Error(text.span, "`delimiter` cannot be '" + text.text + "'",
                               "write the one mark between cells, such as \";\" or \",\", or tab");
    return;
  }
  layout->dialect.delimiter = delimiter[0];
  layout->dialect.delimiter_rest = delimiter.substr(1);
}

// `quote` or `escape`: one character, NUL for `none`.
std::optional<char> QuoteOf(const SpannedText& text, std::string_view key, LayoutReading& reading) {
  constexpr std::string_view kQuotes = "\"'!#$%&*/:<>@\\^_`|~";
  if (text.text == "none") return '\0';
  if (text.text.size() == 1 && kQuotes.find(text.text[0]) != std::string_view::npos) {
    return text.text[0];
  }
  reading.diagnostics->Error(text.span, "`" + std::string(key) + "` cannot be '" + text.text + "'",
                             key == "quote"
                                 ? "write the one mark around cells, such as '\"', or none"
                                 : "write the one mark before a quote, such as '\\', or none");
  return std::nullopt;
}

void ReadQuotes(YamlMap& map, LayoutReading& reading, Layout* layout) {
  DialectHints& dialect = layout->dialect;
  const auto quote = map.OptionalText("quote");
  if (quote) dialect.quote = QuoteOf(*quote, "quote", reading);
  if (const auto escape = map.OptionalText("escape")) {
    dialect.escape = QuoteOf(*escape, "escape", reading);
  }
  if (quote && dialect.quote && dialect.delimiter == dialect.quote) {
    reading.diagnostics->Error(quote->span, "`quote` and `delimiter` are the same mark",
                               "`delimiter` stands between cells, `quote` around one");
  }
}

// A key with two words, of which the first is what holds without it.
bool ReadWord(YamlMap& map, std::string_view key, std::string_view word, LayoutReading& reading) {
  const auto text = map.OptionalText(key);
  if (!text || text->text == "reject") return false;
  if (text->text == word) return true;
  reading.diagnostics->Error(text->span,
                             "`" + std::string(key) + "` cannot be '" + text->text + "'",
                             "write " + std::string(word) +
                                 ", or leave the key out: then such rows"
                                 " are rejected");
  return false;
}

void ReadHeaderPlace(YamlMap& map, LayoutReading& reading, Layout* layout) {
  DialectHints& dialect = layout->dialect;
  if (const YamlNode* row = map.Optional("header_row")) {
    const auto value = IntegerOf(*row, "`header_row`", reading.diagnostics, 1, 1'000'000);
    if (value) dialect.header_row = static_cast<std::uint32_t>(*value);
  }
  const YamlNode* const rows = map.Optional("header_rows");
  if (rows != nullptr) {
    const auto value = IntegerOf(*rows, "`header_rows`", reading.diagnostics, 1, 9);
    if (value) dialect.header_rows = static_cast<std::uint32_t>(*value);
  }
  const auto header = map.OptionalText("header");
  if (header && header->text != "none") {
    reading.diagnostics->Error(header->span, "`header` cannot be '" + header->text + "'",
                               "write none where the file has no row with the titles of columns,"
                               " else `header_row`");
  } else if (header) {
    dialect.has_header = false;
    if (rows != nullptr) {
      reading.diagnostics->Error(rows->span(), "`header_rows` has no meaning beside `header: none`",
                                 "leave one of the two out");
    }
  }
}

void ReadSheetName(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  auto name = ScalarText(node, "`sheet`", reading.diagnostics);
  if (!name) return;
  if (TrimCell(name->text).empty()) {
    reading.diagnostics->Error(name->span, "`sheet` is empty",
                               "write the sheet's name as its tab shows it, or its number: 1 is "
                               "the first");
    return;
  }
  layout->dialect.sheet = std::move(name->text);
}

}  // namespace

void ReadRecognise(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  YamlMap map(node, form::kRecognise, reading.diagnostics);
  for (const SpannedText& entry : map.TextList("header")) {
    auto expression = HeaderExpression(entry, reading);
    layout->recognise_header.push_back(expression ? *std::move(expression)
                                                  : HeaderWord(entry, reading));
  }
  if (const auto file_name = map.OptionalText("file_name")) {
    const auto slashed = SlashedPattern(file_name->text);
    const std::string_view expression = slashed ? *slashed : std::string_view(file_name->text);
    if (expression.empty()) {
      reading.diagnostics->Error(file_name->span, "`file_name` is empty",
                                 "write a part of the file's name, or leave the key out");
    } else if (ExpressionIsSound(expression, file_name->span, reading)) {
      layout->recognise_file_name = std::string(expression);
    }
  }
  map.Finish();
  if (node.IsMap() && node.Find("header") == nullptr && node.Find("file_name") == nullptr) {
    reading.diagnostics->Error(node.span(), "`recognise` needs `header:` or `file_name:`",
                               "name the columns by which these files are known");
  }
}

void ReadFileForm(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  YamlMap map(node, form::kFileForm, reading.diagnostics);
  if (const auto delimiter = map.OptionalText("delimiter")) {
    ReadDelimiter(*delimiter, reading, layout);
  }
  if (const auto name = map.OptionalText("encoding")) {
    layout->dialect.encoding = EncodingByName(name->text);
    if (!layout->dialect.encoding) {
      reading.diagnostics->Error(name->span, "unknown encoding '" + name->text + "'",
                                 EncodingAdvice(name->text));
    }
  }
  ReadQuotes(map, reading, layout);
  ReadNumberMarks(map, reading, layout);
  if (const YamlNode* sheet = map.Optional("sheet")) ReadSheetName(*sheet, reading, layout);
  ReadHeaderPlace(map, reading, layout);
  layout->dialect.fills_short_rows = ReadWord(map, "short_rows", "fill", reading);
  layout->dialect.cuts_empty_cells = ReadWord(map, "long_rows", "cut_empty", reading);
  layout->dialect.joins_wrapped_rows = ReadWord(map, "wrapped_rows", "join", reading);
  map.Finish();
}

}  // namespace tranche
