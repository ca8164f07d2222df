#include "engine/rulebook/load_examples.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/fold.h"
#include "engine/base/suggest.h"
#include "engine/base/yaml_map.h"
#include "engine/rulebook/condition_leaves.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/written_list.h"

namespace tranche {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kExampleForm =
    "write for example {country: DEU, description: Neubau der Brücke, gives: roads}";

/// Keys that are no text fields.
std::vector<std::string> FixedKeys() {
  std::vector<std::string> keys;
  for (const FormKey& key : form::kExample.keys) keys.emplace_back(key.name);
  return keys;
}

Pairs ReadPairs(const YamlNode& node, const std::string& key, Diagnostics* diagnostics) {
  Pairs pairs;
  if (!node.IsMap() || node.entries().empty()) {
    diagnostics->Error(node.span(), "`" + key + "` of an example must be a name and its value",
                       key == "code" ? "write for example code: {cofog: \"02.1\"}"
                                     : "write for example field: {ministry: \"Defence\"}");
    return pairs;
  }
  for (const YamlEntry& entry : node.entries()) {
    if (const auto value = CodeText(entry.value, "the value", diagnostics)) {
      pairs.emplace_back(entry.key, value->text);
    }
  }
  return pairs;
}

/// Several titles (of the rows above a line) make one text, with a mark between them.
void ReadText(const YamlEntry& entry, BookDraft* draft, RuleExample* example) {
  const std::vector<std::string> near = NearestNames(entry.key, FixedKeys(), 1);
  if (!near.empty()) {
    draft->diagnostics->Warning(entry.key_span,
                                "'" + entry.key + "' is taken for the name of a text field",
                                DidYouMean(entry.key, near));
  }
  std::string joined;
  for (const SpannedText& text :
       WrittenTexts(entry.value, "`" + entry.key + "`", draft->diagnostics)) {
    if (!joined.empty()) joined += kLabelSeparator;
    joined += text.text;
  }
  example->texts.emplace_back(entry.key, std::move(joined));
}

void CheckGives(const SpannedText& gives, const BookDraft& draft) {
  if (draft.broken_items) return;
  const bool is_word = gives.text == "otherwise" || gives.text == "no match";
  if (is_word || draft.items.contains(gives.text) || draft.buckets.contains(gives.text)) return;
  std::vector<std::string> names = NamesOf(draft.items);
  for (const auto& [name, id] : draft.buckets) names.push_back(name);
  names.insert(names.end(), {"otherwise", "no match"});
  draft.diagnostics->Error(gives.span, "an example cannot give '" + gives.text + "'",
                           NameHint(gives.text, names,
                                    "name an item, a bucket, undecided, netted, otherwise, or "
                                    "no match"));
}

RuleExample LoadExample(const YamlNode& node, BookDraft* draft) {
  RuleExample example;
  example.span = node.span();
  YamlMap map(node, form::kExample, draft->diagnostics);
  if (!map.IsMap()) return example;
  for (const YamlEntry& entry : node.entries()) {
    if (entry.key == "country") {
      if (const auto code = ReadCountry(entry.value, *draft)) example.country = code->ToString();
    } else if (entry.key == "year") {
      const auto year = IntegerOf(entry.value, "`year`", draft->diagnostics, 1800, 2200);
      if (year) example.year = static_cast<std::int16_t>(*year);
    } else if (entry.key == "code") {
      example.codes = ReadPairs(entry.value, entry.key, draft->diagnostics);
    } else if (entry.key == "field") {
      example.fields = ReadPairs(entry.value, entry.key, draft->diagnostics);
    } else if (entry.key == "nature") {
      const auto nature = ScalarText(entry.value, "`nature`", draft->diagnostics);
      if (nature && CheckNature(*nature, draft->diagnostics)) example.nature = nature->text;
    } else if (entry.key != "gives") {
      ReadText(entry, draft, &example);
    }
  }
  const auto gives = map.RequiredText("gives");
  if (!gives) return example;
  CheckGives(*gives, *draft);
  example.gives = gives->text;
  return example;
}

}  // namespace

std::vector<RuleExample> LoadExamples(const YamlNode& node, BookDraft* draft) {
  std::vector<RuleExample> examples;
  if (!node.IsList() || node.items().empty()) {
    draft->diagnostics->Error(node.span(), "`examples` must be a list of examples",
                              std::string(kExampleForm));
    return examples;
  }
  for (const YamlNode& item : node.items()) {
    if (draft->diagnostics->HasTooManyErrors()) break;
    examples.push_back(LoadExample(item, draft));
  }
  return examples;
}

}  // namespace tranche
