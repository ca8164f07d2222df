#ifndef TRANCHE_TESTS_TOOLS_CLI_PROCESS_H_
#define TRANCHE_TESTS_TOOLS_CLI_PROCESS_H_

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tranche {

/// What a run of the command left behind.
struct CliResult {
  int status = -1;  ///< exit status; 1000 + the signal where one ended the process
  std::string out;
  std::string err;
};

/// How the process is started, apart from its arguments.
struct CliSurroundings {
  std::string folder;                            ///< the process's working directory
  std::optional<std::uint64_t> file_size_limit;  ///< bytes; as small as a full disk
  std::string stdout_path;                       ///< where not empty, a file in place of a pipe
  bool stdout_is_closed = false;                 ///< nobody reads what the command prints
};

/// One running `tranche`, with a pipe at its standard input. A test that forgets Wait() leaves no
/// process behind.
class CliProcess {
 public:
  CliProcess(const std::vector<std::string>& arguments, const CliSurroundings& surroundings);
  CliProcess(const CliProcess&) = delete;
  CliProcess& operator=(const CliProcess&) = delete;
  ~CliProcess();

  /// Blocks while the pipe is full; false where the process no longer reads.
  bool Feed(std::string_view bytes);
  void EndInput();
  void Send(int signal);
  /// Collects the output until the process ends; one that does not end within a minute is killed.
  CliResult Wait();

 private:
  pid_t process_ = -1;
  int input_ = -1;
  int out_ = -1;
  int err_ = -1;
};

}  // namespace tranche

#endif  // TRANCHE_TESTS_TOOLS_CLI_PROCESS_H_
