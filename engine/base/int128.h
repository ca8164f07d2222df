#ifndef TRANCHE_ENGINE_BASE_INT128_H_
#define TRANCHE_ENGINE_BASE_INT128_H_

#include <string>

namespace tranche {

/// The integer behind all money. A national budget in 10^-12 currency units needs about 90 bits,
/// so 64 are too few and 128 leave room for the sum of every budget ever printed.
__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 Uint128;

/// Decimal digits with a leading `-` where negative; never a group mark.
std::string Int128ToString(Int128 value);

/// `value` / 10^`places` as a plain decimal with `.`: the one way in which the program prints exact
/// numbers. Keeps all `places`, or drops zeros at the end (and the mark) where `trim` says so; zero
/// has no sign. `places` is 0 to 38.
std::string DecimalToString(Int128 value, int places, bool trim);

/// Division rounded half to even, as accountants do it: no drift in either direction.
/// `denominator` must be positive.
Int128 DivideHalfEven(Int128 numerator, Int128 denominator);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_INT128_H_
