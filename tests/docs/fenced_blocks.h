#ifndef TRANCHE_TESTS_DOCS_FENCED_BLOCKS_H_
#define TRANCHE_TESTS_DOCS_FENCED_BLOCKS_H_

#include <cstddef>
#include <string>
#include <vector>

namespace tranche {

/// A block between ``` lines of a Markdown page.
struct FencedBlock {
  std::vector<std::string> info;  ///< the words behind the opening fence: `yaml`, `wrong`, `rule`
  std::string text;               ///< with a line end behind each line
  std::size_t line = 0;           ///< of the opening fence, from 1

  /// The words behind `yaml` as one text; empty for blocks of no kind.
  std::string Kind() const;
  bool Is(const std::string& language) const { return !info.empty() && info.front() == language; }
};

/// A page cut into what stands outside of fences and what stands inside, so that it can be put
/// together again with other texts in its blocks.
class MarkdownPage {
 public:
  /// `path` counts from the repository's root.
  explicit MarkdownPage(std::string path);

  const std::string& path() const { return path_; }
  const std::vector<FencedBlock>& blocks() const { return blocks_; }
  /// Puts another text into the block and writes the page.
  void Rewrite(std::size_t block, const std::string& text);

 private:
  std::string path_;
  std::vector<std::string> between_;  ///< what stands before each block, and behind the last
  std::vector<FencedBlock> blocks_;
};

/// The whole of a file, and a file of this text.
std::string ReadWholeFile(const std::string& path);
void WriteWholeFile(const std::string& path, const std::string& text);

}  // namespace tranche

#endif  // TRANCHE_TESTS_DOCS_FENCED_BLOCKS_H_
