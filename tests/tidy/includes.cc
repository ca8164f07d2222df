// Who may include what.

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <optional>

#include "tests/tidy/checks.h"
#include "tests/tidy/code_text.h"

namespace tranche::tidy {
namespace {

constexpr std::array<std::string_view, 10> kStages = {
    "base", "source", "layout", "rulebook", "match", "tally", "study", "report", "run", ""};

// A library, and the start of the paths that may use it. What is not listed is free in sources.
struct Library {
  std::string_view include;
  std::string_view only_in;
};
constexpr std::array<Library, 3> kLibraries = {{
    {"yaml-cpp/", "engine/base/yaml"},
    {"re2/", "engine/base/pattern"},
    {"CLI/", "tools/"},
}};

// Libraries whose types must not show in a header of the engine.
constexpr std::array<std::string_view, 12> kPrivate = {
    "yaml-cpp/", "re2/", "CLI/",   "unicode/", "openssl/", "zlib.h",
    "nlohmann/", "hwy/", "zstd.h", "xxhash.h", "zip.h",    "expat.h"};

bool StartsWithAny(std::string_view text, const auto& starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

/// `base` for "engine/base/amount.h", nothing for what lies outside the engine.
std::optional<std::string_view> StageOf(std::string_view path) {
  constexpr std::string_view kEngine = "engine/";
  if (!path.starts_with(kEngine)) return std::nullopt;
  path.remove_prefix(kEngine.size());
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  return path.substr(0, slash);
}

std::ptrdiff_t Order(std::string_view stage) {
  return std::find(kStages.begin(), kStages.end(), stage) - kStages.begin();
}

/// The path of an #include, or nothing.
std::optional<std::string_view> Included(std::string_view line) {
  constexpr std::string_view kInclude = "#include ";
  if (!line.starts_with(kInclude)) return std::nullopt;
  const std::size_t open = line.find_first_of("<\"");
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t close = line.find_first_of(">\"", open + 1);
  if (close == std::string_view::npos) return std::nullopt;
  return line.substr(open + 1, close - open - 1);
}

/// Why `path` of stage `from` may not include `included`; empty where it may.
std::string WhyOutOfOrder(std::string_view from, std::string_view included) {
  for (const std::string_view outside : {"tools/", "tests/", "bench/"}) {
    if (included.starts_with(outside)) return "the engine must not include " + std::string(outside);
  }
  const std::optional<std::string_view> to = StageOf(included);
  if (!to) return "";
  if (Order(*to) == static_cast<std::ptrdiff_t>(kStages.size())) return "there is no such stage";
  if (Order(*to) > Order(from)) return std::string(from) + " comes before " + std::string(*to);
  if (from == "rulebook" && *to == "layout") return "rulebook needs no layout";
  if (from == "match" && *to == "source") return "match knows no files";
  if (from == "match" && *to == "layout" && included != "engine/layout/budget_line.h") {
    return "match knows of layout only engine/layout/budget_line.h";
  }
  return "";
}

std::string GuardOf(std::string_view path) {
  std::string guard = "TRANCHE_";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    guard += std::isalnum(byte) != 0 ? static_cast<char>(std::toupper(byte)) : '_';
  }
  return guard + "_";
}

}  // namespace

std::vector<Finding> CheckIncludes(const TrackedFile& file) {
  std::vector<Finding> findings;
  if (!IsCode(file.path)) return findings;
  const std::optional<std::string_view> stage = StageOf(file.path);
  const bool engine_header = stage && file.path.ends_with(".h");
  int number = 0;
  for (const std::string_view line : SplitLines(file.text)) {
    ++number;
    const std::optional<std::string_view> included = Included(line);
    if (!included) continue;
    const std::string name(*included);
    if (stage) {
      const std::string why = WhyOutOfOrder(*stage, *included);
      if (!why.empty()) findings.push_back({file.path, number, "include-order", name + ": " + why});
    }
    for (const Library& library : kLibraries) {
      if (included->starts_with(library.include) && !file.path.starts_with(library.only_in)) {
        findings.push_back(
            {file.path, number, "include-library",
             name + " may be included by " + std::string(library.only_in) + "* only"});
      }
    }
    if (engine_header && StartsWithAny(*included, kPrivate)) {
      findings.push_back({file.path, number, "header-leak",
                          name + ": a header of the engine must not show this library"});
    }
  }
  if (file.path.ends_with(".h")) {
    const std::string guard = GuardOf(file.path);
    if (file.text.find("#ifndef " + guard + "\n#define " + guard + "\n") == std::string::npos) {
      findings.push_back({file.path, 1, "header-guard", "the guard must be " + guard});
    }
  }
  return findings;
}

}  // namespace tranche::tidy
