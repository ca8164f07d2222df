#ifndef TRANCHE_ENGINE_RUN_SHEET_CHOICE_H_
#define TRANCHE_ENGINE_RUN_SHEET_CHOICE_H_

#include <string>

#include "absl/status/statusor.h"
#include "engine/layout/layout.h"
#include "engine/run/file_preparation.h"
#include "engine/source/input_file.h"

namespace tranche {

/// How a file is to be read.
struct TableChoice {
  const Layout* layout = nullptr;
  std::string sheet;  ///< of a workbook; empty: its only one
  std::string why;    ///< why this sheet, where that was worked out and not stated
};

/// The layout of `input` (the stated one, else by header), and of a workbook the sheet: as the
/// layout says; else the only visible one with content; else the only one whose header fits.
/// NotFound: no layout recognises it; InvalidArgument: several layouts or sheets do, with the
/// question. `path` is for messages. `layouts` must outlive the result.
absl::StatusOr<TableChoice> ChooseTable(InputFile& input, const std::string& path,
                                        const Layouts& layouts);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_SHEET_CHOICE_H_
