#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "engine/base/misspelt_keys.h"
#include "engine/base/suggest.h"
#include "engine/base/yaml.h"
#include "engine/layout/dossier.h"
#include "engine/layout/forms.h"
#include "engine/layout/layout_reading.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder.empty() ? "." : folder, error)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// One reading of a dossier; reports and goes on.
class DossierReader {
 public:
  DossierReader(LayoutReading& reading, Dossier* dossier) : reading_(reading), dossier_(*dossier) {}

  void Read(const YamlNode& node);

 private:
  std::optional<DossierPath> PathOf(const YamlNode& node, std::string_view what);
  void ReadYears(const YamlNode& node);
  void ReadPhases(const YamlNode& node);
  void ReadFiles(const YamlNode& node);
  void ReadFile(const YamlNode& node);
  void ReadRelation(YamlMap& map, DossierFile* file);
  void CheckFile(const DossierFile& file);
  void ReadNotLoaded(const YamlNode& node);
  void ReadCovers(const YamlNode& node);
  void ReadGdp(const YamlNode& node);
  std::optional<std::int16_t> YearOf(const YamlNode& node);
  void Error(const SourceSpan& span, const std::string& what, std::string hint) {
    reading_.diagnostics->Error(span, what, std::move(hint));
  }

  LayoutReading& reading_;
  Dossier& dossier_;
};

std::optional<DossierPath> DossierReader::PathOf(const YamlNode& node, std::string_view what) {
  auto text = ScalarText(node, what, reading_.diagnostics);
  if (!text) return std::nullopt;
  if (text->text.empty()) {
    Error(text->span, std::string(what) + " is empty", "write the file's name");
    return std::nullopt;
  }
  const fs::path path = (fs::path(reading_.folder) / text->text).lexically_normal();
  std::error_code error;
  if (fs::is_directory(path, error)) {
    Error(text->span, "'" + text->text + "' is a folder", "name a file in it");
  } else if (!fs::exists(path, error)) {
    std::string hint = DidYouMean(path.filename().string(), NamesIn(path.parent_path()));
    if (hint.empty())
      hint = "paths begin at the folder of the dossier: looked for " + path.string();
    Error(text->span, "there is no file '" + text->text + "'", std::move(hint));
  }
  return DossierPath{*std::move(text), path.string()};
}

std::optional<std::int16_t> DossierReader::YearOf(const YamlNode& node) {
  const auto year = IntegerOf(node, "`year`", reading_.diagnostics, kFirstYear, kLastYear);
  if (!year) return std::nullopt;
  return static_cast<std::int16_t>(*year);
}

void DossierReader::ReadYears(const YamlNode& node) {
  if (!node.IsList()) {
    if (const auto year = YearOf(node)) dossier_.years.insert(*year);
    return;
  }
  for (const YamlNode& item : node.items()) {
    if (const auto year = YearOf(item)) dossier_.years.insert(*year);
  }
}

void DossierReader::ReadPhases(const YamlNode& node) {
  if (!node.IsList()) {
    if (const auto phase = PhaseOf(node, reading_)) dossier_.phases.insert(*phase);
    return;
  }
  for (const YamlNode& item : node.items()) {
    if (const auto phase = PhaseOf(item, reading_)) dossier_.phases.insert(*phase);
  }
}

void DossierReader::ReadRelation(YamlMap& map, DossierFile* file) {
  const YamlNode* adds = map.Optional("adds");
  const YamlNode* replaces = map.Optional("replaces");
  if (adds != nullptr) {
    file->relation_span = adds->span();
    if (adds->IsScalar() && adds->text() == "true") {
      file->relation = FileRelation::kAdds;
    } else {
      Error(adds->span(), "`adds` can only be true",
            "leave the key out where the file stands for itself");
    }
  }
  if (replaces == nullptr) return;
  if (adds != nullptr) {
    Error(replaces->span(), "a file cannot add and replace at once",
          "keep `adds: true` where all its money is new, `replaces: by key` where it repeats lines "
          "with other amounts");
    return;
  }
  file->relation_span = replaces->span();
  const auto text = ScalarText(*replaces, "`replaces`", reading_.diagnostics);
  if (!text) return;
  if (text->text == "by key") {
    file->relation = FileRelation::kReplacesByKey;
  } else if (text->text == "all") {
    file->relation = FileRelation::kReplacesAll;
  } else {
    Error(text->span, "`replaces` cannot be '" + text->text + "'",
          "write by key (its lines take the place of those with the same key) or all (it takes "
          "the place of the files before it)");
  }
}

void DossierReader::CheckFile(const DossierFile& file) {
  bool has_base = false;
  for (const DossierFile& other : dossier_.files) {
    has_base = has_base || other.part == file.part;
    if (other.file.path != file.file.path) continue;
    Error(file.file.written.span, "the file '" + file.file.written.text + "' stands here twice",
          "remove one of the two (the other is in " + PlaceOf(other.file.written.span) + ")");
  }
  if (file.relation == FileRelation::kNone || has_base) return;
  Error(file.relation_span,
        file.part.empty()
            ? std::string("no file stands before this one that it could add to or replace")
            : "no file of the part '" + file.part + "' stands before this one",
        file.part.empty() ? "put the budget itself first"
                          : "give the files that belong together the same `part`");
}

void DossierReader::ReadFile(const YamlNode& node) {
  DossierFile file;
  if (node.IsScalar()) {
    auto path = PathOf(node, "an entry of `files`");
    if (!path) return;
    file.file = *std::move(path);
  } else {
    YamlMap map(node, form::kDossierFile, reading_.diagnostics);
    const YamlNode* path_node = map.Required("path");
    if (const YamlNode* phase = map.Optional("phase")) file.phase = PhaseOf(*phase, reading_);
    if (const YamlNode* year = map.Optional("year")) file.year = YearOf(*year);
    if (const YamlNode* layout = map.Optional("layout")) file.layout = PathOf(*layout, "`layout`");
    if (auto part = map.OptionalText("part")) file.part = std::move(part->text);
    ReadRelation(map, &file);
    file.may_repeat = map.OptionalBool("repeats").value_or(false);
    if (const YamlNode* totals = map.Optional("control_total")) {
      file.control_totals = ReadControlTotals(*totals, reading_);
      for (ControlTotal& total : file.control_totals) total.of_this_file = true;
    }
    map.Finish();
    auto path = path_node == nullptr ? std::nullopt : PathOf(*path_node, "`path`");
    if (!path) return;
    file.file = *std::move(path);
  }
  CheckFile(file);
  dossier_.files.push_back(std::move(file));
}

void DossierReader::ReadFiles(const YamlNode& node) {
  if (!node.IsList() || node.items().empty()) {
    Error(node.span(),
          node.IsList() ? std::string("`files` is an empty list")
                        : "`files` must be a list, not " + std::string(node.KindName()),
          "write each file on a line of its own: - budget.csv");
    return;
  }
  for (const YamlNode& item : node.items()) ReadFile(item);
}

void DossierReader::ReadNotLoaded(const YamlNode& node) {
  if (!node.IsList()) {
    Error(node.span(), "`not_loaded` must be a list, not " + std::string(node.KindName()),
          "write - {part: …, why: …} for each");
    return;
  }
  for (const YamlNode& item : node.items()) {
    YamlMap map(item, form::kNotLoaded, reading_.diagnostics);
    const auto part = map.RequiredText("part");
    const auto why = map.RequiredText("why");
    map.Finish();
    if (part && why) dossier_.not_loaded.push_back({part->text, why->text});
  }
}

void DossierReader::ReadCovers(const YamlNode& node) {
  const auto text = ScalarText(node, "`covers`", reading_.diagnostics);
  if (!text) return;
  dossier_.is_part_of_budget = text->text == "part";
  if (text->text == "part" || text->text == "whole") return;
  Error(text->span, "`covers` cannot be '" + text->text + "'",
        "write part where the files hold only a part of the budget, whole otherwise");
}

void DossierReader::ReadGdp(const YamlNode& node) {
  if (node.IsScalar()) {
    dossier_.gdp = PathOf(node, "`gdp`");
    return;
  }
  YamlMap map(node, form::kDossierGdp, reading_.diagnostics);
  if (const YamlNode* file = map.Required("file")) dossier_.gdp = PathOf(*file, "`file`");
  if (auto edition = map.OptionalText("edition")) dossier_.gdp_edition = std::move(edition->text);
  map.Finish();
}

void DossierReader::Read(const YamlNode& node) {
  YamlMap map(node, form::kDossier, reading_.diagnostics);
  if (const YamlNode* name = map.Required("dossier")) {
    dossier_.name = FileName(*name, "dossier", reading_);
  }
  if (const YamlNode* format = map.Optional("format")) CheckFormat(*format, "dossiers", reading_);
  if (auto title = map.OptionalText("title")) dossier_.title = std::move(title->text);
  if (const YamlNode* year = map.Optional("year")) ReadYears(*year);
  if (const YamlNode* phase = map.Optional("phase")) ReadPhases(*phase);
  if (const YamlNode* files = map.Required("files")) ReadFiles(*files);
  if (const YamlNode* not_loaded = map.Optional("not_loaded")) ReadNotLoaded(*not_loaded);
  if (const YamlNode* covers = map.Optional("covers")) ReadCovers(*covers);
  if (const YamlNode* gdp = map.Optional("gdp")) ReadGdp(*gdp);
  if (const YamlNode* rules = map.Optional("rules")) dossier_.rules = PathOf(*rules, "`rules`");
  if (const YamlNode* decisions = map.Optional("decisions")) {
    dossier_.decisions = PathOf(*decisions, "`decisions`");
  }
  if (const YamlNode* corrections = map.Optional("corrections")) {
    dossier_.corrections = PathOf(*corrections, "`corrections`");
  }
  map.Finish();
}

}  // namespace

absl::StatusOr<std::optional<Dossier>> LoadDossier(const std::string& path,
                                                   const CountryTable& countries,
                                                   Diagnostics* diagnostics) {
  Diagnostics found;  // its own: the caller's may hold errors of other files
  absl::StatusOr<YamlNode> node = LoadYamlFile(path, &found);
  if (!node.ok()) return node.status();
  Dossier dossier;
  dossier.path = path;
  if (node->span().source != nullptr) dossier.text = std::string(node->span().source->content());
  LayoutReading reading{countries, fs::path(path).parent_path().string(), &found};
  // A file that is no YAML has one mistake, not also those that follow from it.
  if (node->IsMap() || !found.HasErrors()) {
    const FormValue dossier_form{.kind = FormValue::Kind::kMap, .form = &form::kDossier};
    DossierReader(reading, &dossier)
        .Read(CorrectMisspeltKeys(*std::move(node), dossier_form, &found));
  }
  diagnostics->Append(found);
  if (found.HasErrors()) return std::optional<Dossier>();
  return std::optional<Dossier>(std::move(dossier));
}

}  // namespace tranche
