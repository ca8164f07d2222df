#include "tests/layout/table_reading.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

#include "engine/layout/suspicions.h"
#include "engine/source/row_chunk.h"
#include "gtest/gtest.h"

namespace tranche {
namespace {

std::optional<std::string> CellOf(std::string_view cell) {
  if (cell.data() == nullptr) return std::nullopt;
  return std::string(cell);
}

LineRead CopyLine(const LineBatch& batch, const BudgetLine& line, std::size_t rows_before) {
  const LineSchema& schema = *batch.schema;
  LineRead read;
  read.row = rows_before + batch.row_indexes[line.row];
  read.group = batch.groups->group(line.group);
  read.amount = line.amount.ToString();
  std::size_t column = 0;
  for (const TextColumn& text : schema.texts) {
    read.cells[text.name] = CellOf(batch.cell(line.row, column++));
  }
  for (const std::string& scheme : schema.schemes) {
    read.cells[scheme] = CellOf(batch.cell(line.row, column++));
  }
  for (const std::string& field : schema.fields) {
    read.cells[field] = CellOf(batch.cell(line.row, column++));
  }
  if (schema.has_nature) read.cells["nature"] = CellOf(batch.cell(line.row, column++));
  std::string key;
  for (; column < schema.column_count(); ++column) {
    key += (key.empty() ? "" : "|") + std::string(batch.cell(line.row, column));
  }
  read.cells["key"] = key;
  return read;
}

void ReadLines(const FilePlan& plan, InputFile& input, const LineSelection& selection,
               std::size_t chunk_bytes, TableRead* read) {
  auto stream = input.OpenStream();
  ASSERT_TRUE(stream.ok());
  RowChunkReader reader(*std::move(stream), plan.head(), chunk_bytes);
  const RowParser parser(plan.head(), plan.wanted_columns());
  LineBuilder builder(plan, selection);
  RowChunk chunk;
  RowBlock block;
  LineBatch batch;
  std::size_t rows_before = 0;
  for (;;) {
    const auto more = reader.Next(&chunk);
    ASSERT_TRUE(more.ok());
    if (!*more) break;
    parser.Parse(chunk, &block);
    const std::size_t rejected_before = read->rejected.size();
    builder.Build(block, &batch, &read->rejected);
    for (const BudgetLine& line : batch.lines) {
      read->lines.push_back(CopyLine(batch, line, rows_before));
    }
    for (std::size_t i = rejected_before; i < read->rejected.size(); ++i) {
      read->rejected[i].row += rows_before;
    }
    rows_before += block.rows_read();
  }
  read->account = builder.account();
  const auto suspicions = SuspicionsOf(plan, input, read->account);
  ASSERT_TRUE(suspicions.ok());
  read->suspicions = *suspicions;
  const ControlsCheck published = CheckControlTotals(plan, read->account);
  read->control_complaints = published.unmet;
  read->totals_met = published.met;
  read->known_differences = published.known;
  const auto totals = CheckRowControls(plan, input, read->account);
  ASSERT_TRUE(totals.ok());
  read->controls_met = totals->met;
  read->unproved = totals->unproved;
  for (const std::string& unmet : totals->unmet) read->control_complaints.push_back(unmet);
}

void CutFolder(const std::string& folder, std::string* text) {
  for (std::size_t at = 0; (at = text->find(folder, at)) != std::string::npos;) {
    text->erase(at, folder.size());
  }
}

}  // namespace

std::string TableRead::Sum() const {
  Amount sum;
  for (const auto& [group, read] : account.read_by_group) EXPECT_TRUE(AddTo(read.sum, &sum));
  return sum.ToString();
}

std::string TableRead::RowsDropped(std::string_view reason) const {
  std::string text;
  for (const auto& [key, sum] : account.rows_dropped) {
    if (key.first == reason) text += std::to_string(sum.count) + ": " + sum.sum.ToString();
  }
  return text;
}

TableReading::TableReading() {
  std::string pattern = ::testing::TempDir() + "tranche_layout_XXXXXX";
  folder_ = std::string(mkdtemp(pattern.data())) + "/";
}

TableReading::~TableReading() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void TableReading::Write(const std::string& name, std::string_view content) {
  std::ofstream(folder_ + name, std::ios::binary) << content;
}

TableRead TableReading::Read(std::string_view layout, std::string_view table,
                             LineSelection selection, std::size_t chunk_bytes,
                             const std::string& name) {
  TableRead read;
  Write("layout.yaml",
        "layout: test\nformat: 1\ntitle: A test\nrecognise: {header: [x]}\n" + std::string(layout));
  Write(name, table);
  const CountryTable countries;
  Diagnostics diagnostics;
  const auto loaded = LoadLayout(folder_ + "layout.yaml", countries, &diagnostics);
  const auto input = InputFile::Open(folder_ + name);
  read.status = input.status();
  if (loaded.ok() && *loaded && input.ok()) {
    const auto head = ReadTableHead(**input, (*loaded)->dialect);
    read.status = head.status();
    if (head.ok()) {
      const auto plan = FilePlan::Bind(**loaded, **input, *head, countries, &diagnostics);
      read.status = plan.status();
      if (plan.ok() && *plan != nullptr) {
        read.assumptions = (*plan)->assumptions();
        for (std::string path : (*plan)->companion_paths()) {
          CutFolder(folder_, &path);
          read.companion_names.push_back(path);
        }
        ReadLines(**plan, **input, selection, chunk_bytes, &read);
      }
    }
  }
  read.diagnostics = diagnostics.ToText();
  CutFolder(folder_, &read.diagnostics);
  for (std::string& complaint : read.control_complaints) CutFolder(folder_, &complaint);
  return read;
}

}  // namespace tranche
