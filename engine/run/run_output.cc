#include "engine/run/run_output.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "engine/base/digest.h"
#include "engine/report/json_report.h"
#include "engine/report/line_table.h"
#include "engine/report/resolved_book.h"
#include "engine/report/tables.h"
#include "engine/run/classify.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

absl::StatusOr<RecordedFile> Fingerprint(const std::string& path) {
  std::ifstream input(path, std::ios::binary);
  const std::string content{std::istreambuf_iterator<char>(input),
                            std::istreambuf_iterator<char>()};
  if (!input) return absl::NotFoundError("cannot read " + path + " again for the run record");
  return RecordedFile{path, Sha256Hex(content)};
}

std::string_view CompressionName(Compression compression) {
  switch (compression) {
    case Compression::kGzip:
      return "gzip";
    case Compression::kZstd:
      return "zstd";
    case Compression::kNone:
      break;
  }
  return "none";
}

/// Where a used file goes below `used/`: at its place in the home, or, for files from elsewhere,
/// below `folder` at its place beside `anchor` (a step up becomes `up`).
std::string PlaceInUsed(const std::string& path, const Home& home, const std::string& folder,
                        const std::string& anchor) {
  const fs::path in_home = fs::path(path).lexically_normal().lexically_relative(
      fs::path(home.folder).lexically_normal());
  if (!in_home.empty() && *in_home.begin() != "..") return "used/" + in_home.generic_string();
  fs::path place = fs::path("used") / folder;
  const fs::path beside = fs::path(path).lexically_normal().lexically_relative(
      fs::path(anchor).parent_path().lexically_normal());
  for (const fs::path& part : beside.empty() ? fs::path(path).filename() : beside) {
    place /= part == ".." ? fs::path("up") : part;
  }
  return place.generic_string();
}

}  // namespace

absl::StatusOr<RunOutput> RunOutput::Begin(const std::string& folder, bool with_lines) {
  auto begun = RunFolder::Begin(folder);
  if (!begun.ok()) return begun.status();
  RunOutput output(*std::move(begun));
  struct Table {
    std::optional<OutputFile>* file;
    const char* name;
    std::string_view header;
  };
  std::vector<Table> tables = {{&output.undecided_, "undecided.csv", UndecidedHeader()},
                               {&output.rejected_, "rejected.csv", RejectedHeader()}};
  if (with_lines) tables.push_back({&output.lines_, "lines.csv", LinesHeader()});
  for (const Table& table : tables) {
    auto file = output.folder_.Create(table.name);
    if (!file.ok()) return file.status();
    table.file->emplace(*std::move(file));
    absl::Status written = (*table.file)->Write(table.header);
    if (!written.ok()) return written;
  }
  return output;
}

absl::Status RunOutput::Write(InputFile& input, const ChunkOutput& chunk) {
  rejected_csv_.clear();
  for (const RejectedRow& row : chunk.rejected) {
    AppendRejectedRow(RejectedIn(input, row), &rejected_csv_);
  }
  absl::Status status = rejected_->Write(rejected_csv_);
  if (status.ok()) status = undecided_->Write(chunk.undecided_csv);
  if (status.ok() && lines_) status = lines_->Write(chunk.lines_csv);
  return status;
}

RejectedInFile RejectedIn(InputFile& input, const RejectedRow& row) {
  RejectedInFile rejected = {input.name(), row.row,    row.offset_bytes,
                             row.column,   row.reason, row.text};
  // Bytes of the text that a sheet was turned into are no place that anybody can look up.
  if (input.workbook() != nullptr) rejected.offset_bytes.reset();
  return rejected;
}

absl::Status RunOutput::CloseTables() {
  for (std::optional<OutputFile>* file : {&lines_, &undecided_, &rejected_}) {
    if (!*file) continue;
    absl::Status closed = (*file)->Close();
    if (!closed.ok()) return closed;
  }
  return absl::OkStatus();
}

absl::Status RunOutput::WriteRecord(const ClassifyRequest& request, const LineSelection& selection,
                                    const ClassifyResult& result,
                                    const std::vector<PreparedFile>& files) {
  RunRecord record;
  record.version = request.program_version;
  record.selection = selection;
  record.result = &result;
  std::set<std::string> layouts, companions;
  for (const PreparedFile& file : files) {
    if (file.is_carried) continue;
    auto digest = file.input->Sha256();
    if (!digest.ok()) return digest.status();
    record.inputs.push_back({file.input->name(), file.input->size_bytes(), *std::move(digest),
                             std::string(CompressionName(file.input->compression()))});
    layouts.insert(file.plan->layout().path);
    companions.insert(file.plan->companion_paths().begin(), file.plan->companion_paths().end());
  }
  const auto add = [](const std::set<std::string>& paths,
                      std::vector<RecordedFile>* recorded) -> absl::Status {
    for (const std::string& path : paths) {
      auto fingerprint = Fingerprint(path);
      if (!fingerprint.ok()) return fingerprint.status();
      recorded->push_back(*std::move(fingerprint));
    }
    return absl::OkStatus();
  };
  absl::Status status = add(layouts, &record.layouts);
  if (status.ok()) status = add(companions, &record.companions);
  if (!status.ok()) return status;
  auto gdp = Fingerprint(result.gdp_path);
  if (!gdp.ok()) return gdp.status();
  record.gdp = *std::move(gdp);
  return folder_.WriteFile("run.json", RunJson(record));
}

absl::Status RunOutput::CopyUsed(const ClassifyRequest& request, const ClassifyResult& result,
                                 const std::vector<PreparedFile>& files) {
  const Home& home = request.home;
  const std::string& book = result.rulebook->files.front().path;
  std::map<std::string, std::string> place_of;  // from path to place, each file once
  for (const PreparedFile& file : files) {
    const Layout& layout = file.plan->layout();
    place_of[layout.path] = PlaceInUsed(layout.path, home, "corpus/layouts", layout.path);
    for (const std::string& path : file.plan->companion_paths()) {
      place_of[path] = PlaceInUsed(path, home, "corpus/layouts", layout.path);
    }
  }
  place_of[result.gdp_path] =
      PlaceInUsed(result.gdp_path, home, "corpus/reference", result.gdp_path);
  place_of[home.CountryTablePath()] = "used/corpus/reference/countries.csv";
  for (const auto& [path, place] : place_of) {
    absl::Status copied = folder_.CopyFile(path, place);
    if (!copied.ok()) return copied;
  }
  if (result.decisions) {
    absl::Status written = folder_.WriteFile("used/decisions.csv", result.decisions->text);
    if (!written.ok()) return written;
  }
  if (result.dossier) {
    absl::Status written = folder_.WriteFile("used/dossier.yaml", result.dossier->text);
    if (written.ok() && !result.dossier->corrections_path.empty()) {
      written = folder_.WriteFile("used/corrections.csv", result.dossier->corrections_text);
    }
    if (!written.ok()) return written;
  }
  for (const RulebookFile& file : result.rulebook->files) {
    // From memory: what was applied, even if somebody saves the file while the run goes on.
    absl::Status written =
        folder_.WriteFile(PlaceInUsed(file.path, home, "rules", book), file.text);
    if (!written.ok()) return written;
  }
  return WriteResolvedBook(home, *result.rulebook);
}

absl::Status RunOutput::WriteResolvedBook(const Home& home, const Rulebook& book) {
  const std::string place = "used/rules/resolved.yaml";
  const std::string& path = book.files.front().path;
  // The book of an earlier run is kept as it was.
  if (book.settings.empty() && PlaceInUsed(path, home, "rules", path) == place) {
    return absl::OkStatus();
  }
  const auto place_of = [&](const std::string& list) {
    const fs::path in_used = PlaceInUsed(list, home, "rules", path);
    return in_used.lexically_relative(fs::path(place).parent_path()).generic_string();
  };
  return folder_.WriteFile(place, ResolvedBookText(book, place_of));
}

absl::Status RunOutput::Finish(const ClassifyRequest& request, const LineSelection& selection,
                               const ClassifyResult& result, const std::vector<PreparedFile>& files,
                               const RunTimings& timings) {
  absl::Status status = CloseTables();
  const std::pair<const char*, std::string> tables[] = {
      {"totals.csv", TotalsCsv(result)},   {"items.csv", ItemsCsv(result)},
      {"rules.csv", RulesCsv(result)},     {"targets.csv", TargetsCsv(result)},
      {"dropped.csv", DroppedCsv(result)}, {"timings.json", TimingsJson(timings)}};
  for (const auto& [name, content] : tables) {
    if (status.ok()) status = folder_.WriteFile(name, content);
  }
  if (status.ok()) status = WriteRecord(request, selection, result, files);
  if (status.ok()) status = CopyUsed(request, result, files);
  return status.ok() ? folder_.Commit() : status;
}

}  // namespace tranche
