#include "engine/report/check_text.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "engine/report/breakdown.h"
#include "engine/report/decisions_text.h"
#include "engine/report/number_text.h"
#include "engine/report/text_table.h"
#include "engine/report/untested_text.h"

namespace tranche {
namespace {

/// Rows of money taken, for each currency and phase.
constexpr std::size_t kMostTaken = 15;

std::string ItemOf(const Rulebook& book, RuleId rule) {
  return Printable(ItemLabel(book, rule, book.rules[rule].item));
}

std::string LosersText(const Rulebook& book, const std::vector<RuleId>& losers) {
  std::string text = Printable(RuleLabel(book, losers.front()));
  if (losers.size() > 1) text += " and " + Thousands(losers.size() - 1) + " more";
  return text;
}

/// The path of a part of the book, from the folder of the book's own file.
std::string PartPath(const Rulebook& book, RuleId rule) {
  const SourceSpan& span = book.rules[rule].span;
  std::string path = span.source == nullptr ? "" : span.source->path();
  if (book.files.empty()) return path;
  const std::string& own = book.files.front().path;
  const std::string folder = own.substr(0, own.rfind('/') + 1);
  return path.starts_with(folder) ? path.substr(folder.size()) : path;
}

void AppendTaken(const Rulebook& book, const std::vector<TakenMoney>& taken, std::string* out) {
  if (taken.empty()) return;
  TextTable table(2);
  table.AddColumn(Align::kRight, {"billion"});
  table.AddColumn(Align::kLeft, {""});
  table.AddColumn(Align::kRight, {"lines"});
  table.AddColumn(Align::kLeft, {"Taken as"});
  table.AddColumn(Align::kLeft, {"by rule"});
  table.AddColumn(Align::kLeft, {"Would also be"});
  table.AddColumn(Align::kLeft, {"by rule"});
  std::set<Phase> phases;
  for (const TakenMoney& each : taken) phases.insert(each.phase);
  std::size_t in_part = 0;
  std::size_t left_out = 0;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const TakenMoney& each = taken[i];
    const bool is_new =
        i == 0 || taken[i - 1].currency != each.currency || taken[i - 1].phase != each.phase;
    in_part = is_new ? 1 : in_part + 1;
    if (in_part > kMostTaken) {
      ++left_out;
      continue;
    }
    std::string currency = each.currency.ToString();
    if (phases.size() > 1) currency += " " + std::string(PhaseName(each.phase));
    table.AddRow({Billions(each.sum.amount), std::move(currency), Thousands(each.sum.lines),
                  ItemOf(book, each.taker), Printable(RuleLabel(book, each.taker)),
                  ItemOf(book, each.losers.front()), LosersText(book, each.losers)});
  }
  AppendWrapped(
      "", 2, "Money that one rule took and a later rule fits, too: the order of the rules decides",
      out);
  table.AppendTo(out);
  if (left_out > 0) {
    out->append("  and " + Counted(left_out, "smaller sum", "smaller sums") +
                "; --format json has them all\n");
  }
  out->push_back('\n');
}

/// Rules by the file that they stand in: a book's parts are what an author knows them by.
void AppendRules(const Rulebook& book, const std::vector<RuleId>& rules, std::string_view title,
                 std::string* out) {
  if (rules.empty()) return;
  AppendWrapped("", 2, std::string(title) + ": " + Counted(rules.size(), "rule", "rules"), out);
  std::vector<std::pair<std::string, std::vector<RuleId>>> by_file;
  for (const RuleId rule : rules) {
    const std::string path = PartPath(book, rule);
    const auto found = std::find_if(by_file.begin(), by_file.end(),
                                    [&path](const auto& each) { return each.first == path; });
    if (found == by_file.end()) {
      by_file.push_back({path, {rule}});
    } else {
      found->second.push_back(rule);
    }
  }
  for (const auto& [path, ids] : by_file) {
    AppendWrapped("  ", 4, (path.empty() ? "" : Printable(path) + ": ") + RuleList(book, ids), out);
  }
  out->push_back('\n');
}

void AppendRejected(const ClassifyResult& budgets, std::string* out) {
  if (budgets.rejected_count > 0) {
    AppendWrapped("", 2,
                  Counted(budgets.rejected_count, "row or cell was", "rows and cells were") +
                      " rejected; tranche classify shows them",
                  out);
  }
  for (const FileResult& file : budgets.files) {
    for (const std::string& sentence : file.unmet_control_totals) {
      AppendWrapped("", 2, "warning: " + Printable(file.name) + ": " + Printable(sentence), out);
    }
    for (const std::string& sentence : file.suspicions) {
      AppendWrapped("", 2, "warning: " + Printable(file.name) + ": " + Printable(sentence), out);
    }
  }
}

}  // namespace

std::string CheckCount(const CheckResult& result) {
  std::string text;
  if (result.error_count() > 0) text = Counted(result.error_count(), "error", "errors");
  if (result.warning_count() > 0) {
    if (!text.empty()) text += ", ";
    text += Counted(result.warning_count(), "warning", "warnings");
  }
  return text.empty() ? "nothing wrong" : text;
}

std::string CheckText(const CheckResult& result, bool with_remarks) {
  Diagnostics shown = result.diagnostics;
  if (with_remarks) shown.Append(result.remarks);
  std::string out = shown.ToText();
  if (result.budgets && result.use) {
    if (!out.empty()) out.push_back('\n');
    const Rulebook& book = *result.budgets->rulebook;
    AppendTaken(book, result.use->taken, &out);
    AppendRules(book, result.use->never_decided,
                "Fits some lines, and an earlier rule takes each of them", &out);
    AppendRules(book, result.use->never_matched, "Fits no line of these files", &out);
    if (!result.use->elsewhere.empty()) {
      AppendWrapped("", 2,
                    "For countries or years that these files do not have: " +
                        Counted(result.use->elsewhere.size(), "rule", "rules"),
                    &out);
      out.push_back('\n');
    }
    AppendUntested(*result.budgets, &out);
    AppendDecisions(*result.budgets, &out);
    AppendRejected(*result.budgets, &out);
    if (out.ends_with("\n\n")) out.pop_back();
  }
  if (result.error_count() + result.warning_count() > 0) out += CheckCount(result) + "\n";
  return out;
}

}  // namespace tranche
