#include "engine/run/sheet_choice.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/source/table_head.h"
#include "engine/source/workbook.h"

namespace tranche {
namespace {

class SheetSearch {
 public:
  SheetSearch(InputFile& input, const std::string& path, const Layout* stated,
              const LayoutCatalogue& catalogue)
      : input_(input),
        path_(path),
        file_name_(std::filesystem::path(path).filename().string()),
        stated_(stated),
        catalogue_(catalogue) {}

  absl::StatusOr<TableChoice> ByHeader() const {
    const auto head = ReadTableHead(input_, DialectHints{});
    if (!head.ok()) return head.status();
    const auto found = catalogue_.Recognise(head->header, file_name_);
    if (found.ok()) return TableChoice{*found, (*found)->dialect.sheet, ""};
    return absl::Status(found.status().code(),
                        absl::string_view(path_ + ": " + std::string(found.status().message())));
  }

  absl::StatusOr<TableChoice> AmongSheets(const std::vector<std::string>& sheets) const {
    std::vector<TableChoice> hits;
    for (const std::string& sheet : sheets) {
      const Layout* const layout = stated_ != nullptr ? Stated(sheet) : Recognised(sheet);
      if (layout != nullptr) hits.push_back({layout, sheet, "the only one whose header fits"});
    }
    if (hits.size() == 1) return hits.front();
    if (hits.empty() && stated_ != nullptr) return TableChoice{stated_, "", ""};
    std::string list;
    for (const std::string& sheet : sheets) list += (list.empty() ? "'" : ", '") + sheet + "'";
    if (hits.empty()) {
      return absl::NotFoundError(path_ + ": no layout recognises any of its sheets: " + list +
                                 "; name one with --layout");
    }
    return absl::InvalidArgumentError(
        path_ + ": the sheets '" + hits[0].sheet + "' and '" + hits[1].sheet +
        "' both fit a layout, and adding them may count money twice; write the sheet that is meant "
        "into a layout, as in `file: {sheet: \"" +
        hits[0].sheet + "\"}`, and name it with --layout");
  }

 private:
  const Layout* Stated(const std::string& sheet) const {
    const Layout& layout = *stated_;
    if (layout.recognise_header.empty()) return nullptr;
    DialectHints hints = layout.dialect;
    hints.sheet = sheet;
    const auto head = ReadTableHead(input_, hints);
    return head.ok() && LayoutFits(layout, head->header, file_name_) ? &layout : nullptr;
  }

  const Layout* Recognised(const std::string& sheet) const {
    DialectHints hints;
    hints.sheet = sheet;
    const auto head = ReadTableHead(input_, hints);
    if (!head.ok()) return nullptr;
    const auto found = catalogue_.Recognise(head->header, file_name_);
    if (!found.ok()) return nullptr;
    const std::string& stated = (*found)->dialect.sheet;
    return stated.empty() || stated == sheet ? *found : nullptr;
  }

  InputFile& input_;
  const std::string& path_;
  std::string file_name_;
  const Layout* stated_;
  const LayoutCatalogue& catalogue_;
};

}  // namespace

absl::StatusOr<TableChoice> ChooseTable(InputFile& input, const std::string& path,
                                        const Layout* stated, const LayoutCatalogue& catalogue) {
  const SheetSearch search(input, path, stated, catalogue);
  const bool is_stated = stated != nullptr;
  if (is_stated && (input.workbook() == nullptr || !stated->dialect.sheet.empty())) {
    return TableChoice{stated, stated->dialect.sheet, ""};
  }
  if (input.workbook() == nullptr) return search.ByHeader();
  const auto sheets = input.workbook()->Candidates();
  if (!sheets.ok()) return sheets.status();
  if (sheets->size() > 1) return search.AmongSheets(*sheets);
  return is_stated ? TableChoice{stated, "", ""} : search.ByHeader();
}

absl::StatusOr<OpenedFile> OpenFile(const DossierFile& file, const Layouts& layouts) {
  auto input = InputFile::Open(file.file.path);
  if (!input.ok()) return input.status();
  const Layout* stated = layouts.stated ? &*layouts.stated : nullptr;
  if (file.layout) stated = &layouts.of_dossier.at(file.layout->path);
  auto table = ChooseTable(**input, file.file.path, stated, layouts.catalogue);
  if (!table.ok()) return table.status();
  return OpenedFile{*std::move(input), *std::move(table)};
}

}  // namespace tranche
