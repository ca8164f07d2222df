#include "tools/tranche/stoppable_stdin.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstddef>

namespace tranche {
namespace {

constexpr std::chrono::milliseconds kMoment{50};
constexpr int kPipeBytes = 1 << 20;

bool IsPipe(int descriptor) {
  struct stat status = {};
  return ::fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode);
}

}  // namespace

StoppableStdin::StoppableStdin(const std::atomic<bool>& stop) : stop_(stop) {
  if (!IsPipe(STDIN_FILENO)) return;
  const int source = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (source < 0) return;
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    ::close(source);
    return;
  }
  ::fcntl(ends[1], F_SETPIPE_SZ, kPipeBytes);  // a wish; the usual size works, too
  if (::dup2(ends[0], STDIN_FILENO) < 0) {
    ::close(source);
    ::close(ends[0]);
    ::close(ends[1]);
    return;
  }
  ::close(ends[0]);
  thread_ = std::thread([this, source, sink = ends[1]] { PassOn(source, sink); });
}

StoppableStdin::~StoppableStdin() {
  is_over_ = true;
  if (thread_.joinable()) thread_.join();
}

void StoppableStdin::PassOn(int source, int sink) const {
  while (WaitUntilReady(source, POLLIN) && WaitUntilReady(sink, POLLOUT)) {
    const ssize_t moved = ::splice(source, nullptr, sink, nullptr, std::size_t{kPipeBytes},
                                   SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
    // Only the true end of the input, or a reader that went away, may end the copy: after any other
    // trouble an early end would look like a shorter file.
    if (moved == 0 || (moved < 0 && errno == EPIPE)) break;
    if (moved < 0 && errno != EINTR) std::this_thread::sleep_for(kMoment);
  }
  ::close(source);
  ::close(sink);
}

bool StoppableStdin::WaitUntilReady(int descriptor, short events) const {
  pollfd waiting = {descriptor, events, 0};
  while (!stop_ && !is_over_) {
    if (::poll(&waiting, 1, static_cast<int>(kMoment.count())) > 0) return true;
  }
  return false;
}

}  // namespace tranche
