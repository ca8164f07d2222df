#include "engine/run/explained_row.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/suggest.h"
#include "engine/match/explain.h"
#include "engine/report/number_text.h"
#include "engine/source/encoding.h"

namespace tranche {
namespace {

/// Fills in what the signature of an explanation comes to.
void Conclude(const Explainer& explainer, const Rulebook& book,
              std::span<const std::string_view> cells, const LineGroup& group,
              ExplainedOutcome* outcome) {
  outcome->verdict = VerdictOf(outcome->explanation.decision.signature, book);
  outcome->allocation = book.AllocationOf(outcome->verdict.outcome, group.year);
  if (outcome->verdict.rule < kFirstPseudoRule) {
    outcome->decider = explainer.Trace(outcome->verdict.rule, cells, group);
  }
}

void AddCells(std::span<const std::string_view> cells, ExplainedRow* row) {
  for (const std::string_view cell : cells) {
    row->cells.push_back(cell.data() == nullptr ? std::nullopt : std::optional(std::string(cell)));
  }
}

/// What rules say of each line of the batch and, before them, people.
std::vector<Explanation> Explanations(const LineBatch& batch, const Explainer& explainer,
                                      const DecisionPlan* decisions) {
  std::vector<Explanation> explanations;
  SignatureTable signatures;
  std::vector<SignatureId> ids;
  for (const BudgetLine& line : batch.lines) {
    explanations.push_back(
        explainer.ExplainFully(batch.row(line.row), batch.groups->group(line.group)));
    ids.push_back(signatures.Intern(explanations.back().decision.signature));
  }
  DecisionMarker(decisions, *batch.schema, &signatures).Mark(batch, &ids);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    explanations[i].decision.signature = signatures.signature(ids[i]);
  }
  return explanations;
}

/// Lines that fare alike share an outcome.
void AddOutcomes(const LineBatch& batch, const Matcher& matcher, const DecisionPlan* decisions,
                 ExplainedRow* row) {
  const Explainer explainer(matcher, *batch.schema);
  std::vector<Explanation> explanations = Explanations(batch, explainer, decisions);
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    const BudgetLine& line = batch.lines[i];
    const LineGroup& group = batch.groups->group(line.group);
    ExplainedOutcome outcome;
    outcome.explanation = std::move(explanations[i]);
    Conclude(explainer, matcher.rulebook(), batch.row(line.row), group, &outcome);
    const auto alike =
        std::find_if(row->outcomes.begin(), row->outcomes.end(), [&](const ExplainedOutcome& o) {
          return o.explanation.decision.signature == outcome.explanation.decision.signature &&
                 o.allocation == outcome.allocation;
        });
    if (alike != row->outcomes.end()) {
      alike->amounts.push_back({group, line.amount});
    } else {
      outcome.amounts.push_back({group, line.amount});
      row->outcomes.push_back(std::move(outcome));
    }
  }
}

std::string SumText(const CountedSum& sum, const CurrencyCode& currency) {
  return (currency.empty() ? "" : currency.ToString() + " ") + Thousands(sum.sum);
}

/// Says of a row without lines where its money went.
void TellWhyNot(const FileAccount& account, ExplainedRow* row) {
  if (!account.rows_dropped.empty()) {
    const auto& [reason, sum] = *account.rows_dropped.begin();
    row->fate = ExplainedRow::Fate::kDropped;
    row->reason = reason.first;
    if (sum.sum.IsZero()) return;
    row->notes.push_back("Its " + SumText(sum, reason.second) +
                         " are counted under this reason, and in no bucket");
    return;
  }
  row->fate = ExplainedRow::Fate::kNoLine;
  if (account.lines_not_asked > 0) {
    row->reason = "its amounts are of years or phases that were not asked for";
    std::map<Phase, std::set<std::int16_t>> years;
    for (const auto& [group, sum] : account.read_by_group) years[group.phase].insert(group.year);
    for (const auto& [phase, of_phase] : years) {
      row->notes.push_back("It has " + std::string(PhaseName(phase)) + " amounts of " +
                           YearRanges(of_phase));
    }
    row->text.clear();
  } else if (!account.cells_dropped.empty()) {
    row->reason = "its amounts stand in columns that the layout leaves out, because: " +
                  account.cells_dropped.begin()->first.first;
  } else {
    row->reason = "its amounts are empty";
  }
}

constexpr std::string_view kNatures[] = {"pay", "goods", "transfer", "capital", "interest", "loan"};

absl::Status CheckStated(const StatedLine& line, const CountryTable& countries) {
  if (!line.text && !line.parents && line.codes.empty() && line.fields.empty() && !line.nature) {
    return absl::InvalidArgumentError(
        "a line without a file needs something to go by: --text, --parents, --code, --field or "
        "--nature");
  }
  if (!CountryCode::Parse(line.country) || !countries.IsKnownCountry(line.country)) {
    const std::string near = DidYouMean(line.country, countries.Codes());
    return absl::InvalidArgumentError("--country '" + line.country +
                                      "' is no country; write its three letters, like ITA" +
                                      (near.empty() ? "" : " (" + near + ")"));
  }
  const bool is_nature = !line.nature || std::find(std::begin(kNatures), std::end(kNatures),
                                                   *line.nature) != std::end(kNatures);
  if (!is_nature) {
    return absl::InvalidArgumentError(
        "--nature '" + *line.nature +
        "' is unknown; natures are pay, goods, transfer, capital, interest and loan");
  }
  return absl::OkStatus();
}

}  // namespace

ExplainedRow ExplainRow(const FoundRow& found, const FilePlan& plan, const LineSelection& selection,
                        const Matcher& matcher, const DecisionPlan* decisions,
                        const CountryTable& countries) {
  ExplainedRow row;
  row.row = found.row;
  row.schema = plan.schema();
  if (found.is_blank) {
    row.fate = ExplainedRow::Fate::kDropped;
    row.reason = "blank row";
    return row;
  }
  std::vector<RejectedRow> rejected;
  RowBlock block;
  LineBatch batch;
  LineBuilder builder(plan, selection);
  if (found.rejected) {
    rejected.push_back(*found.rejected);
  } else {
    RowParser(plan.head(), plan.wanted_columns()).Parse(found.chunk, &block);
    builder.BeginAt(found.carry);
    builder.Build(block, &batch, &rejected);
    row.text = ReadableText(found.chunk.bytes.substr(0, found.chunk.bytes.size() - 1),
                            plan.head().dialect.encoding, found.chunk.bytes.size());
  }
  if (!batch.lines.empty()) {
    for (const RejectedRow& cell : rejected) row.notes.push_back(cell.column + ": " + cell.reason);
    row.text.clear();
    AddCells(batch.row(0), &row);
    AddOutcomes(batch, matcher, decisions, &row);
    row.country_name = countries.NameOf(row.outcomes.front().amounts.front().group.country);
  } else if (!rejected.empty()) {
    const RejectedRow& reject = rejected.front();
    row.fate = ExplainedRow::Fate::kRejected;
    row.reason = (reject.column.empty() ? "It " : "Column " + reject.column + ": ") + reject.reason;
    row.text = reject.text;
  } else {
    TellWhyNot(builder.account(), &row);
  }
  return row;
}

absl::StatusOr<ExplainedRow> ExplainStated(const StatedLine& line, const Matcher& matcher,
                                           const CountryTable& countries) {
  if (absl::Status status = CheckStated(line, countries); !status.ok()) return status;
  ExplainedRow row;
  std::vector<std::string_view> cells;
  const auto add = [&](const std::optional<std::string>& cell) {
    cells.push_back(cell ? std::string_view(*cell) : std::string_view());
  };
  row.schema.texts = {{"description", true}, {"parents", false}};
  add(line.text);
  add(line.parents);
  for (const auto& [scheme, code] : line.codes) {
    row.schema.schemes.push_back(scheme);
    cells.emplace_back(code);
  }
  for (const auto& [name, value] : line.fields) {
    row.schema.fields.push_back(name);
    cells.emplace_back(value);
  }
  row.schema.has_nature = line.nature.has_value();
  if (line.nature) add(line.nature);
  AddCells(cells, &row);
  LineGroup group;
  group.country = *CountryCode::Parse(line.country);
  group.year = line.year.value_or(kYearWhereNotStated);
  row.country_name = countries.NameOf(group.country);
  if (!line.year) {
    row.notes.push_back("no year is stated; it is taken to be " + std::to_string(group.year));
  }
  const Explainer explainer(matcher, row.schema);
  ExplainedOutcome outcome;
  outcome.explanation = explainer.ExplainFully(cells, group);
  Conclude(explainer, matcher.rulebook(), cells, group, &outcome);
  outcome.amounts.push_back({group, std::nullopt});
  row.outcomes.push_back(std::move(outcome));
  return row;
}

}  // namespace tranche
