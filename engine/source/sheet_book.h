#ifndef TRANCHE_ENGINE_SOURCE_SHEET_BOOK_H_
#define TRANCHE_ENGINE_SOURCE_SHEET_BOOK_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/source/sheet_table.h"
#include "engine/source/zip_archive.h"

namespace tranche {

/// One format of workbooks. Not thread-safe.
class SheetBook {
 public:
  struct Sheet {
    std::string name;
    bool is_hidden = false;
  };
  virtual ~SheetBook() = default;
  /// In the order of the workbook.
  virtual const std::vector<Sheet>& sheets() const = 0;
  /// All cells of a sheet, one pass over its XML. Does not call Finish.
  virtual absl::Status Read(std::size_t index, SheetTable* table) = 0;
};

/// Both: `archive` must outlive the result. Errors are sentences with the file's name.
absl::StatusOr<std::unique_ptr<SheetBook>> OpenXlsxBook(ZipArchive& archive);
absl::StatusOr<std::unique_ptr<SheetBook>> OpenOdsBook(ZipArchive& archive);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_SHEET_BOOK_H_
