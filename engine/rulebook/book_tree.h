#ifndef TRANCHE_ENGINE_RULEBOOK_BOOK_TREE_H_
#define TRANCHE_ENGINE_RULEBOOK_BOOK_TREE_H_

#include <optional>
#include <string>
#include <vector>

#include "engine/base/yaml.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// The book that the file `path` (whose tree is `root`) stands for, as one tree: files that it
/// names put into their place (book_splice.h), the book that it `extends` read first and reformed
/// (reform.h), then the settings of the command line. The loaders read this tree and know nothing
/// of files and reforms. Every part keeps its own place.
///
/// Nothing where it makes no sense to go on: the book that is extended has mistakes of its own in
/// how it is put together (reported once, where they are).
std::optional<YamlNode> ResolveBook(YamlNode root, const std::string& path,
                                    const std::vector<std::string>& settings, BookDraft* draft);

/// `format: 1`; reports another one.
void CheckFormat(const YamlNode& format, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_BOOK_TREE_H_
