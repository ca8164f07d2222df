#ifndef TRANCHE_ENGINE_LAYOUT_COLUMN_REF_H_
#define TRANCHE_ENGINE_LAYOUT_COLUMN_REF_H_

#include <string>

#include "engine/base/diagnostic.h"

namespace tranche {

/// A column named by a layout, with the place where it was named, so that a missing column can be
/// reported where the author wrote it. `name` is a header or an Excel letter (`A`, `BC`) where no
/// header has that name.
struct ColumnRef {
  std::string name;
  SourceSpan span;
  /// Where only a part of the column's cells is meant: the expression that cuts them, and the name
  /// of the group that holds the part. Otherwise both are empty.
  std::string split = {};
  std::string take = {};

  bool IsSameColumn(const ColumnRef& other) const {
    return name == other.name && split == other.split && take == other.take;
  }
};

/// A column that the file does not have and the layout makes: `code` of `split: {column: X, into:
/// '(?<code>\d+) (?<title>.*)'}`. The layout names it like any other.
struct MadeColumn {
  std::string name;
  ColumnRef from;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_COLUMN_REF_H_
