#ifndef TRANCHE_TOOLS_TRANCHE_STANDARD_OUTPUT_H_
#define TRANCHE_TOOLS_TRANCHE_STANDARD_OUTPUT_H_

#include <string>

namespace tranche {

/// False, with a message, where standard output cannot take it: a full disk behind `>`. A closed
/// pipe (`| head`) is no error.
bool PrintToStdout(const std::string& text);

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_STANDARD_OUTPUT_H_
