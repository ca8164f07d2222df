#include "engine/report/decisions_text.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

#include "engine/report/number_text.h"
#include "engine/report/text_table.h"

namespace tranche {
namespace {

constexpr std::size_t kMostShown = 10;

std::string Quoted(std::string_view text) { return "'" + Printable(text) + "'"; }

/// `ITA 2024 key '020|1' 'Coast guard' (decisions.csv, line 3)`.
std::string LineText(const LineDecision& decision) {
  std::string text = decision.country.ToString() + " " + std::to_string(decision.year) + " key " +
                     Quoted(decision.key) + " " + Quoted(decision.label);
  if (decision.span.source) {
    text += " (" + Printable(decision.span.source->path()) + ":" +
            std::to_string(decision.span.line) + ")";
  }
  return text;
}

std::string PlaceOf(const SeenLine& line) {
  return Printable(line.file) + ", row " + std::to_string(line.row);
}

std::string StaleText(const LineDecision& decision, const DecisionSighting& sighting) {
  std::string text = LineText(decision);
  const SeenLine& now = *sighting.nearest;
  text += sighting.label_holds ? ": decided for " : ": decided for this label and ";
  text += Thousands(decision.amount) + "; now ";
  if (!sighting.label_holds) text += Quoted(now.label) + " and ";
  text += Thousands(now.amount) + " (" + PlaceOf(now) + ")";
  if (!decision.damage.empty()) text += "; " + Printable(decision.damage);
  return text;
}

std::string UnfoundText(const LineDecision& decision, const DecisionSighting& sighting) {
  std::string text = LineText(decision) + ": ";
  if (sighting.other_key) {
    text += "a line with this label and amount has the key " + Quoted(sighting.other_key->key) +
            " (" + PlaceOf(*sighting.other_key) + "); write that key if it is meant";
  } else if (sighting.of_key > 0) {
    text += Counted(sighting.of_key, "line has", "lines have") +
            " this key, and which of them was meant cannot be told";
  } else {
    text += "no line has this key";
  }
  if (!decision.damage.empty()) text += "; " + Printable(decision.damage);
  return text;
}

void AppendList(std::string_view title, const std::vector<DecisionId>& ids,
                const std::function<std::string(DecisionId)>& text_of, std::string* out) {
  if (ids.empty()) return;
  AppendWrapped("  ", 4, title, out);
  const std::size_t shown = std::min(kMostShown, ids.size());
  for (std::size_t i = 0; i < shown; ++i) AppendWrapped("    ", 6, text_of(ids[i]), out);
  if (shown < ids.size()) {
    out->append("    and " + Thousands(ids.size() - shown) + " more\n");
  }
}

std::string Money(const LineGroup& group, const TallyCell& cell) {
  return group.currency.ToString() + " " + Thousands(cell.sum) + " in " +
         Counted(cell.lines, "line", "lines");
}

void AppendMoney(const DecidedMoney& money, std::string* out) {
  std::string text = money.group.country.ToString() + " " + std::to_string(money.group.year) +
                     " (" + std::string(PhaseName(money.group.phase)) + "): ";
  if (money.decided.lines > 0) {
    text += Money(money.group, money.decided) + " decided; ";
    text += money.moved.lines == 0 ? "the rules put all of it there, too"
                                   : "of these, " + Money(money.group, money.moved) +
                                         " moved away from where the rules put them";
  }
  if (money.stale.lines > 0) {
    text += money.decided.lines > 0 ? "; " : "";
    text += Money(money.group, money.stale) + " undecided, for their decision is stale";
  }
  AppendWrapped("  ", 4, text, out);
}

void AppendFindings(const DecisionsResult& decisions, const Rulebook& book, std::string* out) {
  AppendList(
      "Stale, because the label or the amount is no longer what the person saw; these lines "
      "are undecided:",
      decisions.stale,
      [&](DecisionId id) { return StaleText(book.decisions[id], decisions.sightings[id]); }, out);
  AppendList(
      "Without a line, for it has vanished or has changed too much:", decisions.unfound,
      [&](DecisionId id) { return UnfoundText(book.decisions[id], decisions.sightings[id]); }, out);
  AppendList(
      "Applied to more lines than the person decided, for they agree in key, label and amount:",
      decisions.ambiguous,
      [&](DecisionId id) {
        return LineText(book.decisions[id]) + ": " +
               Counted(decisions.sightings[id].fitting, "line", "lines");
      },
      out);
  AppendList(
      "Due for review:", decisions.review_passed,
      [&](DecisionId id) {
        return LineText(book.decisions[id]) + ": was to be reviewed by " +
               book.decisions[id].review_by;
      },
      out);
}

}  // namespace

std::string DecidedName(const LineDecision& decision, const Rulebook& book) {
  if (decision.item) return book.items[*decision.item].name;
  const auto bucket = decision.outcome.WholeBucket();
  return bucket ? book.buckets[*bucket].name : "";
}

std::string DecisionText(const LineDecision& decision) {
  std::string text = "decided by " + (decision.who.empty() ? "hand" : decision.who);
  if (!decision.date.empty()) text += " on " + decision.date;
  if (!decision.reason.empty()) text += ": " + decision.reason;
  return text;
}

void AppendDecisions(const ClassifyResult& result, std::string* out) {
  if (!result.decisions) return;
  const DecisionsResult& decisions = *result.decisions;
  AppendWrapped("", 2, "Decided by hand, from " + Printable(decisions.path), out);
  std::string counts = Counted(decisions.sightings.size(), "decision", "decisions") + ": " +
                       Thousands(decisions.applied) + " applied";
  const auto add = [&](std::uint64_t count, std::string_view what) {
    if (count > 0) counts += ", " + Thousands(count) + " " + std::string(what);
  };
  add(decisions.stale.size(), "stale");
  add(decisions.unfound.size(), "without a line");
  add(decisions.elsewhere, "of countries and years that are not in these files");
  if (decisions.open_rows > 0) {
    counts += "; " + Counted(decisions.open_rows, "row", "rows") + " still without an outcome";
  }
  AppendWrapped("  ", 4, counts, out);
  for (const std::string& note : decisions.notes) AppendWrapped("  ", 4, Printable(note), out);
  for (const DecidedMoney& money : decisions.money) AppendMoney(money, out);
  AppendFindings(decisions, *result.rulebook, out);
  out->push_back('\n');
}

}  // namespace tranche
