#include "engine/report/untested_text.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "engine/report/breakdown.h"
#include "engine/report/group_columns.h"
#include "engine/report/number_text.h"
#include "engine/report/text_table.h"

namespace tranche {
namespace {

constexpr std::size_t kMostRows = 10;
constexpr std::size_t kMostRulesNamed = 6;

struct UntestedRow {
  const UntestedRules* rules = nullptr;
  const GroupResult* group = nullptr;
  AllocatedSum sum;
};

std::vector<UntestedRow> RowsOf(const ClassifyResult& result) {
  std::vector<UntestedRow> rows;
  for (const UntestedRules& each : result.untested) {
    for (const GroupResult& group : result.groups) {
      const auto found = each.sums.find(group.totals.group);
      if (found != each.sums.end()) rows.push_back({&each, &group, found->second});
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const UntestedRow& a, const UntestedRow& b) {
    return a.sum.amount > b.sum.amount;
  });
  return rows;
}

std::string MissingText(const UntestedRules& rules) {
  std::string text;
  for (const std::string& name : rules.missing) text += (text.empty() ? "" : ", ") + name;
  return Printable(text) + (rules.cells_are_empty ? " (empty)" : "");
}

}  // namespace

std::string RuleList(const Rulebook& book, const std::vector<RuleId>& rules) {
  // One more is shown rather than counted.
  const std::size_t shown = rules.size() <= kMostRulesNamed + 1 ? rules.size() : kMostRulesNamed;
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == rules.size() ? " and " : ", ";
    text += Printable(RuleLabel(book, rules[i]));
  }
  if (shown < rules.size()) text += " and " + Thousands(rules.size() - shown) + " more";
  return text;
}

void AppendUntested(const ClassifyResult& result, std::string* out) {
  const std::vector<UntestedRow> rows = RowsOf(result);
  if (rows.empty()) return;
  const std::size_t shown = std::min(kMostRows, rows.size());
  const GroupColumns group_columns(result, /*with_currency=*/true);
  TextTable table(2);
  table.AddColumn(Align::kLeft, {"Missing"});
  group_columns.AddTo(&table);
  table.AddColumn(Align::kRight, {"billion"});
  table.AddColumn(Align::kRight, {"lines"});
  table.AddColumn(Align::kRight, {"rules"});
  for (std::size_t i = 0; i < shown; ++i) {
    const UntestedRow& row = rows[i];
    std::vector<std::string> cells = {MissingText(*row.rules)};
    for (std::string& cell : group_columns.Cells(*row.group)) cells.push_back(std::move(cell));
    cells.push_back(Billions(row.sum.amount));
    cells.push_back(Thousands(row.sum.lines));
    cells.push_back(Thousands(row.rules->rules.size()));
    table.AddRow(std::move(cells));
  }
  AppendWrapped("", 2,
                "Rules that could not be tested, because the files lack what they ask for, and the "
                "money they might have taken",
                out);
  table.AppendTo(out);
  if (shown < rows.size()) out->append("  and " + Thousands(rows.size() - shown) + " more\n");
  for (const UntestedRules& each : result.untested) {
    if (each.sums.empty()) continue;
    AppendWrapped("  ", 4, MissingText(each) + ": " + RuleList(*result.rulebook, each.rules), out);
  }
  out->push_back('\n');
}

}  // namespace tranche
