// tranche-bench-file SIZE_MB SEED [sections|shuffled|unique]: writes a budget table made of nothing
// but these arguments to standard output. See budget_sample.h.
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "bench/budget_sample.h"

namespace tranche {
namespace {

constexpr std::size_t kWriteBytes = std::size_t{1} << 20;
constexpr std::uint64_t kMaxMegabytes = 1'000'000;

std::optional<std::uint64_t> ParseCount(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<BudgetSample::Shape> ParseShape(std::string_view text) {
  if (text == "sections") return BudgetSample::Shape::kSections;
  if (text == "shuffled") return BudgetSample::Shape::kShuffled;
  if (text == "unique") return BudgetSample::Shape::kUnique;
  return std::nullopt;
}

bool Write(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

int Generate(BudgetSample sample) {
  std::string text(BudgetSample::Header());
  bool is_written = true;
  while (is_written && sample.AppendRow(&text)) {
    if (text.size() < kWriteBytes) continue;
    is_written = Write(text);
    text.clear();
  }
  if (!is_written || !Write(text) || std::fflush(stdout) != 0) {
    std::fprintf(stderr, "tranche-bench-file: cannot write: %s\n", std::strerror(errno));
    return 2;
  }
  return 0;
}

}  // namespace
}  // namespace tranche

int main(int argc, char** argv) {
  using tranche::BudgetSample;
  const auto shape = tranche::ParseShape(argc > 3 ? argv[3] : "sections");
  const std::uint64_t megabytes = argc > 2 ? tranche::ParseCount(argv[1]).value_or(0) : 0;
  const auto seed = argc > 2 ? tranche::ParseCount(argv[2]) : std::nullopt;
  if (argc > 4 || megabytes == 0 || megabytes > tranche::kMaxMegabytes || !seed || !shape) {
    std::fputs("usage: tranche-bench-file SIZE_MB SEED [sections|shuffled|unique] > file.csv\n",
               stderr);
    return 2;
  }
  return tranche::Generate(BudgetSample(megabytes * 1'000'000, *seed, *shape));
}
