#include "engine/report/explanation_text.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/layout/line_text.h"
#include "engine/report/explanation_page.h"
#include "engine/report/line_table.h"
#include "engine/report/marked_text.h"
#include "engine/report/number_text.h"
#include "engine/report/text_table.h"

namespace tranche {
namespace {

constexpr std::size_t kMostAmounts = 6;

std::size_t WidestLabel(const LineSchema& schema) {
  std::size_t width = std::string_view("counts as").size();
  const auto widen = [&width](const std::string& name) {
    width = std::max(width, CountCodePoints(name));
  };
  for (const TextColumn& text : schema.texts) widen(text.name);
  for (const std::string& scheme : schema.schemes) widen(scheme);
  for (const std::string& field : schema.fields) widen(field);
  return width;
}

/// What decided is marked `^`, what does not count `~`.
std::vector<TextMark> MarksOf(const ExplainedRow& row, const std::string& column) {
  std::vector<TextMark> marks;
  for (const ExplainedOutcome& outcome : row.outcomes) {
    for (const Evidence& item : outcome.explanation.decision.evidence) {
      if (item.column == column) marks.push_back({item.begin, item.end, '^'});
    }
  }
  for (const ExplainedOutcome& outcome : row.outcomes) {
    for (const VoidWord& word : outcome.explanation.void_words) {
      if (word.column == column) marks.push_back({word.begin, word.end, '~'});
    }
  }
  return marks;
}

void AppendCells(const ExplainedRow& row, ExplanationPage* page) {
  const LineSchema& schema = row.schema;
  page->LabelledIfAny("key", Printable(KeyText(row)));
  for (std::size_t column = 0; column < schema.texts.size(); ++column) {
    const auto& cell = row.cells[column];
    if (!cell || cell->empty()) continue;
    const std::string& name = schema.texts[column].name;
    AppendMarked(page->LabelIndent(name), page->text_indent(), *cell, MarksOf(row, name),
                 page->out());
  }
  const auto append = [&](std::string_view name, std::size_t column) {
    if (row.cells[column]) page->LabelledIfAny(name, Printable(*row.cells[column]));
  };
  for (std::size_t i = 0; i < schema.schemes.size(); ++i) {
    append(schema.schemes[i], schema.scheme_begin() + i);
  }
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    append(schema.fields[i], schema.field_begin() + i);
  }
  if (schema.has_nature) append("nature", schema.nature_column());
}

void AppendAmounts(const std::vector<ExplainedAmount>& amounts, ExplanationPage* page) {
  std::set<std::int16_t> years;
  std::size_t shown = 0;
  for (const ExplainedAmount& line : amounts) {
    years.insert(line.group.year);
    if (!line.amount || ++shown > kMostAmounts) continue;
    page->Entry(std::to_string(line.group.year) + " " + std::string(PhaseName(line.group.phase)) +
                ", " + line.group.currency.ToString() + " " + Thousands(*line.amount));
  }
  if (shown <= kMostAmounts) return;
  page->Entry("and " + Thousands(shown - kMostAmounts) + " more; all are of " + YearRanges(years) +
              " (choose with --year and --phase)");
}

void AppendOutcome(const ExplainedOutcome& outcome, ExplanationPage* page) {
  const ExplainedAmount& first = outcome.amounts.front();
  if (!first.amount) {
    page->Title("Decision for " + std::to_string(first.group.year));
  } else if (outcome.amounts.size() == 1) {
    page->Title("Decision");
  } else {
    page->Title("Decision on " + Thousands(outcome.amounts.size()) + " amounts");
  }
  AppendAmounts(outcome.amounts, page);
  AppendDecision(outcome, page);
  AppendOtherRules(outcome, page);
}

/// A row without lines: why, and what stands in it.
void AppendFate(const ExplainedRow& row, ExplanationPage* page) {
  std::string sentence = "This row makes no budget line: ";
  switch (row.fate) {
    case ExplainedRow::Fate::kDropped:
      sentence += "the layout leaves it out as '" + row.reason + "'.";
      break;
    case ExplainedRow::Fate::kRejected:
      sentence += "it cannot be used. " + row.reason + ".";
      break;
    case ExplainedRow::Fate::kNoLine:
    case ExplainedRow::Fate::kLines:
      sentence += row.reason + ".";
      break;
  }
  page->Title("");
  page->Sentence(Printable(sentence));
  for (const std::string& note : row.notes) page->Sentence(Printable(note) + ".");
  if (row.text.empty()) return;
  page->Title("The row as it stands in the file");
  AppendMarked("  ", ExplanationPage::kIndent, row.text, {}, page->out());
}

void AppendRow(const LineExplanation& explanation, const ExplainedRow& row, ExplanationPage* page) {
  page->SetLabelWidth(WidestLabel(row.schema));
  if (explanation.file.empty()) {
    page->Sentence("The line as stated");
  } else {
    page->Sentence(Printable(explanation.file) + ", row " + std::to_string(row.row));
    page->Labelled("layout", explanation.layout_name + ": " + explanation.layout_title);
  }
  if (row.fate != ExplainedRow::Fate::kLines) return AppendFate(row, page);
  page->Labelled("country", row.outcomes.front().amounts.front().group.country.ToString() + " " +
                                row.country_name);
  AppendCells(row, page);
  for (const std::string& note : row.notes) page->Labelled("note", Printable(note));
  if (row.outcomes.size() > 1) {
    page->Title("");
    page->Sentence("The amounts of this row fare in " + Thousands(row.outcomes.size()) +
                   " different ways.");
  }
  for (const ExplainedOutcome& outcome : row.outcomes) AppendOutcome(outcome, page);
}

}  // namespace

std::string KeyText(const ExplainedRow& row) {
  std::vector<std::string_view> cells;
  for (const auto& cell : row.cells) cells.push_back(cell ? *cell : std::string_view());
  std::string key;
  AppendKey(row.schema, cells, &key);
  return key;
}

std::string ExplanationText(const LineExplanation& explanation) {
  ExplanationPage page(*explanation.rulebook);
  bool is_first = true;
  for (const ExplainedRow& row : explanation.rows) {
    if (!is_first) page.Title(std::string(kTextWidth, '-'));
    is_first = false;
    AppendRow(explanation, row, &page);
  }
  if (explanation.more_rows > 0) {
    page.Title("");
    page.Sentence(Counted(explanation.more_rows, "more row has", "more rows have") +
                  " this key; ask for one by its row.");
  }
  return std::move(*page.out());
}

}  // namespace tranche
