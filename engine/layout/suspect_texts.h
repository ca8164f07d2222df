#ifndef TRANCHE_ENGINE_LAYOUT_SUSPECT_TEXTS_H_
#define TRANCHE_ENGINE_LAYOUT_SUSPECT_TEXTS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/layout/text_arena.h"
#include "engine/layout/text_map.h"

/// Texts that tell of trouble in exports, in the languages of the allies and their neighbours.
namespace tranche {

/// Labels that name a sum: `Total`, `Summe Kapitel 12`, `RAZEM:`, `Σύνολο`. `Total defence` is
/// none. Immutable.
class SumLabels {
 public:
  SumLabels();
  /// Only the beginning of a long label is looked at.
  bool Contain(std::string_view label) const;

 private:
  TextViewSet words_;  ///< folded, of one word or two
  TextArena arena_;
};

/// The unit that a text above the data speaks of, 1000 or 1000000 or 1000000000: `in thousands`,
/// `Tsd. EUR`, `mio. kr.`, `tys. zł`.
std::optional<std::int64_t> UnitNamedIn(std::string_view text);

/// True for a cell of a code column that a spreadsheet has taken for a date or a number and written
/// in its own way: `01-Dec`, `2024-12-01 00:00:00`, `5.00E+03`.
bool LooksConverted(std::string_view code);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_SUSPECT_TEXTS_H_
