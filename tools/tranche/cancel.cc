#include "tools/tranche/cancel.h"

#include <csignal>

namespace tranche {
namespace {

std::atomic<bool> cancelled{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only set such a flag");

extern "C" void OnStopSignal(int signal) {
  if (cancelled.exchange(true)) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
}

}  // namespace

void InstallCancelHandler() {
  std::signal(SIGINT, OnStopSignal);
  std::signal(SIGTERM, OnStopSignal);
}

const std::atomic<bool>& CancelFlag() { return cancelled; }

}  // namespace tranche
