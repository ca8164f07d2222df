#ifndef TRANCHE_ENGINE_MATCH_TRI_H_
#define TRANCHE_ENGINE_MATCH_TRI_H_

#include <algorithm>
#include <cstdint>

namespace tranche {

/// Three-valued truth, ordered so that *and* is the minimum and *or* the maximum.
enum class Tri : std::uint8_t { kFalse = 0, kUnknown = 1, kTrue = 2 };

constexpr Tri And(Tri a, Tri b) { return std::min(a, b); }
constexpr Tri Or(Tri a, Tri b) { return std::max(a, b); }
constexpr Tri Not(Tri a) {
  return a == Tri::kUnknown ? a : a == Tri::kTrue ? Tri::kFalse : Tri::kTrue;
}
constexpr Tri TriOf(bool value) { return value ? Tri::kTrue : Tri::kFalse; }

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_TRI_H_
