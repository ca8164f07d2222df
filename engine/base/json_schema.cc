#include "engine/base/json_schema.h"

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tranche {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kWholeNumber = "^[-+]?[0-9]+$";

/// Collects the definitions that the schema of a form refers to.
class SchemaWriter {
 public:
  /// The schema of the value, or a reference to it where it has a name.
  Json Of(const FormValue& value);
  /// `$defs`, by name.
  Json Definitions() const;

 private:
  Json RefTo(const Form& form, bool is_change);
  Json Inline(const FormValue& value);
  Json MapOf(const Form& form);
  Json ChangesOf(const Form& form);
  void AddNames(const Form& form, Json* map);
  static Json Text(const FormValue& value);
  static Json Integer(const FormValue& value);
  Json OneOf(const FormValue& value);
  static Json Needs(const FormChoice& choice);
  static Json Ref(const std::string& id) { return {{"$ref", "#/$defs/" + id}}; }

  std::map<std::string, Json> definitions_;
};

Json SchemaWriter::RefTo(const Form& form, bool is_change) {
  const std::string id = std::string(form.id) + (is_change ? "_changes" : "");
  // The name enters first: a form may refer to itself.
  if (definitions_.emplace(id, Json()).second) {
    definitions_[id] = is_change ? ChangesOf(form) : MapOf(form);
  }
  return Ref(id);
}

Json SchemaWriter::Of(const FormValue& value) {
  if (value.id.empty()) return Inline(value);
  const std::string id(value.id);
  if (definitions_.emplace(id, Json()).second) definitions_[id] = Inline(value);
  return Ref(id);
}

Json SchemaWriter::Inline(const FormValue& value) {
  switch (value.kind) {
    case FormValue::Kind::kText:
    case FormValue::Kind::kPureText:
      return Text(value);
    case FormValue::Kind::kWord:
      return {{"enum", std::vector<std::string>(value.words.begin(), value.words.end())}};
    case FormValue::Kind::kInteger:
      return Integer(value);
    case FormValue::Kind::kTrueFalse:
      return {{"type", {"boolean", "string"}}, {"pattern", "^(true|false)$"}};
    case FormValue::Kind::kNothing:
      return {{"type", "null"}};
    case FormValue::Kind::kMap:
      return RefTo(*value.form, /*is_change=*/false);
    case FormValue::Kind::kChanges:
      return RefTo(*value.form, /*is_change=*/true);
    case FormValue::Kind::kList: {
      Json list = {{"type", "array"}, {"items", Of(*value.of)}};
      if (!value.may_be_empty) list["minItems"] = 1;
      return list;
    }
    case FormValue::Kind::kOneOf:
      return OneOf(value);
  }
  return {};
}

Json SchemaWriter::Text(const FormValue& value) {
  Json text;
  if (value.kind == FormValue::Kind::kPureText) {
    text["type"] = "string";
  } else {
    // What the loaders read as text, editors may read as a number or a truth value.
    text["type"] = {"string", "number", "boolean"};
  }
  if (!value.pattern.empty()) text["pattern"] = value.pattern;
  return text;
}

Json SchemaWriter::Integer(const FormValue& value) {
  if (value.from == value.to) return {{"enum", {value.from, std::to_string(value.from)}}};
  Json number = {{"type", {"integer", "string"}}, {"pattern", kWholeNumber}};
  if (value.from != INT64_MIN) number["minimum"] = value.from;
  if (value.to != INT64_MAX) number["maximum"] = value.to;
  return number;
}

Json SchemaWriter::OneOf(const FormValue& value) {
  if (!value.deciding_key.empty()) {
    return {{"if", {{"required", Json::array({std::string(value.deciding_key)})}}},
            {"then", Of(*value.choices[1])},
            {"else", Of(*value.choices[0])}};
  }
  Json choices = Json::array();
  for (const FormValue* choice : value.choices) choices.push_back(Of(*choice));
  return {{"anyOf", std::move(choices)}};
}

Json SchemaWriter::Needs(const FormChoice& choice) {
  Json each = Json::array();
  for (const std::string_view key : choice.keys) {
    each.push_back({{"required", Json::array({std::string(key)})}});
  }
  return {{choice.only_one ? "oneOf" : "anyOf", std::move(each)}};
}

Json SchemaWriter::MapOf(const Form& form) {
  Json map = {{"type", "object"}, {"title", form.what}, {"description", form.about}};
  std::vector<std::string> required;
  for (const FormKey& key : form.keys) {
    Json value = Of(*key.value);
    value["description"] = key.about;
    map["properties"][std::string(key.name)] = std::move(value);
    if (key.need == FormNeed::kRequired) required.emplace_back(key.name);
  }
  AddNames(form, &map);
  if (!required.empty()) map["required"] = required;
  if (form.is_filled) map["minProperties"] = 1;
  for (const FormChoice& choice : form.choices) map["allOf"].push_back(Needs(choice));
  return map;
}

Json SchemaWriter::ChangesOf(const Form& form) {
  Json map = {{"type", "object"}, {"title", form.what}, {"description", form.about}};
  for (const FormKey& key : form.keys) {
    Json choices = Json::array({Of(*key.value), {{"type", "null"}}});
    map["properties"][std::string(key.name)] = {{"anyOf", std::move(choices)},
                                                {"description", key.about}};
  }
  AddNames(form, &map);
  map["minProperties"] = 1;
  return map;
}

void SchemaWriter::AddNames(const Form& form, Json* map) {
  Json& others = (*map)["additionalProperties"];
  others = false;
  if (form.named == nullptr) return;
  Json named = Of(*form.named);
  if (form.name_pattern.empty()) {
    others = std::move(named);
  } else {
    (*map)["patternProperties"][std::string(form.name_pattern)] = std::move(named);
  }
}

Json SchemaWriter::Definitions() const {
  Json definitions = Json::object();
  for (const auto& [id, definition] : definitions_) definitions[id] = definition;
  return definitions;
}

}  // namespace

std::string JsonSchema(const FormValue& file, std::string_view title) {
  SchemaWriter writer;
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
  schema.update(writer.Of(file));
  schema["$defs"] = writer.Definitions();
  return schema.dump(2) + "\n";
}

}  // namespace tranche
