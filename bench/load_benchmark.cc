// tranche-bench-load BOOK: how long it takes to load a rulebook and to compile it, five times.
#include <chrono>
#include <cstdio>
#include <exception>
#include <memory>
#include <utility>

#include "engine/match/matcher.h"
#include "engine/rulebook/rulebook.h"
#include "engine/run/home.h"

namespace tranche {
namespace {

constexpr int kRounds = 5;

double MillisecondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

int Run(const char* path) {
  const auto countries = LoadCountries(TRANCHE_SOURCE_DIR "/corpus/reference/countries.csv");
  if (!countries.ok()) return std::fprintf(stderr, "no countries\n"), 2;
  for (int round = 0; round < kRounds; ++round) {
    Diagnostics diagnostics;
    const auto start = std::chrono::steady_clock::now();
    auto loaded = LoadRulebook(path, *countries, &diagnostics);
    const double load = MillisecondsSince(start);
    if (!loaded.ok() || !loaded->has_value()) {
      std::fprintf(stderr, "nothing was timed: %s\n%s", loaded.status().ToString().c_str(),
                   diagnostics.ToText().c_str());
      return 1;
    }
    const auto book = std::make_shared<const Rulebook>(**std::move(loaded));
    const auto before = std::chrono::steady_clock::now();
    const auto matcher = Matcher::Compile(book, *countries, {});
    const double compile = MillisecondsSince(before);
    std::printf("%zu rules, %zu lists: load %.0f ms, compile %.0f ms\n",
                matcher->rules().rule_count(), book->lists.size(), load, compile);
  }
  return 0;
}

}  // namespace
}  // namespace tranche

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "usage: tranche-bench-load BOOK\n"), 2;
  try {
    return tranche::Run(argv[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "tranche-bench-load: %s\n", error.what());
    return 2;
  }
}
