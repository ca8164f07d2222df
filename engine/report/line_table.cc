#include "engine/report/line_table.h"

#include "engine/base/fold.h"
#include "engine/base/share.h"
#include "engine/base/utf8.h"
#include "engine/report/csv_writer.h"

namespace tranche {
namespace {

/// A cell's text; the mark between titles becomes one that a person can read.
void AppendTitles(std::string_view text, std::string* out) {
  for (std::size_t mark = text.find(kLabelSeparator); mark != std::string_view::npos;
       mark = text.find(kLabelSeparator)) {
    out->append(text.substr(0, mark)).append(kTitleSeparator);
    text.remove_prefix(mark + 1);
  }
  out->append(text);
}

void AddTexts(const LineRecord& line, bool own, CsvRow* row) {
  std::string* const out = row->BeginCell();
  bool is_first = true;
  for (std::size_t i = 0; i < line.schema->texts.size(); ++i) {
    if (line.schema->texts[i].own != own || line.cells[i].empty()) continue;
    if (!is_first) out->append(kTextSeparator);
    is_first = false;
    AppendTitles(line.cells[i], out);
  }
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

void AddKey(const LineRecord& line, CsvRow* row) {
  std::string* const out = row->BeginCell();
  for (std::size_t i = 0; i < line.schema->key_part_count; ++i) {
    if (i > 0) out->append(kKeyPartSeparator);
    out->append(line.cells[line.schema->key_begin() + i]);
  }
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
  AddTexts(line, /*own=*/true, &row);
  row.Money(line.amount).Empty().Empty().Empty().Empty().Empty().End();
}

std::string_view RejectedHeader() { return "file,row,byte,column,reason,text\n"; }

void AppendRejectedRow(const RejectedInFile& rejected, std::string* csv) {
  CsvRow row(csv);
  row.Text(rejected.file).Count(rejected.row).Count(rejected.offset_bytes);
  row.Text(rejected.column).Text(rejected.reason);
  AppendValidUtf8(rejected.text, row.BeginCell());
  row.EndCell();
  row.End();
}

}  // namespace tranche
