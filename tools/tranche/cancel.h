#ifndef TRANCHE_TOOLS_TRANCHE_CANCEL_H_
#define TRANCHE_TOOLS_TRANCHE_CANCEL_H_

#include <atomic>

namespace tranche {

/// Makes Ctrl-C (SIGINT) and SIGTERM set the flag that runs look at; a second one ends the program
/// at once.
void InstallCancelHandler();

/// True once the user has asked to stop.
const std::atomic<bool>& CancelFlag();

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_CANCEL_H_
