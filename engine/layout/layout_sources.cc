#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/layout/forms.h"
#include "engine/layout/layout_reading.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

/// Titles of the rows above a leaf, as a layout asks for them.
constexpr std::string_view kTitles = "titles";

bool IsSmallLetter(char c) { return c >= 'a' && c <= 'z'; }

/// Letters, digits, `_` and `-`, a letter first: what rules can name.
bool IsPlainName(std::string_view name) {
  const auto is_letter = [](char c) { return IsSmallLetter(c) || (c >= 'A' && c <= 'Z'); };
  return !name.empty() && is_letter(name[0]) && std::all_of(name.begin(), name.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

void CheckName(const YamlEntry& entry, std::string_view kind, LayoutReading& reading) {
  if (IsPlainName(entry.key)) return;
  reading.diagnostics->Error(
      entry.key_span, "'" + entry.key + "' cannot be the name of " + std::string(kind),
      "use letters without accents, digits, - and _, beginning with a letter");
}

/// `cofog`, or a country and a name: `esp-programa`.
void CheckSchemeName(const YamlEntry& entry, LayoutReading& reading) {
  const std::string& name = entry.key;
  if (name == "cofog") return;
  const bool has_form =
      name.size() > 4 && name[3] == '-' && std::all_of(name.begin(), name.end(), [](char c) {
        return IsSmallLetter(c) || (c >= '0' && c <= '9') || c == '-';
      });
  std::string country = name.substr(0, 3);
  for (char& c : country) {
    if (IsSmallLetter(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  if (has_form && reading.countries.IsKnownCountry(country)) return;
  reading.diagnostics->Error(entry.key_span, "'" + name + "' cannot be the name of a code scheme",
                             "write cofog, or the country's code and a name in small letters, such "
                             "as esp-programa");
}

/// The crosswalk's path from where the program stands; reported where no such file is there.
std::string CrosswalkPath(const SpannedText& text, LayoutReading& reading) {
  const fs::path path = (fs::path(reading.folder) / text.text).lexically_normal();
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    reading.diagnostics->Error(text.span, "there is no crosswalk file " + path.string(),
                               "the path starts at the folder of the layout file");
  }
  return path.string();
}

void ReadFrom(YamlMap& map, LayoutReading& reading, CellSource* source) {
  if (const YamlNode* from = map.Required("from")) {
    if (auto column = ColumnOf(*from, "`from`", reading)) {
      source->columns.push_back(*std::move(column));
    }
  }
}

void ReadJoin(const YamlNode& join, YamlMap& map, LayoutReading& reading, CellSource* source) {
  source->kind = CellSource::Kind::kJoin;
  source->columns = ColumnsOf(join, "`join`", reading);
  if (source->columns.size() == 1) {
    reading.diagnostics->Error(join.span(), "`join` needs at least two columns",
                               "name the columns that are joined, or write `column: …`");
  }
  const auto separator = map.OptionalText("with");
  source->separator = separator ? separator->text : "";
}

void ReadLookup(const YamlNode& lookup, YamlMap& map, LayoutReading& reading, CellSource* source) {
  source->kind = CellSource::Kind::kLookup;
  if (auto path = ScalarText(lookup, "`lookup`", reading.diagnostics)) {
    source->table_path = std::move(path->text);
    if (source->table_path.empty()) {
      reading.diagnostics->Error(path->span, "`lookup` is empty",
                                 "write the path of a file, starting at the folder of the data");
    }
  }
  if (auto key = map.RequiredText("key")) source->key_column = std::move(key->text);
  ReadFrom(map, reading, source);
  if (auto take = map.RequiredText("take")) source->take_column = std::move(take->text);
}

void ReadCrosswalk(const YamlNode& crosswalk, YamlMap& map, LayoutReading& reading,
                   CellSource* source) {
  source->kind = CellSource::Kind::kCrosswalk;
  if (const auto path = ScalarText(crosswalk, "`crosswalk`", reading.diagnostics)) {
    source->table_path = CrosswalkPath(*path, reading);
  }
  ReadFrom(map, reading, source);
}

/// The form of the map at `node`: that of the one key which says where the value comes from. Null,
/// and a report, where several do; where none does a report, and the form of such maps.
const Form* SourceFormOf(const YamlNode& node, const form::SourceForms& forms,
                         std::string_view what, LayoutReading& reading) {
  const std::array<std::pair<std::string_view, const Form*>, 4> ways = {
      {{"column", forms.column},
       {"join", forms.join},
       {"lookup", forms.lookup},
       {"crosswalk", forms.crosswalk}}};
  const Form* found = nullptr;
  bool is_ambiguous = false;
  for (const auto& [key, form] : ways) {
    if (node.Find(key) == nullptr) continue;
    is_ambiguous = found != nullptr;
    found = form;
    if (is_ambiguous) break;
  }
  if (found != nullptr && !is_ambiguous) return found;
  reading.diagnostics->Error(
      node.span(),
      std::string(what) +
          (is_ambiguous ? " comes from several places" : " does not say where it comes from"),
      "write one of `column`, `join`, `lookup`, `crosswalk`");
  return is_ambiguous ? nullptr : forms.none;
}

/// `of: own` (a line's own label) or `of: parents`.
bool ReadIsOwn(YamlMap& map, bool otherwise, LayoutReading& reading) {
  const auto of = map.OptionalText("of");
  if (!of) return otherwise;
  if (of->text != "own" && of->text != "parents") {
    reading.diagnostics->Error(of->span, "`of` cannot be '" + of->text + "'",
                               "write `of: parents` for a label above the line, `of: own` for the "
                               "line's own");
  }
  return of->text != "parents";
}

/// The map form of a source. `own` is null where `of` cannot stand in it.
CellSource ReadSourceMap(const YamlNode& node, const form::SourceForms& forms,
                         std::string_view what, LayoutReading& reading, bool* own) {
  CellSource source;
  source.span = node.span();
  const Form* form = SourceFormOf(node, forms, what, reading);
  if (form == nullptr) return source;
  YamlMap map(node, *form, std::string(what), reading.diagnostics);
  if (own != nullptr) *own = ReadIsOwn(map, *own, reading);
  if (form == forms.column) {
    auto ref = ColumnOf(*map.Required("column"), "`column`", reading);
    ColumnRef column = std::move(ref).value_or(ColumnRef());
    ReadPart(map, reading, &column);
    source.columns.push_back(std::move(column));
  }
  if (form == forms.join) ReadJoin(*map.Required("join"), map, reading, &source);
  if (form == forms.lookup) ReadLookup(*map.Required("lookup"), map, reading, &source);
  if (form == forms.crosswalk) ReadCrosswalk(*map.Required("crosswalk"), map, reading, &source);
  map.Finish();
  return source;
}

CellSource ReadSource(const YamlNode& node, std::string_view what, LayoutReading& reading) {
  if (node.IsMap()) return ReadSourceMap(node, form::kSource, what, reading, /*own=*/nullptr);
  CellSource source;
  source.span = node.span();
  if (auto column = ColumnOf(node, what, reading)) source.columns.push_back(*std::move(column));
  return source;
}

TextSource ReadText(const YamlEntry& entry, LayoutReading& reading) {
  const std::string what = "the text `" + entry.key + "`";
  const bool is_parents = entry.key == "parents";
  TextSource text;
  text.name = entry.key;
  text.own = !is_parents;
  if (is_parents && entry.value.IsScalar() && entry.value.text() == kTitles) {
    text.source.kind = CellSource::Kind::kParentTitles;
    text.source.span = entry.value.span();
    return text;
  }
  if (!entry.value.IsMap()) {
    text.source = ReadSource(entry.value, what, reading);
    return text;
  }
  text.source = ReadSourceMap(entry.value, form::kTextSource, what, reading, &text.own);
  if (is_parents && text.own) {
    reading.diagnostics->Error(entry.key_span, "a text named `parents` is no line's own label",
                               "give it another name");
  }
  return text;
}

/// True where `node` is a map; reported otherwise.
bool IsNamedList(const YamlNode& node, std::string_view key, std::string_view example,
                 LayoutReading& reading) {
  if (node.IsMap()) return true;
  reading.diagnostics->Error(
      node.span(),
      "`" + std::string(key) + "` must give each a name, not be " + std::string(node.KindName()),
      "write it as in `" + std::string(example) + "`");
  return false;
}

}  // namespace

void ReadTexts(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  if (!IsNamedList(node, "text", "text: {description: COLUMN}", reading)) return;
  for (const YamlEntry& entry : node.entries()) {
    CheckName(entry, "a text", reading);
    if (entry.key == "own") {
      reading.diagnostics->Error(entry.key_span, "a text cannot be named `own`",
                                 "in rules, `own` stands for all labels of the line itself");
    }
    layout->texts.push_back(ReadText(entry, reading));
  }
}

void ReadCodes(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  if (!IsNamedList(node, "codes", "codes: {cofog: COLUMN}", reading)) return;
  for (const YamlEntry& entry : node.entries()) {
    CheckSchemeName(entry, reading);
    layout->codes.push_back(
        {entry.key, ReadSource(entry.value, "the code `" + entry.key + "`", reading)});
  }
}

void ReadFields(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  if (!IsNamedList(node, "fields", "fields: {flow: COLUMN}", reading)) return;
  for (const YamlEntry& entry : node.entries()) {
    CheckName(entry, "a field", reading);
    layout->fields.push_back(
        {entry.key, ReadSource(entry.value, "the field `" + entry.key + "`", reading)});
  }
}

void ReadNature(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  layout->nature = ReadSource(node, "`nature`", reading);
}

}  // namespace tranche
