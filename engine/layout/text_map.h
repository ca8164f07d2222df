#ifndef TRANCHE_ENGINE_LAYOUT_TEXT_MAP_H_
#define TRANCHE_ENGINE_LAYOUT_TEXT_MAP_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace tranche {

/// Lets hash tables of texts be asked with a view, without making a string.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return absl::Hash<absl::string_view>{}(absl::string_view(text.data(), text.size()));
  }
};

/// Texts that the table owns.
template <typename Value>
using TextMap = absl::flat_hash_map<std::string, Value, TextHash, std::equal_to<>>;
/// Texts that an arena owns, which must outlive the table.
template <typename Value>
using TextViewMap = absl::flat_hash_map<std::string_view, Value, TextHash, std::equal_to<>>;
using TextViewSet = absl::flat_hash_set<std::string_view, TextHash, std::equal_to<>>;

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_TEXT_MAP_H_
