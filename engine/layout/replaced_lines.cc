#include "engine/layout/replaced_lines.h"

#include "absl/strings/string_view.h"
#include "engine/layout/line_text.h"

namespace tranche {

void ReplacedLines::Add(const LineGroup& group, std::string_view key) {
  auto& keys = keys_[PlaceOf(group)];
  if (!by_key_) return;
  // A key of empty parts only is none.
  if (key.find_first_not_of(kKeyPartSeparator) == std::string_view::npos) {
    ++keyless_count_;
    return;
  }
  const auto [entry, is_new] = keys.try_emplace(std::string(key), met_.size());
  if (!is_new) return;
  met_.emplace_back(false);
  names_.emplace_back(key);
}

bool ReplacedLines::Holds(const LineGroup& group, std::string_view key) const {
  const auto place = keys_.find(PlaceOf(group));
  if (place == keys_.end()) return false;
  if (!by_key_) return true;
  const auto found = place->second.find(absl::string_view(key.data(), key.size()));
  if (found == place->second.end()) return false;
  met_[found->second].store(true, std::memory_order_relaxed);
  return true;
}

std::vector<std::string_view> ReplacedLines::UnmetKeys() const {
  std::vector<std::string_view> unmet;
  for (std::size_t i = 0; i < met_.size(); ++i) {
    if (!met_[i].load(std::memory_order_relaxed)) unmet.push_back(names_[i]);
  }
  return unmet;
}

}  // namespace tranche
