#ifndef TRANCHE_ENGINE_BASE_DIAGNOSTIC_H_
#define TRANCHE_ENGINE_BASE_DIAGNOSTIC_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tranche {

/// The text of one file that messages point into, kept so that an excerpt can be shown.
/// Immutable after construction and shared: spans stay valid as long as any of them lives.
class SourceText {
 public:
  SourceText(std::string path, std::string content);

  const std::string& path() const { return path_; }
  std::string_view content() const { return content_; }
  /// Line `line` (from 1) without its line end (LF, CRLF or CR) and without a byte-order mark;
  /// empty beyond the last.
  std::string_view Line(std::uint32_t line) const;

 private:
  std::string path_;
  std::string content_;
  std::vector<std::size_t> line_starts_;
};

/// A stretch of a file. Lines and columns count from 1, columns in characters (code points), as
/// editors show them. `source` is null for messages that belong to no file, `line` is 0 for those
/// that belong to a whole one.
struct SourceSpan {
  std::shared_ptr<const SourceText> source;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 1;  ///< characters to underline, at least one
};

/// `rules/my.yaml:12`, to name a place inside a sentence: the file alone where it is a whole one,
/// nothing where the span belongs to none.
std::string PlaceOf(const SourceSpan& span);

enum class Severity { kError, kWarning, kNote };

/// One thing that is wrong with what the user wrote, and what to do about it.
struct Diagnostic {
  Severity severity = Severity::kError;
  SourceSpan span;
  std::string message;  ///< one sentence, no capital, no full stop: "unknown item 'raods'"
  std::string hint;     ///< what to do: "did you mean 'roads'?"; may be empty
  /// How the program came to its finding, one sentence each, where the text alone does not show it:
  /// which rule decided an example, and by which words. Mostly none.
  std::vector<std::string> reasons;
};

/// Collects everything wrong in one run. Not thread-safe: one per loading thread.
///
/// `absl::Status` says that the program cannot go on; a Diagnostic says that the user's text is
/// wrong. Loaders report here and carry on, so that one run shows all mistakes of a file.
///
/// Bounded, whatever the file: of each severity kMostKept are kept and the others counted, and a
/// message or hint longer than about 600 bytes loses its middle.
class Diagnostics {
 public:
  static constexpr std::size_t kMostKept = 1000;

  void Error(SourceSpan span, std::string message, std::string hint = "");
  void Warning(SourceSpan span, std::string message, std::string hint = "");
  void Note(SourceSpan span, std::string message, std::string hint = "");
  void Report(Diagnostic diagnostic);
  void Append(const Diagnostics& other);

  bool HasErrors() const { return error_count_ > 0; }
  std::size_t error_count() const { return error_count_; }
  /// Those that were not kept, too.
  std::size_t CountOf(Severity severity) const;
  /// More errors than are kept: nobody reads on, so loaders need not either.
  bool HasTooManyErrors() const { return error_count_ > kMostKept; }
  bool empty() const { return items_.empty(); }
  /// Those that were kept, in the order in which they were reported.
  const std::vector<Diagnostic>& items() const { return items_; }

  /// All of them as a person reads them, sorted by file, line and column (those without a place
  /// first). Long lines are cut around the caret; control characters are made visible.
  ///
  ///     rules/my.yaml:12:7: error: unknown item 'raods'
  ///       12 |   is: raods
  ///          |       ^^^^^
  ///       hint: did you mean 'roads'?
  ///
  /// Reasons stand before the hint, each as `because: …`. Where some were not kept, the last
  /// messages say so.
  std::string ToText() const;
  /// A JSON array of {severity, file, line, column, length, message, reasons, hint}, in the same
  /// order; what a message has not (a file, a place) is null.
  std::string ToJson() const;

 private:
  /// A message for each severity of which some were not kept.
  std::vector<Diagnostic> Overflow() const;

  std::vector<Diagnostic> items_;
  std::size_t error_count_ = 0;
  std::array<std::size_t, 3> counts_ = {};  ///< by severity
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_DIAGNOSTIC_H_
