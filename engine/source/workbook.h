#ifndef TRANCHE_ENGINE_SOURCE_WORKBOOK_H_
#define TRANCHE_ENGINE_SOURCE_WORKBOOK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/source/sheet_facts.h"

namespace tranche {

/// The sheets of an InputFile that is a workbook (XLSX, ODS). Its streams are the chosen sheet's
/// content as the text of a CSV file (see sheet_table.h).
///
/// Not liborcus: its interfaces hand out cell values as `double` only, and amounts must come as the
/// digits that the file holds; and it reads each part of a workbook into memory as a whole. With
/// libzip and Expat a sheet of a gigabyte passes through in bounded memory, beside the table of
/// shared strings. (liborcus 0.17 on Debian 12, 0.19 on Ubuntu 24.04.)
class Workbook {
 public:
  virtual ~Workbook() = default;

  /// Sheets that a file may mean where nobody says which: visible ones with content. Reads all
  /// visible sheets. Errors as of Choose.
  virtual absl::StatusOr<std::vector<std::string>> Candidates() = 0;

  /// From now on, streams are of this sheet: a name, else a number from 1, hidden ones counted;
  /// empty: the only candidate. `header_row` says which merged cells are of the header. Not while
  /// streams are read. InvalidArgument: no such sheet, or several candidates, with the list of
  /// sheets and their sizes; what is wrong with the file, as a sentence.
  virtual absl::Status Choose(const std::string& sheet, std::uint32_t header_row) = 0;

  /// Of the chosen sheet.
  virtual const SheetFacts& facts() const = 0;
  /// Everything about the chosen sheet that a reader must know, as sentences for the run record.
  virtual std::vector<std::string> Assumptions() const = 0;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_WORKBOOK_H_
