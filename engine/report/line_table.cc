#include "engine/report/line_table.h"

#include "engine/base/share.h"
#include "engine/base/utf8.h"
#include "engine/layout/line_text.h"
#include "engine/report/csv_writer.h"

namespace tranche {
namespace {

void AddTexts(const LineRecord& line, bool own, CsvRow* row) {
  AppendTexts(*line.schema, line.cells, own, row->BeginCell());
  row->EndCell();
}

void AddCodes(const LineRecord& line, CsvRow* row) {
  std::string* const out = row->BeginCell();
  bool is_first = true;
  for (std::size_t i = 0; i < line.schema->schemes.size(); ++i) {
    const std::string_view code = line.cells[line.schema->scheme_begin() + i];
    if (code.empty()) continue;
    if (!is_first) out->push_back(' ');
    is_first = false;
    out->append(line.schema->schemes[i]).append("=").append(code);
  }
  row->EndCell();
}

/// The label, and an apostrophe before what a spreadsheet would take for a formula.
void AddLabelForSpreadsheet(const LineRecord& line, CsvRow* row) {
  std::string* const out = row->BeginCell();
  const std::size_t begin = out->size();
  AppendTexts(*line.schema, line.cells, /*own=*/true, out);
  if (out->size() > begin && IsFormulaMark((*out)[begin])) out->insert(begin, 1, '\'');
  row->EndCell();
}

void AddKey(const LineRecord& line, CsvRow* row) {
  AppendKey(*line.schema, line.cells, row->BeginCell());
  row->EndCell();
}

/// Three letters fit into the string itself: nothing is allocated.
void AddCountryAndYear(const LineGroup& group, CsvRow* row) {
  row->Text(group.country.ToString()).Number(group.year);
}

void AppendValidUtf8(std::string_view text, std::string* out) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    out->append(point.valid ? text.substr(at, point.size) : kReplacementCharacter);
    at += point.size;
  }
}

}  // namespace

std::string_view LinesHeader() {
  return "file,row,country,year,phase,currency,key,label,parents,codes,amount,bucket,share,"
         "allocated,item,rule,evidence\n";
}

void AppendLineRows(const LineRecord& line, std::string* csv) {
  for (const Allocation::Part& part : line.allocation->parts) {
    if (part.share == Share()) continue;
    CsvRow row(csv);
    row.Text(line.file).Count(line.row);
    AddCountryAndYear(*line.group, &row);
    row.Text(PhaseName(line.group->phase)).Text(line.group->currency.ToString());
    AddKey(line, &row);
    AddTexts(line, /*own=*/true, &row);
    AddTexts(line, /*own=*/false, &row);
    AddCodes(line, &row);
    row.Money(line.amount).Text(line.rulebook->buckets[part.bucket].name).Percents(part.share);
    if (const auto allocated = AllocatedAmount::Of(line.amount, part.share)) {
      row.Money(*allocated);
    } else {
      row.Empty();
    }
    row.Text(line.item).Text(line.rule).Text(line.evidence).End();
  }
}

std::string_view UndecidedHeader() {
  return "country,year,key,label,amount,outcome,reason,who,date,review_by\n";
}

void AppendUndecidedRow(const LineRecord& line, std::string* csv) {
  CsvRow row(csv);
  AddCountryAndYear(*line.group, &row);
  AddKey(line, &row);
  AddLabelForSpreadsheet(line, &row);
  row.Money(line.amount).Text(line.open.outcome).Text(line.open.reason).Text(line.open.who);
  row.Text(line.open.date).Text(line.open.review_by).End();
}

std::string_view RejectedHeader() { return "file,row,byte,column,reason,text\n"; }

void AppendRejectedRow(const RejectedInFile& rejected, std::string* csv) {
  CsvRow row(csv);
  row.Text(rejected.file).Count(rejected.row);
  if (rejected.offset_bytes) {
    row.Count(*rejected.offset_bytes);
  } else {
    row.Empty();
  }
  row.Text(rejected.column).Text(rejected.reason);
  AppendValidUtf8(rejected.text, row.BeginCell());
  row.EndCell();
  row.End();
}

}  // namespace tranche
