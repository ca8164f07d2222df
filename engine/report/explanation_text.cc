#include "engine/report/explanation_text.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/report/line_table.h"
#include "engine/report/marked_text.h"
#include "engine/report/number_text.h"
#include "engine/report/rule_text.h"
#include "engine/report/text_table.h"

namespace tranche {
namespace {

constexpr std::size_t kMostAmounts = 6;
constexpr std::size_t kMostUntested = 8;
constexpr std::size_t kMostMisses = 12;
constexpr std::string_view kIndent = "  ";

std::string MoneyText(const LineGroup& group, Amount amount) {
  return group.currency.ToString() + " " + Thousands(amount);
}

/// Writes one explanation. `label` columns are as wide as the longest label of the row.
class Writer {
 public:
  explicit Writer(const LineExplanation& explanation)
      : explanation_(explanation), book_(*explanation.rulebook) {}

  std::string Write() {
    bool is_first = true;
    for (const ExplainedRow& row : explanation_.rows) {
      if (!is_first) out_ += "\n" + std::string(kTextWidth, '=') + "\n\n";
      is_first = false;
      WriteRow(row);
    }
    if (explanation_.more_rows > 0) {
      Sentence("\n" + Counted(explanation_.more_rows, "more row has", "more rows have") +
               " this key; ask for a row by its number.");
    }
    return std::move(out_);
  }

 private:
  void WriteRow(const ExplainedRow& row);
  void WriteFate(const ExplainedRow& row);
  void WriteCells(const ExplainedRow& row);
  std::vector<TextMark> MarksOf(const ExplainedRow& row, const std::string& column) const;
  void WriteAmounts(const std::vector<ExplainedAmount>& amounts);
  void WriteOutcome(const ExplainedRow& row, const ExplainedOutcome& outcome);
  void WriteMoney(const ExplainedOutcome& outcome);
  void WriteDecider(const ExplainedOutcome& outcome);
  void WritePersons(const ExplainedOutcome& outcome);
  void WriteRule(RuleId rule, std::int16_t year);
  void WriteItem(const Item& item);
  void WriteAlsoMatching(const ExplainedOutcome& outcome);
  void WriteMisses(const ExplainedOutcome& outcome);
  void WriteUntested(const ExplainedOutcome& outcome);
  void WriteVoidWords(const ExplainedOutcome& outcome);
  void WriteTrace(const RuleTrace& trace, std::int16_t year, bool with_evidence);

  void Labelled(std::string_view label, std::string_view text);
  void Title(std::string_view title) { out_.append("\n").append(title).append("\n"); }
  void Sentence(std::string_view text) { AppendWrapped("", 0, text, &out_); }
  void Detail(std::string_view text) { AppendWrapped("      ", 6, text, &out_); }

  const LineExplanation& explanation_;
  const Rulebook& book_;
  std::size_t label_width_ = 0;
  std::string out_;
};

void Writer::Labelled(std::string_view label, std::string_view text) {
  std::string first(kIndent);
  first.append(label);
  const std::size_t indent = kIndent.size() + label_width_ + 2;
  const std::size_t width = CountCodePoints(first);
  first.append(width < indent ? indent - width : 0, ' ');
  AppendWrapped(first, indent, text, &out_);
}

void Writer::WriteRow(const ExplainedRow& row) {
  label_width_ = std::string_view("country").size();
  for (const TextColumn& text : row.schema.texts) {
    label_width_ = std::max(label_width_, CountCodePoints(text.name));
  }
  for (const auto* names : {&row.schema.schemes, &row.schema.fields}) {
    for (const std::string& name : *names) {
      label_width_ = std::max(label_width_, CountCodePoints(name));
    }
  }
  if (explanation_.file.empty()) {
    out_ += "The line as stated\n";
  } else {
    out_ += Printable(explanation_.file) + ", row " + std::to_string(row.row) + "\n";
    Labelled("layout", explanation_.layout_name + ": " + explanation_.layout_title);
  }
  if (row.fate != ExplainedRow::Fate::kLines) return WriteFate(row);
  const LineGroup& group = row.outcomes.front().amounts.front().group;
  if (!group.country.empty()) {
    Labelled("country", group.country.ToString() + " " + row.country_name);
  }
  WriteCells(row);
  for (const std::string& note : row.notes) Labelled("note", Printable(note));
  if (row.outcomes.size() > 1) {
    out_ += "\n";
    Sentence("The amounts of this row fare in " + std::to_string(row.outcomes.size()) +
             " different ways:");
  }
  for (const ExplainedOutcome& outcome : row.outcomes) WriteOutcome(row, outcome);
}

void Writer::WriteFate(const ExplainedRow& row) {
  std::string sentence = "This row makes no budget line: ";
  switch (row.fate) {
    case ExplainedRow::Fate::kDropped:
      sentence += "the layout leaves it out, because it is: " + row.reason + ".";
      break;
    case ExplainedRow::Fate::kRejected:
      sentence += "it cannot be used. " + row.reason + ".";
      break;
    case ExplainedRow::Fate::kNoLine:
    case ExplainedRow::Fate::kLines:
      sentence += row.reason + ".";
      break;
  }
  out_ += "\n";
  Sentence(Printable(sentence));
  for (const std::string& note : row.notes) Sentence(Printable(note) + ".");
  if (row.text.empty()) return;
  Title("The row as it stands in the file");
  AppendMarked(kIndent, kIndent.size(), row.text, {}, &out_);
}

std::vector<TextMark> Writer::MarksOf(const ExplainedRow& row, const std::string& column) const {
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

void Writer::WriteCells(const ExplainedRow& row) {
  const LineSchema& schema = row.schema;
  const std::string key = KeyText(row);
  if (!key.empty()) Labelled("key", Printable(key));
  const std::size_t indent = kIndent.size() + label_width_ + 2;
  for (std::size_t column = 0; column < schema.texts.size(); ++column) {
    const auto& cell = row.cells[column];
    if (!cell || cell->empty()) continue;
    std::string first = std::string(kIndent) + schema.texts[column].name;
    first.append(indent - CountCodePoints(first), ' ');
    AppendMarked(first, indent, *cell, MarksOf(row, schema.texts[column].name), &out_);
  }
  const auto write = [&](std::string_view name, std::size_t column) {
    if (row.cells[column]) Labelled(name, Printable(*row.cells[column]));
  };
  for (std::size_t i = 0; i < schema.schemes.size(); ++i) {
    write(schema.schemes[i], schema.scheme_begin() + i);
  }
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    write(schema.fields[i], schema.field_begin() + i);
  }
  if (schema.has_nature) write("nature", schema.nature_column());
}

void Writer::WriteAmounts(const std::vector<ExplainedAmount>& amounts) {
  for (std::size_t i = 0; i < amounts.size() && i < kMostAmounts; ++i) {
    const LineGroup& group = amounts[i].group;
    if (!amounts[i].amount) continue;
    out_ += std::string(kIndent) + std::to_string(group.year) + " " +
            std::string(PhaseName(group.phase)) + "  " + MoneyText(group, *amounts[i].amount) +
            "\n";
  }
  if (amounts.size() <= kMostAmounts) return;
  std::set<std::int16_t> years;
  for (const ExplainedAmount& amount : amounts) years.insert(amount.group.year);
  out_ += std::string(kIndent) + "and " + std::to_string(amounts.size() - kMostAmounts) +
          " more amounts with the same decision, of " + YearRanges(years) +
          " in all (choose with --year and --phase)\n";
}

void Writer::WriteOutcome(const ExplainedRow& row, const ExplainedOutcome& outcome) {
  const LineGroup& group = outcome.amounts.front().group;
  out_ += "\n";
  if (row.row == 0) {
    out_ += "Decision for " + std::to_string(group.year) + "\n";
  } else {
    out_ += outcome.amounts.size() == 1
                ? "Decision\n"
                : "Decision on " + std::to_string(outcome.amounts.size()) + " amounts\n";
    WriteAmounts(outcome.amounts);
  }
  WriteMoney(outcome);
  WriteDecider(outcome);
  WriteAlsoMatching(outcome);
  WriteVoidWords(outcome);
  WriteMisses(outcome);
  WriteUntested(outcome);
}

void Writer::WriteMoney(const ExplainedOutcome& outcome) {
  const ExplainedAmount& first = outcome.amounts.front();
  if (!outcome.allocation) {
    Labelled("counts as", "nothing: the book has no value for " + std::to_string(first.group.year) +
                              " (its shares begin in a later year)");
    return;
  }
  bool is_first = true;
  for (const Allocation::Part& part : outcome.allocation->parts) {
    if (part.share == Share()) continue;
    const Bucket& bucket = book_.buckets[part.bucket];
    std::string text = bucket.name;
    if (!bucket.title.empty() && bucket.title != bucket.name) text += " (" + bucket.title + ")";
    if (part.share != Share::Whole()) {
      text += ", " + part.share.ToString();
      if (first.amount && outcome.amounts.size() == 1) {
        if (const auto money = AllocatedAmount::Of(*first.amount, part.share)) {
          text += ": " + first.group.currency.ToString() + " " + Thousands(*money);
        }
      }
    }
    Labelled(is_first ? "counts as" : "", text);
    is_first = false;
  }
}

void Writer::WriteRule(RuleId rule, std::int16_t) {
  const Rule& source = book_.rules[rule];
  Labelled("rule", source.id + ", rule " + std::to_string(rule + 1) + " of " +
                       std::to_string(book_.rules.size()));
  Labelled("", PlaceText(source.span));
  if (!source.why.empty()) Labelled("why", source.why);
  if (!source.source.empty()) Labelled("source", source.source);
}

void Writer::WriteItem(const Item& item) {
  Labelled("item", item.title == item.name ? item.name : item.name + " (" + item.title + ")");
  if (!item.description.empty()) Labelled("", item.description);
  Labelled("", PlaceText(item.span));
  const std::string_view status = StatusName(item.status);
  if (item.status == OutcomeStatus::kDefined) {
    Labelled("status", std::string(status) + ": an agreed text says so");
  } else if (item.status == OutcomeStatus::kClaimed) {
    Labelled("status",
             std::string(status) + ": no agreed text says so; it is a choice of the book");
  }
  if (!item.why.empty()) Labelled("why", item.why);
  if (!item.source.empty()) Labelled("source", item.source);
  if (!item.review_by.empty()) Labelled("review by", item.review_by);
}

void Writer::WritePersons(const ExplainedOutcome& outcome) {
  const Signature& signature = outcome.explanation.decision.signature;
  const LineDecision& decision = book_.decisions[signature.decision];
  if (signature.decision_is_stale) {
    Labelled("because", "a person decided this line when it was '" + Printable(decision.label) +
                            "' with " + Thousands(decision.amount) +
                            "; it no longer is, so it is open again");
  } else {
    Labelled("because", "a person decided this line; that comes before all rules");
  }
  Labelled("who", Printable(decision.who) + ", " + Printable(decision.date));
  Labelled("reason", Printable(decision.reason));
  Labelled("", PlaceText(decision.span));
}

void Writer::WriteDecider(const ExplainedOutcome& outcome) {
  const Verdict& verdict = outcome.verdict;
  const std::int16_t year = outcome.amounts.front().group.year;
  switch (verdict.kind) {
    case Verdict::Kind::kDecision:
    case Verdict::Kind::kStaleDecision:
      WritePersons(outcome);
      if (verdict.item) WriteItem(book_.items[*verdict.item]);
      return;
    case Verdict::Kind::kOtherwise:
      Labelled("because", "no rule of the book fits; what then holds is said at");
      Labelled("", PlaceText(book_.otherwise.span));
      return;
    case Verdict::Kind::kUnknown:
      WriteRule(verdict.rule, year);
      Labelled("because", "this rule could not be tested, and says `if_unknown: undecided`:");
      if (outcome.decider) {
        for (const std::string& failed : outcome.decider->failed) Labelled("", Printable(failed));
      }
      return;
    case Verdict::Kind::kConflict:
      WriteRule(verdict.rule, year);
      Labelled("against",
               book_.rules[verdict.other].id + ", " + PlaceText(book_.rules[verdict.other].span));
      Labelled("because", "both rules fit and differ, and the book says `decide: unique`");
      break;
    case Verdict::Kind::kRule:
      WriteRule(verdict.rule, year);
      break;
  }
  bool is_first = true;
  for (const Evidence& item : outcome.explanation.decision.evidence) {
    Labelled(is_first ? "proof" : "", ProofText(item));
    is_first = false;
  }
  if (is_first) Labelled("proof", "the rule asks for nothing that stands in the line");
  if (verdict.item) WriteItem(book_.items[*verdict.item]);
}

void Writer::WriteTrace(const RuleTrace& trace, std::int16_t year, bool with_evidence) {
  const Rule& rule = book_.rules[trace.rule];
  AppendWrapped(kIndent, 6, rule.id + " (" + RuleOutcomeText(book_, trace.rule, year) + ")", &out_);
  Detail("rule " + std::to_string(trace.rule + 1) + ", " + PlaceText(rule.span));
  std::string proof;
  for (const Evidence& item : trace.evidence)
    proof += (proof.empty() ? "" : "; ") + ProofText(item);
  if (with_evidence && !proof.empty()) Detail("fits: " + proof);
  for (const std::string& failed : trace.failed) Detail("fails: " + Printable(failed));
}

void Writer::WriteAlsoMatching(const ExplainedOutcome& outcome) {
  const auto& traces = outcome.explanation.also_matching;
  if (traces.empty()) return;
  const bool is_ruled = outcome.verdict.kind == Verdict::Kind::kRule;
  Title(is_ruled ? "Other rules that fit, and lose because they stand later in the book"
                 : "Other rules that fit");
  for (const RuleTrace& trace : traces) {
    WriteTrace(trace, outcome.amounts.front().group.year, true);
  }
}

void Writer::WriteMisses(const ExplainedOutcome& outcome) {
  const auto& traces = outcome.explanation.near_misses;
  if (traces.empty()) return;
  Title("Rules that miss by one condition");
  for (std::size_t i = 0; i < traces.size() && i < kMostMisses; ++i) {
    WriteTrace(traces[i], outcome.amounts.front().group.year, true);
  }
  if (traces.size() > kMostMisses) {
    out_ += std::string(kIndent) + "and " + Counted(traces.size() - kMostMisses, "more", "more") +
            " (all of them: --format json)\n";
  }
}

void Writer::WriteUntested(const ExplainedOutcome& outcome) {
  const RuleId decider = outcome.verdict.rule;
  std::vector<const RuleTrace*> before;
  std::size_t behind = 0;
  for (const RuleTrace& trace : outcome.explanation.untested) {
    if (trace.rule < decider) {
      before.push_back(&trace);
    } else {
      ++behind;
    }
  }
  if (!before.empty()) {
    Title("Rules that could not be tested, and might have taken this line");
    for (std::size_t i = 0; i < before.size() && i < kMostUntested; ++i) {
      WriteTrace(*before[i], outcome.amounts.front().group.year, false);
    }
    if (before.size() > kMostUntested) {
      out_ += std::string(kIndent) + "and " + std::to_string(before.size() - kMostUntested) +
              " more (all of them: --format json)\n";
    }
  }
  if (behind == 0) return;
  out_ += "\n";
  Sentence(Counted(behind, "rule", "rules") +
           " behind the deciding one could not be tested either; that changes nothing.");
}

void Writer::WriteVoidWords(const ExplainedOutcome& outcome) {
  const auto& words = outcome.explanation.void_words;
  if (words.empty()) return;
  Title("Words that do not count (marked ~): a longer expression around them means something else");
  for (const VoidWord& word : words) {
    AppendWrapped(kIndent, 6,
                  Printable(word.column) + " \"" + Printable(word.found) + "\" is no " +
                      word.concept_name + " here (" + word.written + ")",
                  &out_);
  }
}

}  // namespace

std::string KeyText(const ExplainedRow& row) {
  std::string key;
  for (std::size_t i = 0; i < row.schema.key_part_count; ++i) {
    if (i > 0) key += kKeyPartSeparator;
    key += row.cells[row.schema.key_begin() + i].value_or("");
  }
  return key;
}

std::string ExplanationText(const LineExplanation& explanation) {
  return Writer(explanation).Write();
}

}  // namespace tranche
