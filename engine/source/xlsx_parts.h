#ifndef TRANCHE_ENGINE_SOURCE_XLSX_PARTS_H_
#define TRANCHE_ENGINE_SOURCE_XLSX_PARTS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/source/cell_number.h"
#include "engine/source/sheet_table.h"
#include "engine/source/zip_archive.h"

/// The parts of an XLSX file (ECMA-376, transitional and strict), each read in one pass.
namespace tranche {

/// What a part says about where others are, by id.
struct XlsxLink {
  std::string type;  ///< last word of the type: `worksheet`, `styles`, `sharedStrings`
  std::string part;  ///< name in the archive
};
using XlsxLinks = std::map<std::string, XlsxLink, std::less<>>;

/// The links of `part` (empty: of the archive); none where it has no list of them.
absl::StatusOr<XlsxLinks> ReadXlsxLinks(ZipArchive& archive, std::string_view part);

/// The texts that cells share, packed.
class SharedStrings {
 public:
  void Add(std::string_view text) {
    bytes_.append(text);
    ends_.push_back(bytes_.size());
  }
  std::optional<std::string_view> Text(std::size_t index) const {
    if (index >= ends_.size()) return std::nullopt;
    const std::uint64_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(begin, ends_[index] - begin);
  }

 private:
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
};

absl::StatusOr<SharedStrings> ReadSharedStrings(ZipArchive& archive, const std::string& part);

/// The looks of numbers by the `s` of cells.
absl::StatusOr<std::vector<NumberLook>> ReadXlsxLooks(ZipArchive& archive, const std::string& part);

/// What the cells of a sheet refer to.
struct XlsxContext {
  const SharedStrings& strings;
  const std::vector<NumberLook>& looks;
  bool from_1904 = false;
};

absl::Status ReadXlsxSheet(ZipArchive& archive, const std::string& part, const XlsxContext& context,
                           SheetTable* table);

/// `_x000D_` and its like as the character that it stands for.
std::string WithoutEscapes(std::string_view text);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_XLSX_PARTS_H_
