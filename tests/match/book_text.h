#ifndef TRANCHE_TESTS_MATCH_BOOK_TEXT_H_
#define TRANCHE_TESTS_MATCH_BOOK_TEXT_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/country.h"
#include "engine/layout/budget_line.h"
#include "engine/match/line_judge.h"
#include "engine/match/matcher.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Germany (de), Poland (pl), Spain (es), United Kingdom (en), Belgium (nl, fr, de).
CountryTable FewCountries();

/// Loads a rulebook of this text of `rules:` and of vocabulary files (language → text of
/// `concepts:`), each written to a folder of its own. The concepts are those of all languages.
/// Items a, b, c count as direct-military, broader-security, excluded. Fails the test on a mistake.
std::shared_ptr<const Rulebook> BookOf(
    const std::string& rules,
    const std::vector<std::pair<std::string, std::string>>& vocabulary = {});

/// A batch that owns its texts: each row has one line.
class OwnedBatch {
 public:
  explicit OwnedBatch(LineSchema schema);
  /// `cells` as columns of the schema; a null pointer is an absent cell.
  void Add(const std::vector<const char*>& cells, std::string_view country = "DEU",
           std::int16_t year = 2024);
  const LineBatch& batch() const { return batch_; }
  const LineSchema& schema() const { return schema_; }

 private:
  LineSchema schema_;
  GroupTable groups_;
  LineBatch batch_;
};

/// The id of the rule that the fast path finds for each line; `(otherwise)` for none.
std::vector<std::string> DecidersOf(const std::shared_ptr<const Rulebook>& book,
                                    const OwnedBatch& lines);
/// For one line with one text column `description`.
std::string DeciderOf(const std::shared_ptr<const Rulebook>& book, const char* description,
                      std::string_view country = "DEU");

}  // namespace tranche

#endif  // TRANCHE_TESTS_MATCH_BOOK_TEXT_H_
