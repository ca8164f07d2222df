#include "engine/study/rule_leaves.h"

#include <algorithm>
#include <string>

namespace tranche {

bool ReadsTexts(const Rulebook& book, const Rule& rule) {
  bool reads = false;
  ForEachLeaf(rule.when, [&](const Condition& leaf) {
    const bool is_text = leaf.kind == Condition::Kind::kMentions ||
                         leaf.kind == Condition::Kind::kWords ||
                         leaf.kind == Condition::Kind::kRegex;
    const bool is_list_of_words =
        leaf.kind == Condition::Kind::kListed && book.lists[leaf.list].scheme.empty();
    reads |= is_text || is_list_of_words;
  });
  return reads;
}

bool ShowsWhatItTakes(const Rule& rule) {
  return std::any_of(rule.examples.begin(), rule.examples.end(), [](const RuleExample& example) {
    return example.gives != "no match" && example.gives != "otherwise";
  });
}

bool IsInOwnFile(const Rulebook& book, const SourceSpan& span) {
  return span.source != nullptr && !book.files.empty() &&
         span.source->path() == book.files.front().path;
}

bool IsInOwnFolder(const Rulebook& book, const SourceSpan& span) {
  if (span.source == nullptr || book.files.empty()) return false;
  // A reform has its buckets from the book that it extends.
  const bool is_reform =
      std::any_of(book.buckets.begin(), book.buckets.end(), [&](const Bucket& bucket) {
        return bucket.span.source != nullptr && !IsInOwnFile(book, bucket.span);
      });
  if (is_reform) return false;
  const std::string& own = book.files.front().path;
  const std::string folder = own.substr(0, own.rfind('/') + 1);
  const std::string& path = span.source->path();
  return path.starts_with(folder) && path.find("../", folder.size()) == std::string::npos;
}

}  // namespace tranche
