#include "engine/base/amount.h"

#include <optional>
#include <string>

#include "engine/base/int128.h"

namespace tranche {

std::string Amount::ToString() const { return DecimalToString(micros_, 6, /*trim=*/true); }

bool AddTo(Amount value, Amount* total) {
  const std::optional<Amount> sum = total->Plus(value);
  if (!sum) return false;
  *total = *sum;
  return true;
}

}  // namespace tranche
