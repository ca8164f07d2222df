#include "engine/report/account_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/int128.h"
#include "engine/report/breakdown.h"
#include "engine/report/group_columns.h"
#include "engine/report/number_text.h"
#include "engine/report/text_table.h"

namespace tranche {
namespace {

constexpr std::size_t kFileIndent = 13;

/// What all files read into one group.
CountedSum ReadInto(const LineGroup& group, const ClassifyResult& result) {
  CountedSum read;
  for (const FileResult& file : result.files) {
    const auto found = file.account.read_by_group.find(group);
    if (found == file.account.read_by_group.end()) continue;
    read.count += found->second.count;
    if (const auto sum = read.sum.Plus(found->second.sum)) read.sum = *sum;
  }
  return read;
}

std::vector<std::string> HeaderOf(std::string_view title) {
  std::vector<std::string> lines;
  while (!title.empty()) {
    const std::string_view word = title.substr(0, title.find(' '));
    title.remove_prefix(std::min(word.size() + 1, title.size()));
    if (!word.empty()) lines.push_back(Printable(word));
  }
  return lines;
}

/// `rows     6,915 read = …` under a file's name.
void AppendFact(std::string_view label, std::string_view text, std::string* out) {
  std::string start = "    " + std::string(label);
  start.resize(kFileIndent, ' ');
  AppendWrapped(start, kFileIndent, text, out);
}

std::string MoneyText(CurrencyCode currency, Amount amount) {
  const std::string code = currency.ToString();
  return (code.empty() ? "" : code + " ") + Thousands(amount);
}

void AppendDropped(const std::map<std::pair<std::string, CurrencyCode>, CountedSum>& dropped,
                   std::string_view one, std::string_view many, std::string* out) {
  for (const auto& [key, sum] : dropped) {
    AppendFact("",
               "dropped, " + Printable(key.first) + ": " + Counted(sum.count, one, many) + ", " +
                   MoneyText(key.second, sum.sum),
               out);
  }
}

std::uint64_t CountOf(const std::map<std::pair<std::string, CurrencyCode>, CountedSum>& dropped) {
  std::uint64_t count = 0;
  for (const auto& [key, sum] : dropped) count += sum.count;
  return count;
}

/// ` + 10 empty`, or nothing for none.
std::string Term(std::uint64_t count, std::string_view what) {
  return count == 0 ? "" : " + " + Thousands(count) + " " + std::string(what);
}

void AppendRowsAndCells(const FileAccount& account, std::string* out) {
  AppendFact("rows",
             Thousands(account.rows_read) + " read = " + Thousands(account.rows_used) + " used" +
                 Term(CountOf(account.rows_dropped), "dropped") +
                 Term(account.rows_rejected, "rejected"),
             out);
  AppendDropped(account.rows_dropped, "row", "rows", out);
  AppendFact("amounts",
             Counted(account.cells_used, "cell", "cells") + " = " +
                 Counted(account.lines, "line", "lines") + Term(account.cells_empty, "empty") +
                 Term(account.cells_rejected, "rejected") +
                 Term(CountOf(account.cells_dropped), "dropped") +
                 Term(account.lines_not_asked, "not asked for"),
             out);
  AppendDropped(account.cells_dropped, "cell", "cells", out);
}

void AppendMoney(const ClassifyResult& result, const FileAccount& account, std::string* out) {
  const ReadSums read = SumsRead(result, account);
  std::string text;
  for (const auto& [currency, sum] : read.asked) {
    text += (text.empty() ? "" : "; ") + MoneyText(currency, sum.sum) + " in " +
            Counted(sum.count, "line", "lines");
  }
  for (const auto& [currency, sum] : read.not_asked) {
    text += (text.empty() ? "" : "; ") + MoneyText(currency, sum.sum) + " in " +
            Counted(sum.count, "line", "lines") + " of years or phases not asked for";
  }
  AppendFact("money", text.empty() ? "none" : text, out);
  for (const auto& [currency, sum] : account.counted_below) {
    AppendFact("",
               MoneyText(currency, sum.sum) + " of " + Counted(sum.count, "row", "rows") +
                   " stands in the rows below and is counted there only",
               out);
  }
  if (account.rounded_off_picos != 0) {
    AppendFact("",
               "rounding at the sixth decimal took away " +
                   GroupDigits(DecimalToString(account.rounded_off_picos, 12, /*trim=*/true)),
               out);
  }
}

void AppendCorrections(const FileResult& file, std::string* out) {
  if (file.corrected_cells == 0) return;
  std::string text = Thousands(file.corrected_cells) + " corrected, proved against the file";
  for (const auto& [currency, sum] : file.corrected_difference) {
    text += "; amounts by " + MoneyText(currency, sum) + " in all";
  }
  AppendFact("cells", text, out);
}

void AppendControls(const FileResult& file, std::string* out) {
  const std::uint64_t unmet = file.unmet_control_totals.size();
  if (file.control_totals_met == 0 && unmet == 0) return;
  std::string text;
  if (file.control_totals_met > 0) {
    text = Counted(file.control_totals_met, "control total", "control totals") + " met";
  }
  if (unmet > 0) {
    text += (text.empty() ? "" : ", ") + Counted(unmet, "control total", "control totals") +
            " NOT met (see the warnings)";
  }
  AppendFact("control", text, out);
  for (const std::string& sentence : file.known_differences) {
    AppendFact("", Printable(sentence), out);
  }
}

void AppendFile(const ClassifyResult& result, const FileResult& file, std::string* out) {
  std::string layout = "layout " + Printable(file.layout_name);
  if (!file.layout_title.empty()) layout += ", " + Printable(file.layout_title);
  if (!file.part.empty()) layout += "; part " + Printable(file.part);
  AppendWrapped("  ", 4, Printable(file.name) + " (" + layout + ")", out);
  AppendRowsAndCells(file.account, out);
  AppendMoney(result, file.account, out);
  AppendCorrections(file, out);
  AppendControls(file, out);
  std::string assumed;
  for (const std::string& each : file.assumptions) {
    assumed += (assumed.empty() ? "" : "; ") + Printable(each);
  }
  if (!assumed.empty()) AppendFact("assumed", assumed, out);
  for (const std::string& sentence : file.account.Violations()) {
    AppendFact("", "DOES NOT ADD UP: " + sentence, out);
  }
}

}  // namespace

void AppendMoneyRead(const ClassifyResult& result, std::string* out) {
  if (result.groups.empty()) return;
  const Rulebook& book = *result.rulebook;
  const GroupColumns group_columns(result, /*with_currency=*/true);
  TextTable table(2);
  group_columns.AddTo(&table);
  table.AddColumn(Align::kRight, {"lines"});
  table.AddColumn(Align::kRight, {"read"});
  for (const Bucket& bucket : book.buckets) {
    table.AddColumn(Align::kRight, HeaderOf(bucket.title.empty() ? bucket.name : bucket.title));
  }
  std::vector<std::string> differing;
  for (const GroupResult& group : result.groups) {
    const CountedSum read = ReadInto(group.totals.group, result);
    const std::optional<AllocatedAmount> amount = AllocatedAmount::Of(read.sum);
    std::vector<std::string> cells = group_columns.Cells(group);
    cells.push_back(Thousands(read.count));
    cells.push_back(amount ? Billions(*amount) : std::string(kNoNumber));
    AllocatedAmount allocated;
    bool is_exact = amount.has_value() && read.count == group.totals.total.lines;
    for (const AllocatedSum& bucket : group.totals.buckets) {
      cells.push_back(Billions(bucket.amount));
      is_exact = AddTo(bucket.amount, &allocated) && is_exact;
    }
    if (!is_exact || *amount != allocated) {
      differing.push_back(Printable(group.country_name) + " " +
                          std::to_string(group.totals.group.year) + " DOES NOT ADD UP: read " +
                          Thousands(read.sum) + ", allocated " + Thousands(allocated));
    }
    table.AddRow(std::move(cells));
  }
  out->append("All money read and where it went, in billions\n");
  table.AppendTo(out);
  for (const std::string& sentence : differing) AppendWrapped("  ", 2, sentence, out);
  if (differing.empty()) {
    AppendWrapped(
        "  ", 2,
        "In every row, what was read equals the sum of what stands behind it, to the last "
        "decimal.",
        out);
  }
  out->push_back('\n');
}

void AppendFiles(const ClassifyResult& result, std::string* out) {
  if (result.files.empty()) return;
  out->append("Files, and where their rows, amounts and money went\n");
  for (const FileResult& file : result.files) AppendFile(result, file, out);
  out->push_back('\n');
}

}  // namespace tranche
