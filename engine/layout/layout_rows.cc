#include <utility>

#include "engine/layout/cell_text.h"
#include "engine/layout/forms.h"
#include "engine/layout/layout_reading.h"
#include "engine/layout/number_format.h"

namespace tranche {
namespace {

/// One value or a list of values that cells are compared with. Codes stand here, so what other
/// programs read as numbers must be in quotes.
std::vector<std::string> CellValues(const YamlNode& node, const std::string& what,
                                    LayoutReading& reading) {
  std::vector<std::string> values;
  const auto take = [&](const YamlNode& item) {
    const auto text = CodeText(item, what, reading.diagnostics);
    if (!text) return;
    if (TrimCell(text->text).empty()) {
      reading.diagnostics->Error(text->span, what + " is empty",
                                 "write `empty: true` for rows in which the cell is empty");
    }
    values.emplace_back(TrimCell(text->text));
  };
  if (!node.IsList()) {
    take(node);
    return values;
  }
  if (node.items().empty()) {
    reading.diagnostics->Error(node.span(), what + " is an empty list",
                               "write at least one value, or leave the key out");
  }
  for (const YamlNode& item : node.items()) take(item);
  return values;
}

/// Two codes of one length, the lower one first.
std::optional<std::pair<std::string, std::string>> CodeRange(const YamlNode& node,
                                                             LayoutReading& reading) {
  constexpr std::string_view kHow = R"(write it as in between: ["3000", "5999"])";
  if (!node.IsList() || node.items().size() != 2) {
    reading.diagnostics->Error(node.span(), "`between` must be two codes, the first and the last",
                               std::string(kHow));
    return std::nullopt;
  }
  const std::vector<std::string> codes = CellValues(node, "`between`", reading);
  if (codes.size() != 2) return std::nullopt;
  if (codes[0].size() == codes[1].size() && codes[0] <= codes[1]) {
    return std::pair(codes[0], codes[1]);
  }
  reading.diagnostics->Error(
      node.span(),
      codes[0].size() == codes[1].size() ? "`between` runs backwards"
                                         : "the two codes of `between` are not of one length",
      std::string(kHow) + "; codes of another length are never between them");
  return std::nullopt;
}

/// `as: control` with `of` and `tolerance`, which stand in entries of `drop` only.
void ReadControl(YamlMap& map, LayoutReading& reading, RowTest* test) {
  constexpr std::string_view kRowsAbove = "rows above";
  const auto as = map.OptionalText("as");
  const YamlNode* of = map.Optional("of");
  const YamlNode* tolerance = map.Optional("tolerance");
  if (as && as->text != "control") {
    reading.diagnostics->Error(as->span, "`as` cannot be '" + as->text + "'",
                               "write `as: control` where the rows are totals of other rows");
  }
  if (!as) {
    for (const YamlNode* lonely : {of, tolerance}) {
      if (lonely == nullptr) continue;
      reading.diagnostics->Error(
          lonely->span(),
          lonely == of ? "`of` needs `as: control`" : "`tolerance` needs `as: control`",
          "add it where the rows are totals of other rows");
    }
    return;
  }
  RowControl control;
  control.span = map.node().span();
  if (of != nullptr && of->IsScalar() && of->text() == kRowsAbove) {
    control.of = RowControl::Of::kRowsAbove;
  } else if (of != nullptr) {
    control.of = RowControl::Of::kColumns;
    control.columns = ColumnsOf(*of, "`of`", reading);
  }
  if (tolerance != nullptr) control.tolerance = ToleranceOf(*tolerance, reading);
  test->control = std::move(control);
}

/// `reason_key` is `because` for rows dropped, `otherwise` for rows that fail to be kept.
RowTest ReadRowTest(const YamlNode& node, const Form& form, std::string_view reason_key,
                    LayoutReading& reading) {
  RowTest test;
  YamlMap map(node, form, reading.diagnostics);
  if (const YamlNode* column = map.Required("column")) {
    if (auto ref = ColumnOf(*column, "`column`", reading)) test.column = *std::move(ref);
  }
  const YamlNode* equals = map.Optional("equals");
  const YamlNode* starts_with = map.Optional("starts_with");
  const YamlNode* matches = map.Optional("matches");
  const YamlNode* between = map.Optional("between");
  const bool has_empty = node.IsMap() && node.Find("empty") != nullptr;
  if (equals != nullptr) test.equals = CellValues(*equals, "`equals`", reading);
  if (starts_with != nullptr) test.starts_with = CellValues(*starts_with, "`starts_with`", reading);
  if (matches != nullptr) {
    test.matches = ExpressionOf(*matches, "`matches`", reading).value_or("");
  }
  if (between != nullptr) test.between = CodeRange(*between, reading);
  test.when_empty = map.OptionalBool("empty");
  if (auto reason = map.RequiredText(reason_key)) test.because = std::move(reason->text);
  if (&form == &form::kDropTest) ReadControl(map, reading, &test);
  map.Finish();
  if (node.IsMap() && equals == nullptr && starts_with == nullptr && matches == nullptr &&
      between == nullptr && !has_empty) {
    reading.diagnostics->Error(node.span(),
                               std::string(form.what) + " does not say which rows it means",
                               "add one of `equals: …`, `starts_with: …`, `matches: '/…/'`, "
                               "`between: […, …]`, `empty: true`");
  }
  return test;
}

void ReadRowTests(const YamlNode& node, const Form& form, std::string_view reason_key,
                  LayoutReading& reading, std::vector<RowTest>* tests) {
  if (!node.IsList()) {
    tests->push_back(ReadRowTest(node, form, reason_key, reading));
    return;
  }
  for (const YamlNode& item : node.items()) {
    tests->push_back(ReadRowTest(item, form, reason_key, reading));
  }
}

void ReadLeavesOf(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  LeavesOf leaves;
  leaves.span = node.span();
  YamlMap map(node, form::kLeavesOf, reading.diagnostics);
  if (const YamlNode* code = map.Required("code")) {
    leaves.code = ColumnsOf(*code, "`code`", reading);
  }
  if (const YamlNode* within = map.Optional("within")) {
    leaves.within = ColumnsOf(*within, "`within`", reading);
  }
  if (const YamlNode* headings = map.Optional("headings")) {
    leaves.headings = ColumnOf(*headings, "`headings`", reading);
  }
  if (const auto remainder = map.OptionalText("remainder")) {
    leaves.keep_remainder = remainder->text == "keep";
    if (remainder->text != "keep" && remainder->text != "refuse") {
      reading.diagnostics->Error(
          remainder->span, "`remainder` cannot be '" + remainder->text + "'",
          "write keep (what the rows below do not explain becomes a line) or "
          "refuse (it is an error)");
    }
  }
  map.Finish();
  for (const ColumnRef& code : leaves.code) {
    for (const ColumnRef& within : leaves.within) {
      if (code.name != within.name) continue;
      reading.diagnostics->Error(
          within.span, "the column '" + within.name + "' stands in `code` and in `within`",
          "keep it in `code` if it is part of the line's own number, in `within` if it says "
          "where the line belongs");
    }
  }
  layout->leaves_of = std::move(leaves);
}

}  // namespace

void ReadRows(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  YamlMap map(node, form::kRows, reading.diagnostics);
  if (const YamlNode* leaves = map.Optional("leaves_of")) ReadLeavesOf(*leaves, reading, layout);
  if (const YamlNode* level = map.Optional("level")) ReadLevel(*level, reading, layout);
  if (const YamlNode* once = map.Optional("once_per")) ReadOncePer(*once, reading, layout);
  if (const YamlNode* versions = map.Optional("versions")) {
    ReadVersions(*versions, reading, layout);
  }
  if (const YamlNode* drop = map.Optional("drop")) {
    ReadRowTests(*drop, form::kDropTest, "because", reading, &layout->drop);
  }
  if (const YamlNode* keep = map.Optional("keep")) {
    ReadRowTests(*keep, form::kKeepTest, "otherwise", reading, &layout->keep);
  }
  map.Finish();
}

}  // namespace tranche
