// A rulebook and budget lines: where the book loads, it is checked, compiled and put to the lines;
// the fast path, the Explainer and the oracle must agree on each.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/utf8.h"
#include "engine/layout/budget_line.h"
#include "engine/match/explain.h"
#include "engine/match/explanation.h"
#include "engine/match/matcher.h"
#include "engine/rulebook/rulebook.h"
#include "engine/study/book_check.h"
#include "engine/study/example_check.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/oracle/agreement.h"

namespace tranche {
namespace {

/// The oracle tries every word on every text: longer inputs only show that it is slow.
constexpr std::size_t kMaxBookBytes = 20'000;
constexpr std::size_t kMaxLines = 20;
constexpr std::size_t kMaxCellBytes = 200;

const LineSchema& Schema() {
  static const LineSchema schema = [] {
    LineSchema made;
    made.texts = {{"description", true}, {"programme", false}};
    made.schemes = {"cofog", "esp-programa"};
    made.fields = {"ministry"};
    made.has_nature = true;
    return made;
  }();
  return schema;
}

bool IsText(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    if (!point.valid) return false;
    at += point.size;
  }
  return true;
}

/// The lines of a part: `country;year;description;programme;cofog;esp-programa;ministry;nature`,
/// with `-` for what a line does not have. Views into `text`.
class InputLines {
 public:
  explicit InputLines(std::string_view text) {
    batch_.schema = &Schema();
    batch_.groups = &groups_;
    while (!text.empty() && batch_.row_count() < kMaxLines) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (IsText(text.substr(0, end))) Add(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }
  const LineBatch& batch() const { return batch_; }

 private:
  static std::string_view TakeCell(std::string_view* line) {
    const std::size_t end = std::min(line->find(';'), line->size());
    const std::string_view cell = line->substr(0, end);
    line->remove_prefix(std::min(end + 1, line->size()));
    return cell.size() > kMaxCellBytes ? std::string_view{} : cell;
  }

  void Add(std::string_view line) {
    const std::optional<CountryCode> country = CountryCode::Parse(TakeCell(&line));
    const std::string_view year = TakeCell(&line);
    if (!country || year.size() != 4 || !year.starts_with("20")) return;
    const auto number = static_cast<std::int16_t>(2000 + (year[2] % 10) * 10 + year[3] % 10);
    const auto row = static_cast<std::uint32_t>(batch_.row_count());
    for (std::size_t column = 0; column < Schema().column_count(); ++column) {
      const std::string_view cell = TakeCell(&line);
      const bool is_absent = cell == "-" || (cell.empty() && column >= Schema().texts.size());
      batch_.cells.push_back(is_absent ? std::string_view{} : cell);
    }
    batch_.row_indexes.push_back(row);
    const LineGroup group{*country, number, Phase::kAdopted, *CurrencyCode::Parse("EUR")};
    batch_.lines.push_back({row, groups_.Intern(group), Amount::FromUnits(1)});
  }

  GroupTable groups_;
  LineBatch batch_;
};

void CheckAgreement(const std::shared_ptr<const Rulebook>& book, const LineBatch& batch,
                    const std::vector<RuleId>& open) {
  Agreement agreement(Matcher::Compile(book, FuzzCountries(), {open}), FuzzCountries(), Schema(),
                      open);
  const std::string difference = agreement.Compare(batch);
  Require(difference.empty(), difference);
}

void Judge(const std::shared_ptr<const Rulebook>& book, std::string_view text) {
  const InputLines lines(text);
  const LineBatch& batch = lines.batch();
  CheckAgreement(book, batch, {});
  std::vector<RuleId> every_second;
  for (RuleId rule = 0; rule < book->rules.size(); rule += 2) every_second.push_back(rule);
  if (!every_second.empty()) CheckAgreement(book, batch, every_second);
  const auto matcher = Matcher::Compile(book, FuzzCountries(), {});
  const Explainer explainer(*matcher, Schema());
  for (const BudgetLine& line : batch.lines) {
    (void)explainer.ExplainFully(batch.row(line.row), batch.groups->group(line.group));
  }
}

}  // namespace
}  // namespace tranche

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tranche;
  static InputFolder folder;
  if (size > kMaxBookBytes) return 0;
  const std::vector<InputPart> parts = PartsOf(data, size);
  folder.Fill(parts);
  Diagnostics diagnostics;
  auto loaded = LoadRulebook(folder.PathOf("book.yaml"), FuzzCountries(), &diagnostics);
  if (!loaded.ok() || !loaded->has_value()) return 0;
  const auto book = std::make_shared<const Rulebook>(**std::move(loaded));
  CheckBook(*book, FuzzCountries(), {"2026-01-01"}, &diagnostics);
  (void)CheckExamples(book, FuzzCountries(), &diagnostics);
  (void)diagnostics.ToText();
  for (const InputPart& part : parts) {
    if (part.name == "lines") Judge(book, part.text);
  }
  return 0;
}
