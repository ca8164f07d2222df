#ifndef TRANCHE_TOOLS_TRANCHE_STOPPABLE_STDIN_H_
#define TRANCHE_TOOLS_TRANCHE_STOPPABLE_STDIN_H_

#include <atomic>
#include <thread>

namespace tranche {

/// Makes a wait for standard input end when the user stops the run. The library reads files and
/// cannot know that a pipe has gone quiet; so while this lives, a pipe on standard input is passed
/// on through a second one, which ends as soon as `stop` is true. The bytes are not copied. A file
/// or a terminal on standard input stays as it is, and so does everything where pipes run out.
///
/// A run that was stopped must look at `stop` before it believes the end of its input.
class StoppableStdin {
 public:
  explicit StoppableStdin(const std::atomic<bool>& stop);
  StoppableStdin(const StoppableStdin&) = delete;
  StoppableStdin& operator=(const StoppableStdin&) = delete;
  /// Waits for the thread; takes no longer than a moment, whatever the pipe does.
  ~StoppableStdin();

 private:
  void PassOn(int source, int sink) const;
  bool WaitUntilReady(int descriptor, short events) const;

  const std::atomic<bool>& stop_;
  std::atomic<bool> is_over_{false};
  std::thread thread_;
};

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_STOPPABLE_STDIN_H_
