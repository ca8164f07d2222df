#include "engine/base/yaml_map.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "engine/base/suggest.h"

namespace tranche {
namespace {

std::string Joined(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) {
    if (!joined.empty()) joined += ", ";
    joined += name;
  }
  return joined;
}

/// What word processors make of quotes.
bool BeginsWithCurvedQuote(std::string_view text) {
  constexpr std::array<std::string_view, 6> kQuotes = {"“", "”", "„", "‘", "’", "‚"};
  return std::any_of(kQuotes.begin(), kQuotes.end(),
                     [text](std::string_view quote) { return text.starts_with(quote); });
}

/// What to do where text is wanted and something else stands.
std::string KindHint(const YamlNode& node) {
  if (node.IsNull()) return "write something behind the colon, or remove the line";
  if (node.IsList()) return "write one text, without brackets and without '- ' before it";
  return "write text; if it has a colon or braces in it, put it in quotes";
}

}  // namespace

YamlMap::YamlMap(const YamlNode& node, const Form& form, std::string what, Diagnostics* diagnostics)
    : node_(node), form_(form), what_(std::move(what)), diagnostics_(diagnostics) {
  if (!node_.IsMap()) {
    diagnostics_->Error(
        node_.span(),
        what_ + " must be a set of `key: value` lines, not " + std::string(node_.KindName()),
        "write each key on a line of its own, a colon and a blank behind it, or all "
        "in braces: {key: value, key: value}");
  }
}

const YamlNode* YamlMap::Find(std::string_view key, FormNeed need) {
  const FormKey* known = form_.Find(key);
  const bool is_needless = known != nullptr && need == FormNeed::kRequired && known->need != need;
  if (known == nullptr || is_needless) {
    diagnostics_->Error(node_.span(),
                        "the program is at odds with itself: the form of " + what_ + " has no " +
                            (is_needless ? "required" : "key") + " `" + std::string(key) + "`",
                        "please report this; it is no mistake of yours");
  }
  return node_.IsMap() ? node_.Find(key) : nullptr;
}

const YamlNode* YamlMap::Optional(std::string_view key) { return Find(key, FormNeed::kOptional); }

const YamlNode* YamlMap::Required(std::string_view key) {
  const YamlNode* value = Find(key, FormNeed::kRequired);
  if (value == nullptr && node_.IsMap() && !node_.is_cut()) {
    diagnostics_->Error(node_.span(), what_ + " needs `" + std::string(key) + ":`",
                        "add a line `" + std::string(key) + ": …`");
  }
  return value;
}

std::optional<SpannedText> YamlMap::OptionalText(std::string_view key) {
  const YamlNode* value = Optional(key);
  if (value == nullptr) return std::nullopt;
  return ScalarText(*value, "`" + std::string(key) + "`", diagnostics_);
}

std::optional<SpannedText> YamlMap::RequiredText(std::string_view key) {
  const YamlNode* value = Required(key);
  if (value == nullptr) return std::nullopt;
  auto text = ScalarText(*value, "`" + std::string(key) + "`", diagnostics_);
  if (text && text->text.empty()) {
    diagnostics_->Error(text->span, "`" + std::string(key) + "` is empty",
                        "write a value behind the colon");
    return std::nullopt;
  }
  return text;
}

std::vector<SpannedText> YamlMap::TextList(std::string_view key) {
  const YamlNode* value = Optional(key);
  if (value == nullptr) return {};
  return TextsOf(*value, "`" + std::string(key) + "`", diagnostics_);
}

std::optional<std::int64_t> YamlMap::OptionalInteger(std::string_view key) {
  const YamlNode* value = Optional(key);
  if (value == nullptr) return std::nullopt;
  return IntegerOf(*value, "`" + std::string(key) + "`", diagnostics_);
}

std::optional<bool> YamlMap::OptionalBool(std::string_view key) {
  const YamlNode* value = Optional(key);
  if (value == nullptr) return std::nullopt;
  if (value->IsScalar() && value->text() == "true") return true;
  if (value->IsScalar() && value->text() == "false") return false;
  diagnostics_->Error(value->span(), "`" + std::string(key) + "` must be true or false",
                      "write true or false, without quotes");
  return std::nullopt;
}

void YamlMap::Finish() {
  if (form_.named != nullptr) return;
  std::vector<std::string> known;
  for (const YamlEntry& entry : node_.entries()) {
    if (diagnostics_->HasTooManyErrors()) return;
    if (form_.Find(entry.key) != nullptr) continue;
    if (std::find(allowed_.begin(), allowed_.end(), entry.key) != allowed_.end()) continue;
    if (known.empty()) {
      for (const FormKey& key : form_.keys) known.emplace_back(key.name);
    }
    std::string hint = DidYouMean(entry.key, known);
    if (hint.empty()) hint = what_ + " knows: " + Joined(known);
    diagnostics_->Error(entry.key_span, "unknown key `" + entry.key + "` in " + what_, hint);
  }
}

std::optional<SpannedText> ScalarText(const YamlNode& node, std::string_view what,
                                      Diagnostics* diagnostics) {
  if (node.IsScalar()) return SpannedText{node.text(), node.span()};
  diagnostics->Error(node.span(),
                     std::string(what) + " must be text, not " + std::string(node.KindName()),
                     KindHint(node));
  return std::nullopt;
}

std::vector<SpannedText> TextsOf(const YamlNode& node, std::string_view what,
                                 Diagnostics* diagnostics) {
  std::vector<SpannedText> texts;
  if (node.IsScalar()) {
    texts.push_back({node.text(), node.span()});
  } else if (node.IsList()) {
    for (const YamlNode& item : node.items()) {
      if (auto text = ScalarText(item, "each entry of " + std::string(what), diagnostics)) {
        texts.push_back(*std::move(text));
      }
    }
  } else {
    diagnostics->Error(
        node.span(),
        std::string(what) + " must be text or a list, not " + std::string(node.KindName()),
        KindHint(node));
  }
  return texts;
}

std::optional<std::int64_t> IntegerOf(const YamlNode& node, std::string_view what,
                                      Diagnostics* diagnostics, std::int64_t from,
                                      std::int64_t to) {
  const std::string& text = node.text();
  const char* begin = text.data();
  const char* end = begin + text.size();
  if (begin != end && *begin == '+') ++begin;
  std::int64_t value = 0;
  const auto [rest, error] = std::from_chars(begin, end, value);
  if (!node.IsScalar() || begin == end || error != std::errc() || rest != end) {
    diagnostics->Error(node.span(), std::string(what) + " must be a whole number",
                       "write digits only, without blanks, points or commas");
    return std::nullopt;
  }
  if (value < from || value > to) {
    diagnostics->Error(
        node.span(),
        std::string(what) + " must be from " + std::to_string(from) + " to " + std::to_string(to),
        "write a number between these two");
    return std::nullopt;
  }
  return value;
}

std::optional<SpannedText> CodeText(const YamlNode& node, std::string_view what,
                                    Diagnostics* diagnostics) {
  auto text = ScalarText(node, what, diagnostics);
  if (text && LooksLikeOtherType(node)) {
    diagnostics->Error(node.span(),
                       std::string(what) + " `" + text->text +
                           "` is read as something else by many programs when it has no quotes",
                       "write \"" + text->text + "\"");
    return std::nullopt;
  }
  if (text && !node.quoted() && BeginsWithCurvedQuote(text->text)) {
    diagnostics->Error(node.span(),
                       std::string(what) + " stands in curved quotes, which are part of the text",
                       "write straight quotes, as in \"02.1\"; word processors curve them");
    return std::nullopt;
  }
  return text;
}

}  // namespace tranche
