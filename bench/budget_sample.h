#ifndef TRANCHE_BENCH_BUDGET_SAMPLE_H_
#define TRANCHE_BENCH_BUDGET_SAMPLE_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace tranche {

/// Makes the input of the benchmarks: budget lines in the layout `tranche-lines`, five countries in
/// four languages, eleven years, three phases. The same size, seed and shape give the same bytes on
/// every machine: whole numbers only, no library whose results may differ. Not thread-safe.
class BudgetSample {
 public:
  enum class Shape {
    /// As exports are: section after section (country, year, phase), and items that come back from
    /// section to section, few of them often and many seldom (Zipf's law). About 200,000 distinct
    /// pairs of code and description in 1 GB.
    kSections,
    /// The same rows with country, year and phase drawn anew for each: neighbours share nothing.
    kShuffled,
    /// As kSections, with a description that no other row has.
    kUnique,
  };

  BudgetSample(std::uint64_t size_bytes, std::uint64_t seed, Shape shape);

  static std::string_view Header();
  /// Appends the next row with its line end; false at the end of the table.
  bool AppendRow(std::string* text);

  std::uint64_t rows() const { return rows_; }

 private:
  struct Group {
    std::uint32_t country = 0;
    std::uint32_t year = 0;
    std::uint32_t phase = 0;
  };

  std::uint64_t Draw();
  std::uint64_t DrawBelow(std::uint64_t bound);
  std::uint64_t DrawItem();
  void NextGroup();
  void AppendAmount(std::string* text);
  void AppendItem(std::uint64_t item, std::string* text);

  std::uint64_t size_bytes_;
  std::uint64_t state_;
  Shape shape_;
  std::uint64_t item_octaves_;
  std::uint64_t written_bytes_;
  std::uint64_t rows_ = 0;
  std::uint64_t section_ = 0;
  Group group_;
};

}  // namespace tranche

#endif  // TRANCHE_BENCH_BUDGET_SAMPLE_H_
