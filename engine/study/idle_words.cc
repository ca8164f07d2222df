#include "engine/study/idle_words.h"

#include <string>

#include "engine/study/idle_word_search.h"

namespace tranche {
namespace {

/// `'road*' in line 12`, or with the file where it is another one.
std::string WithPlace(const IdleWord& idle) {
  const SourceSpan& span = idle.other->span;
  std::string name = "'" + idle.other->written + "'";
  if (span.source == nullptr) return name;
  if (span.source == idle.word->span.source) return name + " in line " + std::to_string(span.line);
  return name + " (" + PlaceOf(span) + ")";
}

std::string OrRemoveTheOther(const IdleWord& idle, const char* too_much) {
  return "remove it; or remove '" + idle.other->written + "', if that " + too_much;
}

void Report(const Rulebook& book, const IdleWord& idle, Diagnostics* diagnostics) {
  const std::string word = "'" + idle.word->written + "'";
  const std::string about =
      idle.concept_id ? "'" + book.concepts[*idle.concept_id].name + "'" : std::string();
  const SourceSpan& span = idle.word->span;
  switch (idle.kind) {
    case IdleWord::Kind::kCovered:
      diagnostics->Warning(
          span, word + " adds nothing: " + WithPlace(idle) + " finds every text that it finds",
          OrRemoveTheOther(idle, "finds too much"));
      return;
    case IdleWord::Kind::kNeverCounts:
      diagnostics->Warning(span,
                           word + " never counts as " + about + ": the exception " +
                               WithPlace(idle) + " takes it away wherever it stands",
                           "keep it in one list only: under `words` if it is a " + about +
                               ", under `except` if it only looks like one");
      return;
    case IdleWord::Kind::kIdleException:
      diagnostics->Warning(
          span,
          "the exception " + word + " changes nothing: no word of " + about + " can stand in it",
          "remove it, or spell it so that it holds the word that means something else there");
      return;
    case IdleWord::Kind::kCoveredException:
      diagnostics->Warning(span,
                           "the exception " + word + " adds nothing: " + WithPlace(idle) +
                               " takes away all that it would",
                           OrRemoveTheOther(idle, "takes away too much"));
      return;
  }
}

}  // namespace

void CheckIdleWords(const Rulebook& book, Diagnostics* diagnostics) {
  for (const IdleWord& idle : FindIdleWords(book)) Report(book, idle, diagnostics);
}

}  // namespace tranche
