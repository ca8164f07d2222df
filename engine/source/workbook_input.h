#ifndef TRANCHE_ENGINE_SOURCE_WORKBOOK_INPUT_H_
#define TRANCHE_ENGINE_SOURCE_WORKBOOK_INPUT_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/source/input_file.h"
#include "engine/source/raw_bytes.h"

namespace tranche {

/// By the first bytes of a file, at least four of them: whether it is a ZIP file, as XLSX and ODS
/// files are; whether it is a document of the Office programs of before 2007, as .xls files and all
/// workbooks with a password are.
bool IsZipMark(std::string_view first_bytes);
bool IsOldOfficeMark(std::string_view first_bytes);

/// A workbook as an input (see workbook.h). Errors, all with the file's name and what to do:
/// damaged or cut off, a ZIP file without a workbook (with what is in it), .xlsb, a text document,
/// a workbook with a password.
absl::StatusOr<std::unique_ptr<InputFile>> MakeWorkbookInput(std::string name,
                                                             std::unique_ptr<RawBytes> raw);

/// Why a file with IsOldOfficeMark cannot be read: it is a .xls file, has a password, or is
/// something else.
absl::Status OldOfficeProblem(const std::string& name, RawBytes& raw);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_WORKBOOK_INPUT_H_
