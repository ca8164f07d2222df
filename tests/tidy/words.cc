// Words that must not appear. They are written here with a `~` inside, so that this file passes.

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <iterator>
#include <set>

#include "tests/tidy/checks.h"
#include "tests/tidy/code_text.h"

namespace tranche::tidy {
namespace {

// Names that say nothing of the job.
constexpr std::array<std::string_view, 8> kEmptyNames = {"util",    "utils",   "common",   "helper",
                                                         "helpers", "manager", "managers", "misc"};

// Places of one machine, and hosts that packages come from.
constexpr std::array<std::string_view, 12> kPlaces = {"/wo~rk/",
                                                      "/tmp/ba~sh_jobs",
                                                      "/ro~ot/",
                                                      ".lib~rary/",
                                                      "deb.deb~ian.org",
                                                      "security.deb~ian.org",
                                                      "pypi~.org",
                                                      "pythonh~osted.org",
                                                      "archive.ub~untu.com",
                                                      "registry.np~mjs.org",
                                                      "crates~.io",
                                                      "proxy.go~lang.org"};

// Notes to oneself.
constexpr std::array<std::string_view, 3> kUnfinished = {"TO~DO", "FIX~ME", "HA~CK"};

// Where money is, or shares of it.
constexpr std::array<std::string_view, 6> kMoneyPaths = {"engine/base/amount", "engine/base/share",
                                                         "engine/base/ratio",  "engine/base/int128",
                                                         "engine/layout/",     "engine/tally/"};
constexpr std::array<std::string_view, 8> kInexact = {"double", "float", "strtod", "strtof",
                                                      "stod",   "stof",  "atof",   "stold"};

std::string Whole(std::string_view marked) {
  std::string word(marked);
  std::erase(word, '~');
  return word;
}

bool IsOneOf(std::string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The parts of `RowHelper`, `row_helper` or `row-helper.h`, in small letters.
std::vector<std::string> Parts(std::string_view name) {
  std::vector<std::string> parts(1);
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) == 0 || std::isupper(byte) != 0) parts.emplace_back();
    if (std::isalnum(byte) != 0) parts.back() += static_cast<char>(std::tolower(byte));
  }
  return parts;
}

bool SaysNothing(std::string_view name) {
  const std::vector<std::string> parts = Parts(name);
  return std::any_of(parts.begin(), parts.end(),
                     [](const std::string& part) { return IsOneOf(part, kEmptyNames); });
}

void CheckPlaces(const TrackedFile& file, std::vector<Finding>* findings) {
  if (file.text.find('\0') != std::string::npos) return;  // no text
  int number = 0;
  for (const std::string_view line : SplitLines(file.text)) {
    ++number;
    for (const std::string_view marked : kPlaces) {
      const std::string place = Whole(marked);
      if (line.find(place) != std::string_view::npos) {
        findings->push_back({file.path, number, "banned-text",
                             "`" + place + "` means something on one machine only"});
      }
    }
  }
}

void CheckCodeWords(const TrackedFile& file, std::vector<Finding>* findings) {
  const CodeText text = ReadCode(file.text);
  const bool money =
      std::any_of(kMoneyPaths.begin(), kMoneyPaths.end(),
                  [&](std::string_view start) { return file.path.starts_with(start); });
  std::string_view before;
  for (const Word& word : ReadWords(text.code)) {
    const std::string name(word.text);
    const bool declares = before == "class" || before == "struct" || before == "enum" ||
                          before == "namespace" || before == "union";
    if (declares && SaysNothing(word.text)) {
      findings->push_back({file.path, word.line, "banned-name", name + " does not say its job"});
    }
    if (money && IsOneOf(word.text, kInexact)) {
      findings->push_back({file.path, word.line, "inexact-money", name + " near money"});
    }
    if (word.text.starts_with("DISABLED_")) {
      findings->push_back({file.path, word.line, "unfinished", "a test that is switched off"});
    }
    before = word.text;
  }
  for (const Word& word : ReadWords(file.text)) {
    for (const std::string_view marked : kUnfinished) {
      if (word.text != Whole(marked)) continue;
      findings->push_back({file.path, word.line, "unfinished", std::string(word.text)});
    }
  }
}

}  // namespace

bool IsCode(std::string_view path) { return path.ends_with(".h") || path.ends_with(".cc"); }

std::string Finding::ToString() const {
  return path + (line > 0 ? ":" + std::to_string(line) : "") + ": " + message + " [" + rule + "]";
}

std::vector<Finding> CheckWords(const TrackedFile& file) {
  std::vector<Finding> findings;
  if (SaysNothing(file.path)) {
    findings.push_back({file.path, 0, "banned-name", "the file's name does not say its job"});
  }
  CheckPlaces(file, &findings);
  if (IsCode(file.path)) CheckCodeWords(file, &findings);
  return findings;
}

std::vector<Finding> CheckTopLevel(const std::vector<std::string>& paths) {
  const std::set<std::string> wanted = {"CMakeLists.txt", "CMakePresets.json",
                                        "README.md",      "bench",
                                        "corpus",         "engine",
                                        "rules",          "tests",
                                        "tools"};
  std::set<std::string> found;
  for (const std::string& path : paths) found.insert(path.substr(0, path.find('/')));
  std::vector<Finding> findings;
  for (const std::string& name : found) {
    if (wanted.count(name) == 0 && !name.starts_with('.')) {
      findings.push_back({name, 0, "top-level", "does not belong at the top of the repository"});
    }
  }
  for (const std::string& name : wanted) {
    if (found.count(name) == 0) findings.push_back({name, 0, "top-level", "is missing"});
  }
  return findings;
}

std::vector<Finding> CheckAll(const std::vector<TrackedFile>& files) {
  std::vector<std::string> paths;
  std::vector<Finding> all;
  for (const TrackedFile& file : files) {
    paths.push_back(file.path);
    for (const auto check : {CheckIncludes, CheckLengths, CheckWords}) {
      std::vector<Finding> findings = check(file);
      std::move(findings.begin(), findings.end(), std::back_inserter(all));
    }
  }
  std::vector<Finding> findings = CheckTopLevel(paths);
  std::move(findings.begin(), findings.end(), std::back_inserter(all));
  std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) {
    return a.path != b.path ? a.path < b.path : a.line < b.line;
  });
  return all;
}

}  // namespace tranche::tidy
