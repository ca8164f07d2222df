#ifndef TRANCHE_ENGINE_LAYOUT_HIERARCHY_H_
#define TRANCHE_ENGINE_LAYOUT_HIERARCHY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/amount.h"
#include "engine/layout/text_arena.h"
#include "engine/layout/text_map.h"

/// `leaves_of`: which rows repeat the money of rows below them. HierarchyBuilder takes every row of
/// a first pass; the Hierarchy that it makes answers for the rows of the second.
///
/// A row stands below another of its group where the other's code is a proper beginning of its own,
/// the columns of the code joined and empty ones at the end left out: `22` is above `226`, `226`
/// above `226` + `02`, `42` above `420/07001`. The parent is the longest such code present. Rows
/// with one code are one node. A row whose code is empty stands alone, as a leaf.
namespace tranche {

/// Finds a row's node: the group and the code as bytes that sort parents before what is below them.
/// Reused for every row, so that no row allocates. Not thread-safe.
class HierarchyKey {
 public:
  /// `within` and `code` are positions in `row`. The key lives until the next call.
  void Set(std::span<const std::string_view> row, std::span<const std::uint32_t> within,
           std::span<const std::uint32_t> code);
  std::string_view key() const { return key_; }
  /// False where all columns of the code are empty.
  bool has_code() const { return has_code_; }

 private:
  std::string key_;
  bool has_code_ = false;
};

/// A row above others that they do not explain: what a layout with `remainder: refuse` reports.
struct UnexplainedParent {
  std::uint64_t row_number = 0;  ///< in the file, from 1; the first row of the node
  std::size_t amount_column = 0;
  Amount own;
  Amount below;
};

/// Immutable; safe to share between threads. Memory by distinct codes.
class Hierarchy {
 public:
  struct Node {
    bool is_parent = false;
    /// Titles of the rows above, from the top, joined by kLabelSeparator; empty at the top.
    std::string_view titles_above;
    std::uint64_t carrier_offset_bytes =
        0;                        ///< the row that carries the remainder, where there is one
    std::int64_t remainder = -1;  ///< index of the remainders; -1: none
  };

  /// The node of a row with a code; null for a row that the first pass did not see.
  const Node* Find(std::string_view key) const;
  /// What a parent's amount column has more (or less) than the rows below; nothing where no row of
  /// the node has an amount. Only for nodes with a remainder.
  std::optional<Amount> Remainder(const Node& node, std::size_t amount_column) const;

  std::size_t node_count() const { return nodes_.size(); }
  const std::vector<UnexplainedParent>& unexplained() const { return unexplained_; }

 private:
  friend class HierarchyBuilder;

  TextArena keys_;
  TextArena titles_;
  TextViewMap<std::uint32_t> ids_;
  std::vector<Node> nodes_;
  std::size_t amount_columns_ = 0;
  std::vector<std::optional<Amount>> remainders_;  ///< amount_columns_ for each that has one
  std::vector<UnexplainedParent> unexplained_;
};

/// Not thread-safe. Rows may come in any order.
class HierarchyBuilder {
 public:
  explicit HierarchyBuilder(std::size_t amount_columns);

  /// A row of the first pass that has a code. `amounts` holds nothing where a cell is empty or
  /// cannot be read; `is_whole` says that none was of the latter kind.
  void Add(std::string_view key, std::string_view title, std::uint64_t row_number,
           std::uint64_t offset_bytes, std::span<const std::optional<Amount>> amounts,
           bool is_whole);
  /// False once a sum has left 128 bits.
  bool ok() const { return !overflow_; }
  Hierarchy Finish();

 private:
  struct Draft {
    std::string_view title;
    std::int64_t parent = -1;
    std::uint64_t row_number = 0;
    bool carrier_is_whole = false;
  };

  void FindParents();
  void JoinTitles();
  void FindRemainders();
  void AddAmount(std::optional<Amount> amount, std::optional<Amount>* total);

  Hierarchy result_;
  std::vector<std::string_view> node_keys_;
  std::vector<Draft> drafts_;
  std::vector<std::optional<Amount>> own_;  ///< per node and amount column
  std::vector<std::uint32_t> top_down_;     ///< nodes by key: parents before what is below
  TextViewSet titles_;
  bool overflow_ = false;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_HIERARCHY_H_
