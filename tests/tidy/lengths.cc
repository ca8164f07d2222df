// How long files, functions and lines may be.

#include <algorithm>
#include <cctype>
#include <cstddef>

#include "tests/tidy/checks.h"
#include "tests/tidy/code_text.h"

namespace tranche::tidy {
namespace {

/// Finds function bodies in bare code that clang-format has been over (Google style), by braces.
///
/// What stands between the last `;`, `{` or `}` and a brace is its head. Outside functions, a brace
/// opens a scope (namespace, class), a list of values (no space before it, or `=`, `,`, `(` before
/// it), or else a function.
class FunctionFinder {
 public:
  struct Function {
    int first_line = 0;  // where the head begins
    int last_line = 0;   // where the body ends
  };

  explicit FunctionFinder(std::string_view code) : code_(code) {}

  std::vector<Function> Run() {
    for (at_ = 0; at_ < code_.size(); ++at_) {
      switch (code_[at_]) {
        case '\n':
          ++line_;
          break;
        case '{':
          Open();
          break;
        case '}':
          Close();
          break;
        case ';':
          if (!InBody()) StartHead();
          break;
        case ':':
          if (!InBody() && IsAccessLabel()) StartHead();
          break;
        default:
          if (head_line_ == 0 && std::isspace(static_cast<unsigned char>(code_[at_])) == 0) {
            head_line_ = line_;
          }
      }
    }
    return functions_;
  }

 private:
  enum class Kind { kScope, kValues, kFunction, kBlock };
  struct Brace {
    Kind kind;
    int head_line;
  };

  bool InBody() const { return !open_.empty() && open_.back().kind != Kind::kScope; }

  std::string_view Head() const { return code_.substr(head_start_, at_ - head_start_); }

  void StartHead() {
    head_start_ = at_ + 1;
    head_line_ = 0;
  }

  bool IsAccessLabel() const {
    const std::vector<Word> words = ReadWords(Head());
    if (words.size() != 1) return false;
    const std::string_view word = words.front().text;
    return word == "public" || word == "private" || word == "protected";
  }

  Kind KindOfBrace() const {
    if (InBody()) return Kind::kBlock;
    const std::string_view head = Head();
    const std::size_t last = head.find_last_not_of(" \n");
    if (last == std::string_view::npos) return Kind::kScope;
    const bool touches = last + 1 == head.size();
    if (touches || std::string_view("=,(").find(head[last]) != std::string_view::npos) {
      return Kind::kValues;
    }
    return head.find('(') == std::string_view::npos ? Kind::kScope : Kind::kFunction;
  }

  void Open() {
    const Kind kind = KindOfBrace();
    open_.push_back({kind, head_line_});
    if (kind == Kind::kScope || kind == Kind::kFunction) StartHead();
  }

  void Close() {
    if (open_.empty()) return;
    const Brace brace = open_.back();
    open_.pop_back();
    if (brace.kind == Kind::kFunction) functions_.push_back({brace.head_line, line_});
    if (brace.kind == Kind::kFunction || brace.kind == Kind::kScope) StartHead();
  }

  std::string_view code_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::size_t head_start_ = 0;
  int head_line_ = 0;  // 0: nothing of the head has been seen yet
  std::vector<Brace> open_;
  std::vector<Function> functions_;
};

/// Characters, not bytes: continuation bytes of UTF-8 do not count.
int Columns(std::string_view line) {
  return static_cast<int>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool HasLineLimit(std::string_view path) {
  return IsCode(path) || path.ends_with(".cmake") || path.ends_with("CMakeLists.txt") ||
         path.ends_with(".sh") || path == "tools/demo" || path == "tools/test" || path == ".ci/run";
}

void CheckFunctions(const TrackedFile& file, std::string_view bare,
                    std::vector<Finding>* findings) {
  for (const FunctionFinder::Function& function : FunctionFinder(bare).Run()) {
    const int length = function.last_line - function.first_line + 1;
    if (length > kMaxFunctionLines) {
      findings->push_back({file.path, function.first_line, "function-length",
                           "a function of " + std::to_string(length) + " lines; at most " +
                               std::to_string(kMaxFunctionLines)});
    }
  }
}

}  // namespace

std::vector<Finding> CheckLengths(const TrackedFile& file) {
  std::vector<Finding> findings;
  if (!HasLineLimit(file.path)) return findings;
  const bool code = IsCode(file.path);
  const CodeText text = code ? ReadCode(file.text) : CodeText();
  const std::vector<std::string_view> lines = SplitLines(file.text);
  const int limit = file.path.ends_with(".h") ? kMaxHeaderLines : kMaxSourceLines;
  if (code && static_cast<int>(lines.size()) > limit) {
    findings.push_back({file.path, 0, "file-length",
                        std::to_string(lines.size()) + " lines; at most " + std::to_string(limit)});
  }
  if (code) CheckFunctions(file, text.bare, &findings);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    const int columns = Columns(lines[i]);
    if (columns <= kMaxColumns || text.raw_string_lines.count(number) > 0) continue;
    findings.push_back(
        {file.path, number, "line-length",
         std::to_string(columns) + " columns; at most " + std::to_string(kMaxColumns)});
  }
  return findings;
}

}  // namespace tranche::tidy
