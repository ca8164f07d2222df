#include "engine/report/result_table.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/report/breakdown.h"
#include "engine/report/group_columns.h"
#include "engine/report/number_text.h"
#include "engine/report/text_table.h"

namespace tranche {
namespace {

/// The buckets that targets ask about, in book order; all of the book's own where there are none.
std::vector<BucketId> CountingBuckets(const Rulebook& book) {
  std::set<BucketId> buckets;
  for (const Target& target : book.targets) buckets.insert(target.of.begin(), target.of.end());
  for (BucketId id = 0; buckets.empty() && id < book.own_bucket_count(); ++id) buckets.insert(id);
  return {buckets.begin(), buckets.end()};
}

std::string TitleOf(const Bucket& bucket) {
  return Printable(bucket.title.empty() ? bucket.name : bucket.title);
}

std::string PercentCell(const GroupResult& group, AllocatedAmount amount) {
  const auto ratio = ShareOfGdp(group, amount);
  return ratio ? ratio->Percent(2) : std::string(kNoNumber);
}

Share RequiredOf(const Target& target) { return target.up_to ? *target.up_to : *target.at_least; }

/// A target's name over several lines, so that its column stays narrow.
std::vector<std::string> NameLines(std::string_view name) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t dash = name.find('-');
    lines.push_back(Printable(name.substr(0, dash)));
    if (dash == std::string_view::npos) return lines;
    name.remove_prefix(dash + 1);
  }
}

/// Which marks stand in a table, so that only those are explained.
struct MarksSeen {
  std::string missing;  ///< the first such mark
  bool near = false;
  bool ceiling = false;
  bool no_gdp = false;
};

std::string MarkOf(const TargetResult* result, MarksSeen* seen) {
  if (result == nullptr) {
    seen->no_gdp = true;
    return std::string(kNoNumber);
  }
  if (!result->met) {
    seen->ceiling = true;
    const auto order = result->percent.Compare(result->required);
    return order < 0 ? "below" : order == 0 ? "full" : "over";
  }
  if (result->at_the_line) {
    seen->near = true;
    return *result->met ? "met ≈" : "short ≈";
  }
  if (*result->met) return "met";
  std::string mark = "-" + result->counted.GapPercent(result->required, 2);
  if (seen->missing.empty()) seen->missing = mark;
  return mark;
}

void AppendLegend(const MarksSeen& seen, std::string* out) {
  std::vector<std::string> parts;
  if (!seen.missing.empty()) {
    parts.push_back(seen.missing + ": so many points of GDP are missing");
  }
  if (seen.near) parts.emplace_back("≈: at the line, within 0.01 points of it");
  if (seen.ceiling) parts.emplace_back("over: what lies above the ceiling does not count");
  if (seen.no_gdp) parts.emplace_back(std::string(kNoNumber) + ": no GDP figure");
  if (parts.empty()) return;
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  AppendWrapped("", 0, text + ".", out);
}

/// `Core defence + Broader security at least 5 % of GDP, of which Broader security up to 1.5 %`.
std::string DemandOf(const Rulebook& book, const Target& target) {
  std::string text;
  for (const BucketId bucket : target.of) {
    text += (text.empty() ? "" : " + ") + TitleOf(book.buckets[bucket]);
  }
  text += (target.up_to ? " up to " : " at least ") + RequiredOf(target).ToString() + " of GDP";
  for (const auto& [bucket, share] : target.caps) {
    text += ", counting " + TitleOf(book.buckets[bucket]) + " up to " + share.ToString();
  }
  return text;
}

/// `Met by 1 of 4 countries.` Rows are counted where a country has several.
std::string StandingOf(const ClassifyResult& result, const Target& target) {
  std::uint64_t known = 0, reached = 0;
  std::set<CountryCode> countries;
  for (const GroupResult& group : result.groups) {
    const TargetResult* const found = FindTarget(group, target);
    if (found == nullptr) continue;
    ++known;
    countries.insert(group.totals.group.country);
    if (found->met ? *found->met : found->percent.Compare(found->required) > 0) ++reached;
  }
  if (known == 0) return "No GDP figure to compare with.";
  const std::string of = Thousands(reached) + " of " +
                         (countries.size() == known ? Counted(known, "country", "countries")
                                                    : Counted(known, "row", "rows"));
  return target.up_to ? "A ceiling: " + of + " above it." : "Met by " + of + ".";
}

void AppendTargets(const ClassifyResult& result, std::string* out) {
  const Rulebook& book = *result.rulebook;
  std::size_t width = 0;
  for (const Target& target : book.targets) width = std::max(width, target.name.size());
  for (const Target& target : book.targets) {
    std::string label = "  " + Printable(target.name);
    label.resize(width + 4, ' ');
    AppendWrapped(label, width + 4, DemandOf(book, target) + ". " + StandingOf(result, target),
                  out);
  }
}

/// The sum of `buckets`; it cannot leave the range, as the group's total did not.
AllocatedAmount SumOf(const GroupTotals& totals, const std::vector<BucketId>& buckets) {
  AllocatedAmount sum;
  for (const BucketId bucket : buckets) {
    if (!AddTo(totals.buckets[bucket].amount, &sum)) break;
  }
  return sum;
}

void AddHeader(const ClassifyResult& result, const std::vector<BucketId>& counting,
               TextTable* table) {
  const Rulebook& book = *result.rulebook;
  GroupColumns(result, /*with_currency=*/true).AddTo(table);
  for (const BucketId bucket : counting) {
    table->AddColumn(Align::kRight, {"billion"});
    table->AddColumn(Align::kRight, {"% GDP"});
    table->AddTitle(2, TitleOf(book.buckets[bucket]));
  }
  if (counting.size() > 1) table->AddColumn(Align::kRight, {"Sum", "% GDP"});
  for (const Target& target : book.targets) {
    std::vector<std::string> header = NameLines(target.name);
    header.push_back((target.up_to ? "≤ " : "≥ ") + RequiredOf(target).ToString());
    table->AddColumn(Align::kRight, std::move(header));
  }
}

}  // namespace

void AppendResultTable(const ClassifyResult& result, std::string* out) {
  const Rulebook& book = *result.rulebook;
  const std::vector<BucketId> counting = CountingBuckets(book);
  const GroupColumns group_columns(result, /*with_currency=*/true);
  TextTable table;
  AddHeader(result, counting, &table);
  MarksSeen seen;
  for (const GroupResult& group : result.groups) {
    std::vector<std::string> cells = group_columns.Cells(group);
    for (const BucketId bucket : counting) {
      const AllocatedAmount amount = group.totals.buckets[bucket].amount;
      cells.push_back(Billions(amount));
      cells.push_back(PercentCell(group, amount));
    }
    if (counting.size() > 1) cells.push_back(PercentCell(group, SumOf(group.totals, counting)));
    for (const Target& target : book.targets) {
      cells.push_back(MarkOf(FindTarget(group, target), &seen));
    }
    table.AddRow(std::move(cells));
  }
  if (table.empty()) {
    out->append("No budget line was found for what was asked.\n");
    return;
  }
  table.AppendTo(out);
  out->push_back('\n');
  AppendLegend(seen, out);
  AppendTargets(result, out);
}

void AppendUndecided(const ClassifyResult& result, std::string* out) {
  const Rulebook& book = *result.rulebook;
  const GroupColumns group_columns(result, /*with_currency=*/true);
  TextTable table(2);
  group_columns.AddTo(&table);
  table.AddColumn(Align::kRight, {"lines"});
  table.AddColumn(Align::kRight, {"billion"});
  table.AddColumn(Align::kRight, {"% GDP"});
  for (const Target& target : book.targets) {
    table.AddColumn(Align::kRight, NameLines(target.name));
  }
  for (const GroupResult& group : result.groups) {
    const AllocatedSum& undecided = group.totals.buckets[book.undecided()];
    if (undecided.lines == 0) continue;
    std::vector<std::string> cells = group_columns.Cells(group);
    cells.push_back(Thousands(undecided.lines));
    cells.push_back(Billions(undecided.amount));
    cells.push_back(PercentCell(group, undecided.amount));
    for (const Target& target : book.targets) {
      const TargetResult* const found = FindTarget(group, target);
      cells.push_back(found == nullptr ? std::string(kNoNumber)
                                       : found->low.Percent(2) + "–" + found->high.Percent(2));
    }
    table.AddRow(std::move(cells));
  }
  if (table.empty()) return;
  AppendWrapped(
      "", 0,
      "Undecided: money that a person must decide, and what each target counts (% of GDP) "
      "with all of it out and with all of it in",
      out);
  table.AppendTo(out);
  out->push_back('\n');
}

}  // namespace tranche
