#include "tests/tidy/exceptions.h"

#include <cstddef>
#include <sstream>
#include <string>

#include "tests/tidy/code_text.h"

namespace tranche::tidy {

std::vector<Finding> ApplyExceptions(std::vector<Finding> findings, std::string_view list,
                                     std::string_view list_path) {
  std::vector<Finding> about_list;
  int number = 0;
  for (const std::string_view line : SplitLines(list)) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words{std::string(line)};
    std::string rule;
    std::string path;
    std::string why;
    words >> rule >> path >> why;
    if (why.empty()) {
      about_list.push_back(
          {std::string(list_path), number, "exception", "an exception is: RULE PATH WHY"});
      continue;
    }
    const std::size_t covered = std::erase_if(
        findings, [&](const Finding& each) { return each.rule == rule && each.path == path; });
    if (covered == 0) {
      about_list.push_back({std::string(list_path), number, "exception",
                            "no longer needed, please remove it: " + rule + " " + path});
    }
  }
  findings.insert(findings.end(), about_list.begin(), about_list.end());
  return findings;
}

}  // namespace tranche::tidy
