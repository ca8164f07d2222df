#ifndef TRANCHE_TESTS_TOOLS_COMMAND_H_
#define TRANCHE_TESTS_TOOLS_COMMAND_H_

#include <string>
#include <string_view>

namespace tranche {

/// What a command answered.
struct Answer {
  int status = -1;  ///< exit status
  std::string out;
  std::string err;
};

/// A folder of its own in which the command runs, so that messages hold short paths.
class CommandFolder {
 public:
  CommandFolder();
  ~CommandFolder();

  void Write(const std::string& name, std::string_view content) const;
  std::string Read(const std::string& name) const;
  bool Has(const std::string& name) const;
  /// Names in the folder, hidden ones too, sorted, a space between.
  std::string Listing() const;
  /// Runs `tranche ARGUMENTS` in a shell; `before` stands in front of it (`ulimit …;`, `cat x |`).
  Answer Run(const std::string& arguments, const std::string& before = "") const;

 private:
  std::string folder_;
};

}  // namespace tranche

#endif  // TRANCHE_TESTS_TOOLS_COMMAND_H_
