#ifndef TRANCHE_ENGINE_RUN_SHEET_CHOICE_H_
#define TRANCHE_ENGINE_RUN_SHEET_CHOICE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "engine/layout/dossier.h"
#include "engine/layout/layout.h"
#include "engine/run/layouts.h"
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
/// question. `path` is for messages. `stated` may be null; it and the catalogue must outlive the
/// result.
absl::StatusOr<TableChoice> ChooseTable(InputFile& input, const std::string& path,
                                        const Layout* stated, const LayoutCatalogue& catalogue);

/// An input and how it is to be read.
struct OpenedFile {
  std::unique_ptr<InputFile> input;
  TableChoice table;
};

/// Opens a file and chooses its table, by the file's own layout where a dossier names one.
/// `layouts` must outlive the result.
absl::StatusOr<OpenedFile> OpenFile(const DossierFile& file, const Layouts& layouts);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_SHEET_CHOICE_H_
