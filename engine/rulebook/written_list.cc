#include "engine/rulebook/written_list.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/rulebook/book_draft.h"

namespace tranche {
namespace {

using TextReader = std::optional<SpannedText> (*)(const YamlNode&, std::string_view, Diagnostics*);

void AppendText(const YamlNode& node, std::string_view what, TextReader read,
                Diagnostics* diagnostics, std::vector<SpannedText>* texts) {
  std::optional<SpannedText> text = read(node, what, diagnostics);
  if (!text) return;
  if (text->text.find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostics->Error(text->span, std::string(what) + " has an empty text",
                       "write something between the quotes, or remove them");
    return;
  }
  texts->push_back(*std::move(text));
}

std::vector<SpannedText> ReadTexts(const YamlNode& node, std::string_view what, TextReader read,
                                   Diagnostics* diagnostics) {
  std::vector<SpannedText> texts;
  if (node.IsList()) {
    if (node.items().empty()) {
      diagnostics->Error(node.span(), std::string(what) + " is an empty list",
                         "write what it shall take, or remove it");
    }
    for (const YamlNode& item : node.items()) AppendText(item, what, read, diagnostics, &texts);
  } else if (node.IsScalar()) {
    AppendText(node, what, read, diagnostics, &texts);
  } else {
    diagnostics->Error(
        node.span(),
        std::string(what) + " must be text or a list of texts, not " + std::string(node.KindName()),
        "write one text, or several in brackets: [first, second]");
  }
  return texts;
}

/// The same tokens give the same text, different ones a different one.
std::string TokensKey(const std::vector<TokenPattern>& tokens) {
  std::string key;
  for (const TokenPattern& token : tokens) {
    key += static_cast<char>('0' + static_cast<int>(token.kind));
    key += token.text;
    key += ' ';
  }
  return key;
}

}  // namespace

std::vector<SpannedText> WrittenTexts(const YamlNode& node, std::string_view what,
                                      Diagnostics* diagnostics) {
  return ReadTexts(node, what, &ScalarText, diagnostics);
}

std::vector<SpannedText> WrittenCodes(const YamlNode& node, std::string_view what,
                                      Diagnostics* diagnostics) {
  return ReadTexts(node, what, &CodeText, diagnostics);
}

std::vector<WordPattern> WrittenWords(const YamlNode& node, std::string_view what,
                                      bool with_digraphs, Diagnostics* diagnostics) {
  std::vector<WordPattern> words;
  std::map<std::string, std::string> first_written;
  for (const SpannedText& text : WrittenCodes(node, what, diagnostics)) {
    std::string why;
    std::optional<WordPattern> pattern = ParseWordPattern(text.text, with_digraphs, &why);
    if (!pattern) {
      diagnostics->Error(text.span, "'" + text.text + "' is no word or phrase", why);
      continue;
    }
    pattern->span = text.span;
    const auto [first, is_new] = first_written.emplace(TokensKey(pattern->tokens), text.text);
    if (!is_new) {
      diagnostics->Warning(
          text.span,
          "'" + text.text + "' takes the same words as '" + first->second + "' in this list",
          "remove one of them; case, accents and punctuation make no difference");
    }
    words.push_back(*std::move(pattern));
  }
  return words;
}

}  // namespace tranche
