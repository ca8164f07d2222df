#ifndef TRANCHE_TESTS_SOURCE_ZIP_FILE_H_
#define TRANCHE_TESTS_SOURCE_ZIP_FILE_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/source/temporary_file.h"

namespace tranche {

/// Names and contents, in the order of the file.
using ZipParts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP file of these parts.
std::string Zipped(const ZipParts& parts);

/// An XLSX file with one sheet `Data`: `sheet` is the content of its `worksheet` element. `strings`
/// are the `si` elements of shared strings, `styles` the content of `styleSheet`.
ZipParts XlsxParts(std::string_view sheet, std::string_view strings = "",
                   std::string_view styles = "");

/// An ODS file: `body` is the content of its `office:spreadsheet` element, `styles` that of its
/// `office:automatic-styles`.
ZipParts OdsParts(std::string_view body, std::string_view styles = "");

}  // namespace tranche

#endif  // TRANCHE_TESTS_SOURCE_ZIP_FILE_H_
