#include "engine/layout/file_plan.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/base/pattern.h"
#include "engine/layout/amount_columns.h"
#include "engine/layout/bind_rows.h"
#include "engine/layout/bound_layout.h"
#include "engine/layout/column_finder.h"
#include "engine/layout/first_pass.h"
#include "engine/layout/replaced_lines.h"
#include "engine/layout/sample_study.h"

namespace tranche {
namespace {

/// Fills a Bound step by step. What one step reports does not keep the next from being taken, so
/// that one run shows all mistakes.
class Binder {
 public:
  Binder(FilePlan::Bound* bound, Diagnostics* diagnostics)
      : bound_(bound),
        layout_(bound->layout),
        finder_(bound->head.header, layout_.made_columns, bound->data_name, diagnostics),
        diagnostics_(diagnostics) {}

  void BindColumns() {
    BindValue(layout_.country, &bound_->country);
    BindValue(layout_.currency, &bound_->currency);
    BindValue(layout_.unit, &bound_->unit);
    if (!bound_->unit.stated() && !layout_.unit.column) bound_->unit.value = 1;
    BindValue(layout_.phase, &bound_->phase);
    BindYear();
    BindAmountColumns(&finder_, bound_, diagnostics_);
    BindSchema();
    BindRows(&finder_, bound_, diagnostics_);
    bound_->wanted_columns = finder_.wanted();
    bound_->assumptions.insert(bound_->assumptions.end(), finder_.assumptions().begin(),
                               finder_.assumptions().end());
  }

 private:
  template <typename T>
  void BindValue(const ValueOrColumn<T>& source, BoundValue<T>* bound) {
    bound->value = source.value;
    bound->values = source.values;
    if (!source.column) return;
    bound->column = source.column->name;
    bound->slot = finder_.Find(*source.column);
  }

  void BindYear();
  std::optional<std::int16_t> YearOfFileName();
  void BindSchema();
  void AddCell(const CellSource& source, CellRole role);
  void BindCrosswalk(const CellSource& source, CellRole role, BoundCell* cell);
  void CheckNatures(const Crosswalk& crosswalk, const SourceSpan& span);

  FilePlan::Bound* bound_;
  const Layout& layout_;
  ColumnFinder finder_;
  Diagnostics* diagnostics_;
};

void Binder::BindYear() {
  const YearSource& source = layout_.year;
  bound_->year.value = source.value;
  if (source.column) {
    bound_->year.column = source.column->name;
    bound_->year.slot = finder_.Find(*source.column);
  } else if (!source.file_name_pattern.empty()) {
    bound_->year.value = YearOfFileName();
  } else if (!source.value) {
    const bool is_needed = !layout_.year_columns || !layout_.year_columns->phases.empty();
    if (is_needed)
      diagnostics_->Error(source.span, "the layout does not say the year of a row",
                          "add `year:` with a column, or {value: 2024}");
  }
}

std::optional<std::int16_t> Binder::YearOfFileName() {
  const YearSource& source = layout_.year;
  const std::string& expression = source.file_name_pattern;
  const absl::StatusOr<Pattern> pattern =
      Pattern::Compile(SlashedPattern(expression).value_or(expression));
  if (!pattern.ok()) {
    diagnostics_->Error(source.span, std::string(pattern.status().message()));
    return std::nullopt;
  }
  const std::size_t slash = bound_->data_name.rfind('/');
  const std::string name =
      slash == std::string::npos ? bound_->data_name : bound_->data_name.substr(slash + 1);
  const std::optional<std::string_view> digits = pattern->FirstGroup(name);
  std::int16_t year = 0;
  if (digits) std::from_chars(digits->data(), digits->data() + digits->size(), year);
  if (!digits || digits->size() != 4 || year < 1000) {
    diagnostics_->Error(source.span,
                        "the year stands in the file's name, but '" + name +
                            "' has none that fits /" + pattern->expression() + "/",
                        "rename the file, or say the year in the layout");
    return std::nullopt;
  }
  bound_->assumptions.push_back("year " + std::to_string(year) + " (from the file's name)");
  return year;
}

void Binder::BindSchema() {
  LineSchema& schema = bound_->schema;
  schema.languages = layout_.languages;
  for (const TextSource& text : layout_.texts) {
    schema.texts.push_back({text.name, text.own});
    AddCell(text.source, CellRole::kText);
  }
  for (const NamedSource& code : layout_.codes) {
    schema.schemes.push_back(code.name);
    AddCell(code.source, CellRole::kCode);
  }
  for (const NamedSource& field : layout_.fields) {
    schema.fields.push_back(field.name);
    AddCell(field.source, CellRole::kField);
  }
  schema.has_nature = layout_.nature.has_value();
  if (layout_.nature) AddCell(*layout_.nature, CellRole::kNature);
  schema.key_part_count = layout_.key.size();
  for (const ColumnRef& column : layout_.key) {
    CellSource source;
    source.columns = {column};
    AddCell(source, CellRole::kKey);
  }
}

void Binder::AddCell(const CellSource& source, CellRole role) {
  BoundCell cell;
  cell.role = role;
  cell.kind = source.kind;
  cell.separator = source.separator;
  for (const ColumnRef& column : source.columns) {
    if (const std::optional<CellSlot> slot = finder_.Find(column)) cell.slots.push_back(*slot);
  }
  if (source.kind == CellSource::Kind::kCrosswalk) BindCrosswalk(source, role, &cell);
  if (source.kind == CellSource::Kind::kLookup) {
    bound_->lookups.push_back(std::make_unique<Lookup>(
        source.table_path, bound_->data_name, source.key_column, source.take_column, source.span));
    cell.lookup = bound_->lookups.back().get();
    const YearSource& year = layout_.year;
    const bool has_year = year.value || year.column || !year.file_name_pattern.empty();
    if (cell.lookup->by_year() && !has_year) {
      diagnostics_->Error(source.span,
                          "the lookup's name holds {year}, but the layout says no year",
                          "add `year:`, or write the file's name without {year}");
    }
  }
  bound_->cells.push_back(std::move(cell));
}

void Binder::BindCrosswalk(const CellSource& source, CellRole role, BoundCell* cell) {
  absl::StatusOr<Crosswalk> crosswalk = Crosswalk::Read(source.table_path);
  if (!crosswalk.ok()) {
    diagnostics_->Error(
        source.span, "the crosswalk cannot be used: " + std::string(crosswalk.status().message()),
        "a crosswalk is a CSV file with the columns from and to");
    return;
  }
  if (role == CellRole::kNature) CheckNatures(*crosswalk, source.span);
  std::vector<std::string>& paths = bound_->companion_paths;
  if (std::find(paths.begin(), paths.end(), source.table_path) == paths.end()) {
    paths.push_back(source.table_path);
  }
  bound_->crosswalks.push_back(std::make_unique<const Crosswalk>(*std::move(crosswalk)));
  cell->crosswalk = bound_->crosswalks.back().get();
}

void Binder::CheckNatures(const Crosswalk& crosswalk, const SourceSpan& span) {
  constexpr std::string_view kNatures[] = {"pay",     "goods",    "transfer",
                                           "capital", "interest", "loan"};
  for (const Crosswalk::Target& target : crosswalk.targets()) {
    if (std::find(std::begin(kNatures), std::end(kNatures), target.name) != std::end(kNatures)) {
      continue;
    }
    diagnostics_->Error(span,
                        "'" + target.name + "' is no nature (" + crosswalk.path() + ", row " +
                            std::to_string(target.row_number) + ")",
                        "natures are pay, goods, transfer, capital, interest and loan");
  }
}

void ApplyTerms(const FileTerms& terms, FilePlan::Bound* bound) {
  bound->terms = terms;
  bound->layout.control_totals.insert(bound->layout.control_totals.end(),
                                      terms.control_totals.begin(), terms.control_totals.end());
  if (terms.phase) {
    bound->layout.phase = {};
    bound->layout.phase.value = terms.phase;
  }
  if (terms.year) {
    const FiscalYear fiscal = bound->layout.year.fiscal;
    bound->layout.year = {};
    bound->layout.year.value = terms.year;
    bound->layout.year.fiscal = fiscal;
  }
}

}  // namespace

absl::StatusOr<std::unique_ptr<const FilePlan>> FilePlan::Bind(
    const Layout& layout, InputFile& input, const TableHead& head, const CountryTable& countries,
    Diagnostics* diagnostics, const FileTerms& terms) {
  const std::size_t errors_before = diagnostics->error_count();
  const auto has_errors = [&] { return diagnostics->error_count() > errors_before; };
  auto bound = std::make_unique<Bound>();
  bound->layout = layout;
  ApplyTerms(terms, bound.get());
  bound->head = head;
  bound->countries = countries;
  bound->data_name = input.name();
  bound->assumptions = head.assumptions;
  Binder(bound.get(), diagnostics).BindColumns();
  bound->first_replaced_reason = static_cast<std::uint32_t>(bound->cell_drop_reasons.size());
  for (const auto& replaced : terms.replaced) {
    bound->cell_drop_reasons.push_back(replaced->reason());
  }
  // Lookups whose names are known already are looked for even beside other mistakes.
  LoadLookups(bound->year.value, bound.get(), diagnostics);
  if (has_errors()) return nullptr;
  if (const absl::Status status = BindNumberFormat(input, bound.get()); !status.ok()) {
    return status;
  }
  if (NeedsFirstPass(*bound)) {
    if (const absl::Status status = RunFirstPass(input, bound.get(), diagnostics); !status.ok()) {
      return status;
    }
  }
  if (has_errors()) return nullptr;
  if (const absl::Status status = StudySample(input, bound.get()); !status.ok()) return status;
  return std::unique_ptr<const FilePlan>(new FilePlan(std::move(bound)));
}

FilePlan::FilePlan(std::unique_ptr<const Bound> bound) : bound_(std::move(bound)) {}
FilePlan::~FilePlan() = default;

const Layout& FilePlan::layout() const { return bound_->layout; }
const TableHead& FilePlan::head() const { return bound_->head; }
const LineSchema& FilePlan::schema() const { return bound_->schema; }
const std::vector<std::size_t>& FilePlan::wanted_columns() const { return bound_->wanted_columns; }
const std::vector<std::string>& FilePlan::assumptions() const { return bound_->assumptions; }
bool FilePlan::HandsDown() const { return bound_->FillsDown() || bound_->CountsTotals(); }
const std::vector<std::string>& FilePlan::companion_paths() const {
  return bound_->companion_paths;
}

}  // namespace tranche
