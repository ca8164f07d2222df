#include "engine/layout/budget_line.h"

#include <array>

namespace tranche {
namespace {

constexpr std::array<std::string_view, 5> kPhaseNames = {"draft", "adopted", "revised", "outturn",
                                                         "outlook"};

}  // namespace

std::string_view PhaseName(Phase phase) { return kPhaseNames[static_cast<std::size_t>(phase)]; }

std::optional<Phase> PhaseByName(std::string_view name) {
  for (std::size_t i = 0; i < kPhaseNames.size(); ++i) {
    if (kPhaseNames[i] == name) return static_cast<Phase>(i);
  }
  return std::nullopt;
}

std::uint32_t GroupTable::Intern(const LineGroup& group) {
  const auto [found, is_new] = ids_.try_emplace(group, static_cast<std::uint32_t>(groups_.size()));
  if (is_new) groups_.push_back(group);
  return found->second;
}

}  // namespace tranche
