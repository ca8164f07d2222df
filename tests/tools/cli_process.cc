#include "tests/tools/cli_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <stdexcept>

namespace tranche {
namespace {

struct Pipe {
  int read_end = -1;
  int write_end = -1;
};

Pipe MakePipe() {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe could be made");
  return {ends[0], ends[1]};
}

void CloseEnd(int* end) {
  if (*end >= 0) ::close(*end);
  *end = -1;
}

// In the child, between fork and exec: only calls that are safe there.
[[noreturn]] void BecomeCommand(const std::vector<char*>& words, const CliSurroundings& around,
                                int in, int out, int err) {
  if (!around.stdout_path.empty()) out = ::open(around.stdout_path.c_str(), O_WRONLY);
  bool is_ready = ::chdir(around.folder.c_str()) == 0 && ::dup2(in, STDIN_FILENO) >= 0 &&
                  ::dup2(out, STDOUT_FILENO) >= 0 && ::dup2(err, STDERR_FILENO) >= 0;
  if (around.file_size_limit) {
    const rlimit limit = {*around.file_size_limit, *around.file_size_limit};
    is_ready = is_ready && ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
  }
  std::signal(SIGPIPE, SIG_DFL);  // as a shell starts it
  if (is_ready) ::execv(words.front(), words.data());
  ::_exit(127);
}

// False once the end is reached.
bool ReadSome(int end, std::string* text) {
  std::array<char, 1 << 16> buffer;
  const ssize_t got = ::read(end, buffer.data(), buffer.size());
  if (got < 0 && errno == EINTR) return true;
  if (got <= 0) return false;
  text->append(buffer.data(), static_cast<std::size_t>(got));
  return true;
}

}  // namespace

CliProcess::CliProcess(const std::vector<std::string>& arguments, const CliSurroundings& around) {
  std::vector<std::string> texts = {TRANCHE_COMMAND};
  texts.insert(texts.end(), arguments.begin(), arguments.end());
  std::vector<char*> words;
  for (std::string& text : texts) words.push_back(text.data());
  words.push_back(nullptr);
  std::signal(SIGPIPE, SIG_IGN);  // a command that reads no more is an answer of Feed()
  Pipe in = MakePipe(), out = MakePipe(), err = MakePipe();
  if (around.stdout_is_closed) CloseEnd(&out.read_end);
  process_ = ::fork();
  if (process_ == 0) BecomeCommand(words, around, in.read_end, out.write_end, err.write_end);
  CloseEnd(&in.read_end);
  CloseEnd(&out.write_end);
  CloseEnd(&err.write_end);
  input_ = in.write_end;
  out_ = out.read_end;
  err_ = err.read_end;
  if (process_ < 0) throw std::runtime_error("no process could be started");
}

CliProcess::~CliProcess() {
  if (process_ > 0) {
    Send(SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  for (int* end : {&input_, &out_, &err_}) CloseEnd(end);
}

bool CliProcess::Feed(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(input_, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

void CliProcess::EndInput() { CloseEnd(&input_); }

void CliProcess::Send(int signal) {
  if (process_ > 0) ::kill(process_, signal);
}

CliResult CliProcess::Wait() {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + std::chrono::minutes(1);
  CliResult result;
  while (out_ >= 0 || err_ >= 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd waiting[] = {{out_, POLLIN, 0}, {err_, POLLIN, 0}};
    if (left <= 0 || ::poll(waiting, 2, static_cast<int>(left)) == 0) {
      Send(SIGKILL);
      break;
    }
    if (waiting[0].revents != 0 && !ReadSome(out_, &result.out)) CloseEnd(&out_);
    if (waiting[1].revents != 0 && !ReadSome(err_, &result.err)) CloseEnd(&err_);
  }
  int state = 0;
  while (::waitpid(process_, &state, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  result.status = WIFEXITED(state) ? WEXITSTATUS(state) : 1000 + WTERMSIG(state);
  return result;
}

}  // namespace tranche
