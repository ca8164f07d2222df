#ifndef TRANCHE_ENGINE_RULEBOOK_BOOK_SPLICE_H_
#define TRANCHE_ENGINE_RULEBOOK_BOOK_SPLICE_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/yaml.h"
#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// The same file gives the same text, however its path is written.
std::string FileIdentity(const std::string& path);

/// Puts the files that a book names into its tree, so that one tree says everything: included rules
/// in the place of their `include:`, vocabulary and item titles as documents in the place of their
/// path. Paths count from the folder of the file that names them. What cannot be read is reported
/// where it is named, and left out. Each part keeps its place in its own file.
///
/// One splicer for a book and all the books that it extends: no file of rules is included twice.
class BookSplicer {
 public:
  explicit BookSplicer(BookDraft* draft) : draft_(draft), diagnostics_(draft->diagnostics) {}

  /// `rules` of the file `path`, with all includes in their place. Always a list.
  YamlNode SpliceRules(YamlNode rules, const std::string& path);
  /// The documents that `vocabulary:` or `item_titles:` (`what`, in backquotes) names: a path, a
  /// folder of YAML files, a document written in place, or a list of these, each a `form`. Always a
  /// list.
  YamlNode PlaceDocuments(YamlNode written, std::string_view what, const FormValue& form);

 private:
  void AppendRules(YamlNode rules, std::vector<YamlNode>* out);
  void AppendInclude(const YamlNode& node, std::vector<YamlNode>* out);
  void AppendFiles(const SpannedText& written, const FormValue& form, std::vector<YamlNode>* out);

  BookDraft* draft_;
  Diagnostics* diagnostics_;
  std::vector<std::string> open_files_;  ///< from the book to the file being read
  std::map<std::string, SourceSpan> included_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_BOOK_SPLICE_H_
