#include "engine/run/corrections_file.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/blanks.h"
#include "engine/base/suggest.h"
#include "engine/source/input_file.h"
#include "engine/source/row_walk.h"
#include "engine/source/table_head.h"
#include "engine/source/table_text.h"

namespace tranche {
namespace {

constexpr std::size_t kMostMib = 32;

enum Column : std::size_t { kFile, kKey, kColumn, kRead, kUse, kWhy, kWho };
constexpr std::array<std::string_view, 7> kColumns = {"file", "key", "column", "read",
                                                      "use",  "why", "who"};

/// Where the columns stand in the file; nothing, with a report, where one is missing.
std::optional<std::vector<std::size_t>> Positions(const std::vector<std::string>& header,
                                                  const SourceSpan& whole_file,
                                                  Diagnostics* diagnostics) {
  std::vector<std::size_t> positions;
  std::string missing;
  for (const std::string_view name : kColumns) {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end()) missing += (missing.empty() ? "" : ", ") + std::string(name);
    positions.push_back(static_cast<std::size_t>(found - header.begin()));
  }
  if (missing.empty()) return positions;
  diagnostics->Error(whole_file, "the table of corrections has no column " + missing,
                     "its first row must be file,key,column,read,use,why,who");
  return std::nullopt;
}

class CorrectionsReader {
 public:
  CorrectionsReader(const std::vector<DossierFile>& files, const TableText& table,
                    CorrectionsFile* corrections, Diagnostics* diagnostics)
      : files_(files), table_(table), corrections_(*corrections), diagnostics_(diagnostics) {}

  void Read(const RowWalk& walk) {
    for (const RejectedRow& rejected : walk.block().rejected()) {
      diagnostics_->Error(table_.SpanAt(rejected.offset_bytes, ""),
                          "this row cannot be read: " + rejected.reason,
                          "repair the row in the spreadsheet and save it as CSV again");
    }
    for (std::size_t row = 0; row < walk.block().row_count(); ++row) ReadRow(walk, row);
  }

 private:
  void ReadRow(const RowWalk& walk, std::size_t row);
  std::optional<std::size_t> FileOf(std::string_view name, const SourceSpan& span);

  const std::vector<DossierFile>& files_;
  const TableText& table_;
  CorrectionsFile& corrections_;
  Diagnostics* diagnostics_;
};

std::optional<std::size_t> CorrectionsReader::FileOf(std::string_view name,
                                                     const SourceSpan& span) {
  std::vector<std::string> names;
  std::vector<std::size_t> by_last_name;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const std::string& written = files_[i].file.written.text;
    if (name == written) return i;
    if (name == std::filesystem::path(written).filename().string()) by_last_name.push_back(i);
    names.push_back(written);
  }
  if (by_last_name.size() == 1) return by_last_name.front();
  if (by_last_name.size() > 1) {
    diagnostics_->Error(
        span, "the dossier has several files '" + std::string(name) + "'",
        "write it as under `files` of the dossier, as in " + names[by_last_name.front()]);
    return std::nullopt;
  }
  std::string hint = DidYouMean(name, names);
  if (hint.empty()) hint = "write it as under `files` of the dossier";
  diagnostics_->Error(span, "the dossier has no file '" + std::string(name) + "'", std::move(hint));
  return std::nullopt;
}

void CorrectionsReader::ReadRow(const RowWalk& walk, std::size_t row) {
  const auto cell = [&](Column column) { return TrimBlanks(walk.block().cell(row, column)); };
  const auto span = [&](Column column) {
    return table_.SpanOf(walk.chunk(), walk.block(), row, walk.block().cell(row, column));
  };
  bool is_blank = true;
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    is_blank = is_blank && cell(static_cast<Column>(i)).empty();
  }
  if (is_blank) return;
  bool is_whole = true;
  for (const Column column : {kKey, kColumn, kWhy, kWho}) {
    if (!cell(column).empty()) continue;
    is_whole = false;
    diagnostics_->Error(
        span(column), "the correction has nothing in the column " + std::string(kColumns[column]),
        column == kWhy || column == kWho ? "an auditor will ask" : "it says which cell is wrong");
  }
  const auto file = FileOf(cell(kFile), span(kFile));
  if (!file || !is_whole) return;
  StatedCorrection stated{std::string(cell(kKey)),
                          std::string(cell(kColumn)),
                          std::string(cell(kRead)),
                          std::string(cell(kUse)),
                          span(kKey),
                          span(kColumn),
                          span(kRead),
                          span(kUse)};
  auto& of_file = corrections_.of_file[*file];
  for (const StatedCorrection& other : of_file) {
    if (other.key != stated.key || other.column != stated.column || other.read != stated.read) {
      continue;
    }
    diagnostics_->Error(
        stated.key_span,
        "this cell is corrected twice (the other is in " + PlaceOf(other.key_span) + ")",
        "keep the row that holds");
    return;
  }
  of_file.push_back(std::move(stated));
}

}  // namespace

absl::StatusOr<CorrectionsFile> LoadCorrections(const std::string& path,
                                                const std::vector<DossierFile>& files,
                                                Diagnostics* diagnostics) {
  CorrectionsFile corrections;
  corrections.path = path;
  corrections.of_file.resize(files.size());
  if (path.empty()) return corrections;
  auto input = InputFile::Open(path);
  if (!input.ok()) return input.status();
  const auto head = ReadTableHead(**input, DialectHints{});
  if (!head.ok()) return head.status();
  auto text = ReadWhole(**input, kMostMib, ", too large for a table of corrections");
  if (!text.ok()) return text.status();
  corrections.text = *std::move(text);
  const TableText table(path, corrections.text, head->dialect);
  auto positions = Positions(head->header, table.WholeFile(), diagnostics);
  if (!positions) return corrections;
  auto walk = RowWalk::Begin(**input, *head, *std::move(positions));
  if (!walk.ok()) return walk.status();
  CorrectionsReader reader(files, table, &corrections, diagnostics);
  for (;;) {
    const auto more = (*walk)->Next();
    if (!more.ok()) return more.status();
    if (!*more) return corrections;
    reader.Read(**walk);
  }
}

}  // namespace tranche
