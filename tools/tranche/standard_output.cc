#include "tools/tranche/standard_output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace tranche {

bool PrintToStdout(const std::string& text) {
  const bool written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (written || errno == EPIPE) return true;
  std::fprintf(stderr, "tranche: cannot write to standard output: %s\n", std::strerror(errno));
  return false;
}

}  // namespace tranche
