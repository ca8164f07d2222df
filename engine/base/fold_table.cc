#include "engine/base/fold_table.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace tranche {
namespace {

struct DigraphEntry {
  char32_t code_point;
  std::string_view text;
};

#include "engine/base/fold_table.inc"

constexpr std::size_t kPageSize = 64;
/// Entries of a page: the three actions without text, then offsets into kExpansions, where a byte
/// with the length precedes each text.
constexpr std::uint16_t kFirstExpansion = 3;

}  // namespace

FoldedForm LookUpFold(char32_t code_point) {
  const std::size_t page_number = code_point / kPageSize;
  const std::size_t page =
      page_number < std::size(kPageIndex) ? kPageIndex[page_number] : kLastPage;
  const std::uint16_t entry = kPages[page * kPageSize + code_point % kPageSize];
  if (entry < kFirstExpansion) return {static_cast<FoldAction>(entry), {}};
  const unsigned char* const expansion = kExpansions + (entry - kFirstExpansion);
  // Bytes of UTF-8 are stored unsigned so that they can be written as numbers.
  return {FoldAction::kReplace,
          std::string_view(reinterpret_cast<const char*>(expansion + 1), *expansion)};
}

std::string_view LookUpDigraph(char32_t code_point) {
  const auto* const found = std::lower_bound(
      std::begin(kDigraphs), std::end(kDigraphs), code_point,
      [](const DigraphEntry& entry, char32_t value) { return entry.code_point < value; });
  if (found == std::end(kDigraphs) || found->code_point != code_point) return {};
  return found->text;
}

}  // namespace tranche
