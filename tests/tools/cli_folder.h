#ifndef TRANCHE_TESTS_TOOLS_CLI_FOLDER_H_
#define TRANCHE_TESTS_TOOLS_CLI_FOLDER_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/tools/cli_process.h"

namespace tranche {

/// A test in an empty folder of its own, in which the command runs: so files go by short names.
class CliFolder : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  /// `tranche classify --part-of-budget` with rules and corpus of this repository.
  CliResult Classify(const std::vector<std::string>& arguments, std::string_view input = "",
                     CliSurroundings surroundings = {}) const;
  /// The arguments of such a call.
  std::vector<std::string> ClassifyWords(const std::vector<std::string>& arguments) const;
  CliSurroundings Here() const;

  void Write(const std::string& name, std::string_view text) const;
  std::string Read(const std::string& name) const;
  /// Names in the folder (or one below it), hidden ones too, sorted.
  std::vector<std::string> Names(const std::string& below = "") const;

 private:
  std::string folder_;
};

/// The text of tests/golden/cli/`name`.expected; TRANCHE_UPDATE_GOLDEN=1 writes it anew. Holds exit
/// status and messages (and `printed`, where given) with the repository's place as `(home)`.
void ExpectGolden(const std::string& name, const CliResult& result, std::string_view printed = "");

/// The part of a text report that starts with the line that begins with `title`.
std::string Section(const std::string& report, std::string_view title);

/// Rows in the layout tranche-lines: the header, and one line of an army's pay.
constexpr char kHeader[] =
    "country,year,phase,currency,amount,key,description,parents,nature,cofog\n";
std::string ArmyRow(std::string_view amount, std::string_view key, std::string_view year = "2024");
/// Header and eight rows of 1 to 8 zloty: enough to see a delimiter in.
std::string EightRows();

}  // namespace tranche

#endif  // TRANCHE_TESTS_TOOLS_CLI_FOLDER_H_
