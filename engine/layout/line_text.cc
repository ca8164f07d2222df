#include "engine/layout/line_text.h"

#include <cstddef>

#include "engine/base/fold.h"

namespace tranche {
namespace {

/// A cell's text; the mark between titles becomes one that a person can read.
void AppendTitles(std::string_view text, std::string* out) {
  for (std::size_t mark = text.find(kLabelSeparator); mark != std::string_view::npos;
       mark = text.find(kLabelSeparator)) {
    out->append(text.substr(0, mark)).append(kTitleSeparator);
    text.remove_prefix(mark + 1);
  }
  out->append(text);
}

}  // namespace

void AppendKey(const LineSchema& schema, std::span<const std::string_view> cells,
               std::string* out) {
  for (std::size_t i = 0; i < schema.key_part_count; ++i) {
    if (i > 0) out->append(kKeyPartSeparator);
    out->append(cells[schema.key_begin() + i]);
  }
}

void AppendTexts(const LineSchema& schema, std::span<const std::string_view> cells, bool own,
                 std::string* out) {
  bool is_first = true;
  for (std::size_t i = 0; i < schema.texts.size(); ++i) {
    if (schema.texts[i].own != own || cells[i].empty()) continue;
    if (!is_first) out->append(kTextSeparator);
    is_first = false;
    AppendTitles(cells[i], out);
  }
}

}  // namespace tranche
