#include "engine/rulebook/load_condition.h"

#include <string>
#include <utility>
#include <vector>

#include "engine/base/yaml_map.h"
#include "engine/rulebook/condition_leaves.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/load_lists.h"
#include "engine/rulebook/load_regex.h"

namespace tranche {
namespace {

/// Nested deeper than a person can follow; keeps hostile files from exhausting the stack.
constexpr int kMaxDepth = 50;

Condition ReadMap(const YamlNode& node, int depth, BookDraft* draft);

Condition Join(Condition::Kind kind, std::vector<Condition> children, const SourceSpan& span) {
  if (children.size() == 1 && kind != Condition::Kind::kNot) return std::move(children.front());
  Condition joined;
  joined.kind = kind;
  joined.children = std::move(children);
  joined.span = span;
  return joined;
}

/// The maps of a list under `all`, `any` or `not`.
std::vector<Condition> ReadMaps(const YamlNode& node, int depth, BookDraft* draft) {
  std::vector<Condition> conditions;
  for (const YamlNode& item : node.items()) conditions.push_back(ReadMap(item, depth, draft));
  return conditions;
}

void ReadGroup(const YamlEntry& entry, Condition::Kind kind, int depth, BookDraft* draft,
               std::vector<Condition>* out) {
  if (!entry.value.IsList() || entry.value.items().empty()) {
    draft->diagnostics->Error(
        entry.value.span(), "`" + entry.key + "` must be a list of conditions",
        "write for example " + entry.key + ": [{country: ITA}, {mentions: bridge}]");
    return;
  }
  out->push_back(Join(kind, ReadMaps(entry.value, depth, draft), entry.key_span));
}

/// `not: {…}`, or a list of which none may hold.
void ReadNot(const YamlEntry& entry, int depth, BookDraft* draft, std::vector<Condition>* out) {
  std::vector<Condition> inner;
  if (entry.value.IsMap()) {
    inner.push_back(ReadMap(entry.value, depth, draft));
  } else if (entry.value.IsList() && !entry.value.items().empty()) {
    inner.push_back(
        Join(Condition::Kind::kAny, ReadMaps(entry.value, depth, draft), entry.key_span));
  } else {
    draft->diagnostics->Error(entry.value.span(), "`not` must be a condition or a list of them",
                              "write for example not: {mentions: heritage}");
    return;
  }
  out->push_back(Join(Condition::Kind::kNot, std::move(inner), entry.key_span));
}

void ReadKey(const YamlEntry& entry, const TextScope& scope, int depth, BookDraft* draft,
             std::vector<Condition>* out) {
  const std::string& key = entry.key;
  if (key == "code") ReadCodes(entry.value, draft, out);
  if (key == "field") ReadFields(entry.value, draft, out);
  if (key == "mentions") ReadMentions(entry.value, scope, draft, out);
  if (key == "words") ReadWords(entry.value, scope, draft, out);
  if (key == "regex") ReadRegex(entry.value, scope, draft, out);
  if (key == "listed") ReadListed(entry.value, scope, draft, out);
  if (key == "country") ReadCountries(entry.value, draft, out);
  if (key == "year") ReadYears(entry.value, draft, out);
  if (key == "nature") ReadNature(entry.value, draft, out);
  if (key == "all") ReadGroup(entry, Condition::Kind::kAll, depth + 1, draft, out);
  if (key == "any") ReadGroup(entry, Condition::Kind::kAny, depth + 1, draft, out);
  if (key == "not") ReadNot(entry, depth + 1, draft, out);
}

/// Reports keys that nobody knows.
void CheckKeys(const YamlNode& node, BookDraft* draft) {
  YamlMap map(node, form::kCondition, draft->diagnostics);
  if (const YamlNode* amount = node.Find("amount")) {
    map.Allow("amount");
    draft->diagnostics->Error(amount->span(), "a condition cannot ask for the amount",
                              "how a file splits a sum into rows is chance, and must not decide");
  }
  map.Finish();
}

TextScope ScopeOf(const YamlNode& node, BookDraft* draft) {
  const YamlNode* in = node.Find("in");
  if (in == nullptr) return {};
  const YamlNode* listed = node.Find("listed");
  const bool has_text = node.Find("mentions") != nullptr || node.Find("words") != nullptr ||
                        node.Find("regex") != nullptr ||
                        (listed != nullptr && LooksIntoTexts(*listed, *draft));
  if (!has_text) {
    draft->diagnostics->Error(in->span(), "`in` has nothing to look for here",
                              listed != nullptr
                                  ? "a list of codes is not looked for in texts; remove `in`"
                                  : "`in` says where `mentions` and `words` look; "
                                    "write it beside one of them, in the same braces");
  }
  return ReadScope(*in, draft->diagnostics);
}

Condition ReadMap(const YamlNode& node, int depth, BookDraft* draft) {
  if (depth > kMaxDepth) {
    draft->diagnostics->Error(node.span(), "conditions are nested too deep",
                              "split the rule into several");
    return {};
  }
  if (!node.IsMap() || node.entries().empty()) {
    draft->diagnostics->Error(
        node.span(),
        node.IsMap() || node.IsNull()
            ? "the condition is empty"
            : "a condition must be a set of `key: value`, not " + std::string(node.KindName()),
        "write for example {country: ITA, code: {cofog: \"02\"}}");
    return {};
  }
  CheckKeys(node, draft);
  const TextScope scope = ScopeOf(node, draft);
  std::vector<Condition> children;
  for (const YamlEntry& entry : node.entries()) ReadKey(entry, scope, depth, draft, &children);
  return Join(Condition::Kind::kAll, std::move(children), node.span());
}

}  // namespace

Condition LoadCondition(const YamlNode& node, BookDraft* draft) { return ReadMap(node, 0, draft); }

}  // namespace tranche
