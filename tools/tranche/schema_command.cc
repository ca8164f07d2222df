#include "tools/tranche/schema_command.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "engine/base/json_schema.h"
#include "engine/layout/forms.h"
#include "engine/rulebook/forms.h"
#include "tools/tranche/standard_output.h"

namespace tranche {
namespace {

/// A kind of file that has a schema.
struct SchemaKind {
  std::string_view name;
  FormValue file;
  std::string_view title;
};

std::array<SchemaKind, 7> Kinds() {
  return {{
      {"rulebook", form::kRulebookValue, "Tranche rulebook"},
      {"rules",
       {.kind = FormValue::Kind::kMap, .form = &form::kRulesFile},
       "Tranche: a file of rules that a rulebook includes"},
      {"items",
       {.kind = FormValue::Kind::kMap, .form = &form::kItemTitlesFile},
       "Tranche: titles of items"},
      {"vocabulary",
       {.kind = FormValue::Kind::kMap, .form = &form::kLanguageFile},
       "Tranche vocabulary: the words of one language"},
      {"concepts",
       {.kind = FormValue::Kind::kMap, .form = &form::kConceptsFile},
       "Tranche vocabulary: the names of the concepts"},
      {"layout", {.kind = FormValue::Kind::kMap, .form = &form::kLayout}, "Tranche layout"},
      {"dossier", {.kind = FormValue::Kind::kMap, .form = &form::kDossier}, "Tranche dossier"},
  }};
}

std::vector<std::string> KindNames() {
  std::vector<std::string> names;
  for (const SchemaKind& kind : Kinds()) names.emplace_back(kind.name);
  return names;
}

/// False, with a message, where the file cannot be written; then there is none, or the old one.
bool WriteFile(const std::string& path, const std::string& text) {
  namespace fs = std::filesystem;
  const std::string partial = path + ".partial";
  std::ofstream file(partial, std::ios::binary);
  file << text;
  file.close();
  std::error_code error;
  if (file) fs::rename(partial, path, error);
  if (file && !error) return true;
  std::error_code ignored;
  fs::remove(partial, ignored);
  std::fprintf(stderr, "tranche: %s cannot be written\n", path.c_str());
  return false;
}

constexpr char kFooter[] =
    "rulebook    a rulebook, such as rules/hague-2025.yaml\n"
    "rules       a file of rules that a rulebook includes\n"
    "items       the file of item titles\n"
    "vocabulary  the words of one language\n"
    "concepts    the file that names the concepts of a vocabulary\n"
    "layout      how to read one kind of budget file\n"
    "dossier     which files make up a figure\n"
    "\n"
    "In an editor: write the schema to a file beside the rulebook,\n"
    "    tranche schema rulebook --out rulebook.schema.json\n"
    "and put this line at the top of the rulebook:\n"
    "    # yaml-language-server: $schema=rulebook.schema.json\n"
    "Visual Studio Code with the extension \"YAML\" (of Red Hat) then offers the keys while you\n"
    "type, shows what each is for and underlines what does not fit; so do other editors with the\n"
    "YAML language server. A schema sees the form of a file only: names that exist nowhere, "
    "shares\n"
    "that do not make 100 % and the like are found by tranche check.\n"
    "Exit status: 0 written; 2 could not run.";

}  // namespace

SchemaCommand::SchemaCommand(CLI::App* app, ExitStatus* status) {
  CLI::App* command = app->add_subcommand(
      "schema", "Print a JSON Schema, with which an editor completes and checks YAML files");
  command->add_option("KIND", kind_, "rulebook, rules, items, vocabulary, concepts or layout")
      ->required()
      ->check(CLI::IsMember(KindNames()));
  command->add_option("--out", out_path_, "Write it to this file (default: standard output)");
  command->footer(kFooter);
  command->callback([this, status] { *status = Run(); });
}

ExitStatus SchemaCommand::Run() const {
  const auto kinds = Kinds();
  const auto* const kind = std::find_if(
      kinds.begin(), kinds.end(), [this](const SchemaKind& each) { return each.name == kind_; });
  const std::string schema = JsonSchema(kind->file, kind->title);
  const bool is_written = out_path_.empty() ? PrintToStdout(schema) : WriteFile(out_path_, schema);
  return is_written ? ExitStatus::kDone : ExitStatus::kCouldNotRun;
}

}  // namespace tranche
