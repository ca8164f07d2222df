// The order of rules in two books: what holds of any two orders.
#include "engine/study/part_diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace tranche {
namespace {

using Numbers = std::vector<std::size_t>;

std::vector<SaidPart> RulesOf(const Numbers& numbers) {
  std::vector<SaidPart> rules;
  for (const std::size_t number : numbers) rules.push_back({"r" + std::to_string(number), {}, {}});
  return rules;
}

/// The length of the longest sequence that stands in both in the same order, the slow way.
std::size_t LongestCommon(const Numbers& left, const Numbers& right) {
  std::vector<Numbers> best(left.size() + 1, Numbers(right.size() + 1, 0));
  for (std::size_t i = 1; i <= left.size(); ++i) {
    for (std::size_t j = 1; j <= right.size(); ++j) {
      best[i][j] = left[i - 1] == right[j - 1] ? best[i - 1][j - 1] + 1
                                               : std::max(best[i - 1][j], best[i][j - 1]);
    }
  }
  return best[left.size()][right.size()];
}

/// Some of the numbers below `count`, in any order.
Numbers SomeOf(std::size_t count, std::mt19937* random) {
  Numbers numbers;
  for (std::size_t i = 0; i < count; ++i) {
    if ((*random)() % 4 != 0) numbers.push_back(i);
  }
  for (std::size_t swaps = (*random)() % 6; swaps > 0 && !numbers.empty(); --swaps) {
    std::swap(numbers[(*random)() % numbers.size()], numbers[(*random)() % numbers.size()]);
  }
  return numbers;
}

TEST(OrderOfRules, FewestPossibleHaveMovedAndEachRuleIsNamedOnce) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    const Numbers left = SomeOf(random() % 30, &random);
    const Numbers right = SomeOf(random() % 30, &random);
    const SectionDiff diff = DiffRules(RulesOf(left), RulesOf(right));
    EXPECT_EQ(diff.alike.size(), LongestCommon(left, right));
    std::size_t in_left = diff.alike.size();
    std::size_t in_right = diff.alike.size();
    std::vector<std::string> names = diff.alike;
    for (const PartDiff& part : diff.parts) {
      names.push_back(part.name);
      EXPECT_EQ(part.has_moved, part.in == PartDiff::In::kBoth);
      if (part.in != PartDiff::In::kRight) ++in_left;
      if (part.in != PartDiff::In::kLeft) ++in_right;
    }
    EXPECT_EQ(in_left, left.size());
    EXPECT_EQ(in_right, right.size());
    std::sort(names.begin(), names.end());
    EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
  }
}

}  // namespace
}  // namespace tranche
