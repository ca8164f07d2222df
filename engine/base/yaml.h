#ifndef TRANCHE_ENGINE_BASE_YAML_H_
#define TRANCHE_ENGINE_BASE_YAML_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/diagnostic.h"

namespace tranche {

struct YamlEntry;

/// One value of a YAML file with its place. Built from the parser's events, so it keeps what error
/// messages need and what other trees lose: the mark of each key, quoting, order.
/// Immutable after parsing; safe to share between threads; spans keep their text alive.
class YamlNode {
 public:
  enum class Kind { kNull, kScalar, kList, kMap };

  Kind kind() const { return kind_; }
  bool IsNull() const { return kind_ == Kind::kNull; }
  bool IsScalar() const { return kind_ == Kind::kScalar; }
  bool IsList() const { return kind_ == Kind::kList; }
  bool IsMap() const { return kind_ == Kind::kMap; }

  /// The text of a scalar exactly as written (after unquoting): `020` stays `020`. Of a null what
  /// was written for it (`~`, `null`), mostly nothing.
  const std::string& text() const { return text_; }
  /// True where the scalar stood in quotes or as a block (`|`, `>`).
  bool quoted() const { return quoted_; }
  const std::vector<YamlNode>& items() const { return items_; }
  const std::vector<YamlEntry>& entries() const { return entries_; }
  /// The value of `key` in a map, or a null pointer. Keys are unique: duplicates were reported when
  /// parsing.
  const YamlNode* Find(std::string_view key) const;

  /// A scalar's text, the bracket or first line of a list or map, the `*name` of an alias; for an
  /// absent value the key (or the character) that it is missing behind.
  const SourceSpan& span() const { return span_; }

  /// True for the root of a file that could not be read to its end, which was reported: what is
  /// missing in it is no mistake of its author.
  bool is_cut() const { return is_cut_; }

  /// `a list`, `a map`, `text`, `nothing`: for messages.
  std::string_view KindName() const;

  /// Nodes made of parts of others, for a tree that several files make up: each part keeps its own
  /// place. The keys of a map must differ.
  static YamlNode Text(std::string text, bool quoted, SourceSpan span);
  static YamlNode List(std::vector<YamlNode> items, SourceSpan span);
  static YamlNode Map(std::vector<YamlEntry> entries, SourceSpan span, bool is_cut = false);
  /// The parts of a node that is given up, without copying them.
  std::vector<YamlNode> TakeItems() && { return std::move(items_); }
  std::vector<YamlEntry> TakeEntries() &&;

 private:
  friend class YamlTreeBuilder;

  Kind kind_ = Kind::kNull;
  bool quoted_ = false;
  bool is_cut_ = false;
  std::string text_;
  std::vector<YamlNode> items_;
  std::vector<YamlEntry> entries_;
  SourceSpan span_;
};

struct YamlEntry {
  std::string key;
  SourceSpan key_span;
  YamlNode value;
};

/// Parses one YAML document. Reports to `diagnostics`: syntax errors in plain English, keys given
/// twice, several documents, `<<`, tags, keys that are no plain text or have no colon, quotes never
/// closed, aliases that expand to too much, nesting beyond 64 levels, more than a million values,
/// invalid UTF-8 and control characters (also those that `"\b"` makes in double quotes). Answers
/// what could be read, which is nothing but a null node for an empty file. After an error in the
/// syntax that is what stands before the rule, item or other part in which reading stopped.
///
/// Of a key given twice the first value stays. Unquoted scalars that other YAML readers take for
/// something else are plain text here and reported by nobody: the loader of a field, which knows
/// whether it matters, asks LooksLikeOtherType.
YamlNode ParseYaml(std::shared_ptr<const SourceText> source, Diagnostics* diagnostics);

/// Reads the file and parses it. The status is for files that cannot be read (missing, a folder, a
/// pipe or device, larger than 64 MiB); everything about their text goes to `diagnostics`.
absl::StatusOr<YamlNode> LoadYamlFile(const std::string& path, Diagnostics* diagnostics);

/// True for an unquoted scalar that common YAML readers (1.1 and 1.2) take for something else than
/// text and would not give back as written: truth words (`NO`, `off`, `y`), null (`~`), `=`, dates,
/// base-60 numbers (`12:30`), and numbers with leading zeros, a sign `+`, `_`, an exponent, another
/// base, zeros at the end or no digit before the point (`020`, `02.10`, `5.10`, `1e5`, `.5`). A
/// code or a country written so must be quoted, or another tool reads another value. False for
/// numbers whose text survives any reader: `12`, `-3`, `2025`, `2.5`, `0.25`, up to fifteen digits;
/// for lists, maps, text in quotes and values that are absent.
bool LooksLikeOtherType(const YamlNode& scalar);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_YAML_H_
