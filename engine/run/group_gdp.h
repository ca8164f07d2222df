#ifndef TRANCHE_ENGINE_RUN_GROUP_GDP_H_
#define TRANCHE_ENGINE_RUN_GROUP_GDP_H_

#include <optional>
#include <string>
#include <vector>

#include "engine/layout/fiscal_year.h"
#include "engine/tally/gdp.h"
#include "engine/tally/result.h"

namespace tranche {

/// The GDP by which every share of a group of lines is made: weighted by months where the files
/// of the group say that their budget year does not begin in January. Holds references to the
/// table and the files; thread-compatible.
class GroupGdp {
 public:
  GroupGdp(const GdpTable& table, const std::vector<FileResult>& files)
      : table_(table), files_(files) {}

  /// Nothing where a figure is missing, is in another currency, or the files disagree on when
  /// the year begins.
  std::optional<GdpFigure> Of(const LineGroup& group) const;

  /// Why there is none though the table has the year: a part of a sentence; else empty.
  std::string WhyNone(const LineGroup& group) const;

 private:
  /// Nothing where the files of the group disagree.
  std::optional<FiscalYear> FiscalYearOf(const LineGroup& group) const;

  const GdpTable& table_;
  const std::vector<FileResult>& files_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_GROUP_GDP_H_
