#ifndef TRANCHE_ENGINE_SOURCE_BYTE_INDEX_H_
#define TRANCHE_ENGINE_SOURCE_BYTE_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/source/quote_rule.h"

namespace tranche {

/// Entries that `places` of FindMarks must have room for, beside one for each byte.
inline constexpr std::size_t kByteIndexSlack = 64;
/// Closes the list of places: behind every byte that there can be.
inline constexpr std::uint32_t kNoMorePlaces = 0xFFFFFFFFu;

/// The first of the two steps of parsing: writes the places of all delimiters, quotes and line ends
/// of `bytes` to `places`, in order and followed by kNoMorePlaces, 64 bytes at a time with the
/// widest vectors of this machine. Returns whether all bytes are ASCII. At most 4 GiB. Thread-safe.
bool FindMarks(std::string_view bytes, const RowMarks& marks, std::uint32_t* places);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_BYTE_INDEX_H_
