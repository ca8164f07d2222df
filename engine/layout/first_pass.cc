#include "engine/layout/first_pass.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/status/statusor.h"
#include "engine/layout/cell_corrections.h"
#include "engine/layout/cell_text.h"
#include "engine/layout/row_completer.h"
#include "engine/layout/row_facts.h"
#include "engine/source/row_walk.h"

namespace tranche {
namespace {

/// Calls `add` with each row of the file as it counts (completed, corrected), its number and its
/// place.
template <typename AddRow>
absl::Status ForEachRow(const FilePlan::Bound& bound, InputFile& input, AddRow add) {
  const auto walk = RowWalk::Begin(input, bound.head, bound.wanted_columns);
  if (!walk.ok()) return walk.status();
  std::optional<RowCompleter> completer;
  if (bound.CompletesRows()) completer.emplace(bound);
  std::vector<std::string_view> corrected;
  for (;;) {
    const absl::StatusOr<bool> more = (*walk)->Next();
    if (!more.ok()) return more.status();
    if (!*more) return absl::OkStatus();
    const RowBlock& block = (*walk)->block();
    if (completer) completer->Begin(block);
    for (std::size_t i = 0; i < block.row_count(); ++i) {
      std::span<const std::string_view> row = completer ? completer->Complete(i) : block.row(i);
      const std::uint64_t offset_bytes = block.row_offset_bytes(i);
      if (bound.terms.corrections) {
        row = bound.terms.corrections->Applied(offset_bytes, row, &corrected);
      }
      add(row, (*walk)->row_number(i), offset_bytes);
    }
    if (completer) completer->End();
  }
}

class FirstPass {
 public:
  explicit FirstPass(const FilePlan::Bound& bound)
      : bound_(bound), facts_(bound), builder_(bound.amounts.size()) {
    amounts_.resize(bound.amounts.size());
  }

  absl::Status Read(InputFile& input) {
    return ForEachRow(
        bound_, input,
        [this](std::span<const std::string_view> row, std::uint64_t row_number,
               std::uint64_t offset_bytes) { AddRow(row, row_number, offset_bytes); });
  }

  const std::set<std::int16_t>& years() const { return years_; }
  std::uint64_t rows_without_code() const { return rows_without_code_; }
  HierarchyBuilder& builder() { return builder_; }
  RepeatTable& repeats() { return repeats_; }

 private:
  void AddRow(std::span<const std::string_view> row, std::uint64_t row_number,
              std::uint64_t offset_bytes) {
    if (bound_.DropOf(row)) return;
    if (const std::optional<std::int16_t> year = facts_.Year(row)) years_.insert(*year);
    if (!bound_.once_per.empty()) AddOnce(row, row_number, offset_bytes);
    if (bound_.hierarchy_code.empty()) return;
    key_.Set(row, bound_.hierarchy_within, bound_.hierarchy_code);
    if (!key_.has_code()) {
      ++rows_without_code_;
      return;
    }
    const bool is_whole = ReadAmounts(row);
    const std::string_view title =
        bound_.title_slot ? TrimCell(row[*bound_.title_slot]) : kEmptyCell;
    builder_.Add(key_.key(), title, row_number, offset_bytes, amounts_, is_whole);
  }

  void AddOnce(std::span<const std::string_view> row, std::uint64_t row_number,
               std::uint64_t offset_bytes) {
    // What the run rejects is nobody's first row; a cell that cannot be read is rejected alone.
    RowFacts facts;
    CellProblem problem;
    if (!facts_.Read(row, &facts, &problem)) return;
    ReadAmounts(row);
    const auto is_there = [](const std::optional<Amount>& amount) { return amount.has_value(); };
    if (std::none_of(amounts_.begin(), amounts_.end(), is_there)) return;
    key_.Set(row, bound_.once_per, {});
    repeats_.Add(key_.key(), {row_number, offset_bytes, amounts_});
  }

  /// False where a cell cannot be read.
  bool ReadAmounts(std::span<const std::string_view> row) {
    const std::optional<std::int64_t> unit = facts_.Unit(row);
    bool is_whole = unit.has_value();
    for (std::size_t i = 0; i < amounts_.size(); ++i) {
      amounts_[i].reset();
      if (!unit) continue;
      const ParsedNumber number =
          ParseAmount(row[bound_.amounts[i].slot], bound_.number_format, *unit);
      if (number.problem == NumberProblem::kNone) {
        amounts_[i] = number.amount;
      } else if (number.problem != NumberProblem::kEmpty) {
        is_whole = false;
      }
    }
    return is_whole;
  }

  const FilePlan::Bound& bound_;
  RowFactsReader facts_;
  HierarchyKey key_;
  HierarchyBuilder builder_;
  RepeatTable repeats_;
  std::vector<std::optional<Amount>> amounts_;
  std::set<std::int16_t> years_;
  std::uint64_t rows_without_code_ = 0;
};

/// Fills the table of versions and says which are used.
absl::Status FindVersions(InputFile& input, FilePlan::Bound* bound, Diagnostics* diagnostics) {
  const Versions& versions = *bound->layout.versions;
  VersionTable table;
  HierarchyKey key;
  absl::Status status = ForEachRow(
      *bound, input, [&](std::span<const std::string_view> row, std::uint64_t, std::uint64_t) {
        if (bound->DropOf(row)) return;
        key.Set(row, bound->versions->within, {});
        table.Add(key.key(), TrimCell(row[bound->versions->slot]));
      });
  if (!status.ok()) return status;
  std::string all;
  for (const std::string& version : table.all()) all += (all.empty() ? "" : ", ") + version;
  if (versions.use.empty()) {
    const bool has_slash = std::any_of(
        table.all().begin(), table.all().end(),
        [](const std::string& version) { return version.find('/') != std::string::npos; });
    if (has_slash && table.all().size() > 1) {
      diagnostics->Error(versions.span,
                         "it cannot be told which of these versions is the last: " + all,
                         "say which is meant, as in `use: " + *table.all().begin() + "`");
    }
    bound->assumptions.push_back("of the versions " + all + " the last is used" +
                                 (versions.within.empty() ? "" : ", for each group alone"));
  } else if (!table.all().contains(versions.use)) {
    diagnostics->Error(
        versions.span,
        "no row of " + bound->data_name + " is of the version '" + versions.use + "'",
        "its versions are " + all);
  }
  bound->versions->table = std::move(table);
  return absl::OkStatus();
}

void ReportUnexplained(const FilePlan::Bound& bound, Diagnostics* diagnostics) {
  constexpr std::size_t kShown = 5;
  const std::vector<UnexplainedParent>& parents = bound.hierarchy->unexplained();
  const bool is_one = parents.size() == 1;
  std::string list;
  for (std::size_t i = 0; i < parents.size() && i < kShown; ++i) {
    const UnexplainedParent& parent = parents[i];
    list += (i == 0 ? "row " : "; row ") + std::to_string(parent.row_number) + ", " +
            bound.amounts[parent.amount_column].column + ": " + parent.own.ToString() + " above " +
            parent.below.ToString();
  }
  if (parents.size() > kShown) {
    list += "; and " + std::to_string(parents.size() - kShown) + " more";
  }
  diagnostics->Error(bound.layout.leaves_of->span,
                     std::to_string(parents.size()) + (is_one ? " amount of " : " amounts of ") +
                         bound.data_name + (is_one ? " is" : " are") +
                         " not the sum of the rows below",
                     list + ". `remainder: keep` makes lines of the differences");
}

}  // namespace

bool NeedsFirstPass(const FilePlan::Bound& bound) {
  if (bound.versions || !bound.once_per.empty()) return true;
  if (bound.layout.leaves_of) return true;
  const auto is_open = [](const std::unique_ptr<Lookup>& lookup) { return lookup->by_year(); };
  return !bound.year.value && std::any_of(bound.lookups.begin(), bound.lookups.end(), is_open);
}

absl::Status RunFirstPass(InputFile& input, FilePlan::Bound* bound, Diagnostics* diagnostics) {
  if (bound->versions) {
    if (absl::Status status = FindVersions(input, bound, diagnostics); !status.ok()) return status;
  }
  FirstPass pass(*bound);
  if (absl::Status status = pass.Read(input); !status.ok()) return status;
  for (const std::int16_t year : pass.years()) LoadLookups(year, bound, diagnostics);
  if (!bound->once_per.empty()) bound->repeats = std::move(pass.repeats());
  if (!bound->layout.leaves_of) return absl::OkStatus();
  bound->hierarchy = pass.builder().Finish();
  if (!pass.builder().ok()) {
    return absl::OutOfRangeError(bound->data_name +
                                 ": a sum of amounts is larger than 128 bits can hold");
  }
  if (!bound->layout.leaves_of->keep_remainder && !bound->hierarchy->unexplained().empty()) {
    ReportUnexplained(*bound, diagnostics);
  }
  if (pass.rows_without_code() > 0) {
    bound->assumptions.push_back(std::to_string(pass.rows_without_code()) +
                                 " rows have no code in the columns of leaves_of and stand alone");
  }
  return absl::OkStatus();
}

void LoadLookups(std::optional<std::int16_t> year, FilePlan::Bound* bound,
                 Diagnostics* diagnostics) {
  std::vector<std::string>& paths = bound->companion_paths;
  for (const std::unique_ptr<Lookup>& lookup : bound->lookups) {
    if (lookup->by_year() && !year) continue;
    const std::int16_t table_year = year.value_or(std::int16_t{0});
    const std::string path = lookup->PathFor(table_year);
    absl::Status status = lookup->Load(table_year);
    if (!status.ok()) {
      diagnostics->Error(lookup->span(),
                         "the lookup cannot be used: " + std::string(status.message()),
                         "looked for " + path + ", in the folder of " + bound->data_name);
      continue;
    }
    if (std::find(paths.begin(), paths.end(), path) != paths.end()) continue;
    paths.push_back(path);
    const std::size_t contradictions = lookup->TableFor(table_year).contradiction_count();
    if (contradictions > 0) {
      bound->assumptions.push_back(std::to_string(contradictions) + " keys of " + path +
                                   " have more than one text; the first is used");
    }
  }
}

}  // namespace tranche
