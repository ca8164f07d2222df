#include <optional>
#include <utility>

#include "engine/source/sheet_book.h"
#include "engine/source/xlsx_parts.h"
#include "engine/source/xml_reader.h"

namespace tranche {
namespace {

class BookHandler : public XmlHandler {
 public:
  struct Sheet {
    std::string name;
    std::string id;
    bool is_hidden = false;
  };

  void Start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") from_1904_ = IsTrue(attributes.Find("date1904"));
    if (name != "sheet") return;
    const std::string_view state = attributes.Find("state").value_or("visible");
    sheets_.push_back({std::string(attributes.Find("name").value_or("")),
                       std::string(attributes.FindLocal("id").value_or("")),
                       state == "hidden" || state == "veryHidden"});
  }
  void End(std::string_view) override {}
  void Text(std::string_view) override {}

  const std::vector<Sheet>& sheets() const { return sheets_; }
  bool from_1904() const { return from_1904_; }

 private:
  std::vector<Sheet> sheets_;
  bool from_1904_ = false;
};

class XlsxBook : public SheetBook {
 public:
  explicit XlsxBook(ZipArchive& archive) : archive_(archive) {}

  absl::Status Open() {
    const auto top = ReadXlsxLinks(archive_, "");
    if (!top.ok()) return top.status();
    std::string book = "xl/workbook.xml";
    for (const auto& [id, link] : *top) {
      if (link.type == "officeDocument") book = link.part;
    }
    auto stream = archive_.OpenPart(book);
    if (!stream.ok()) return stream.status();
    BookHandler handler;
    absl::Status status = ReadXml(**stream, archive_.name() + ": the part " + book, handler);
    if (!status.ok()) return status;
    from_1904_ = handler.from_1904();
    auto links = ReadXlsxLinks(archive_, book);
    if (!links.ok()) return links.status();
    for (const BookHandler::Sheet& sheet : handler.sheets()) {
      const auto link = links->find(sheet.id);
      // Charts and macro sheets are no tables.
      if (link == links->end() || link->second.type != "worksheet") continue;
      sheets_.push_back({sheet.name, sheet.is_hidden});
      parts_.push_back(link->second.part);
    }
    for (const auto& [id, link] : *links) {
      if (link.type == "sharedStrings") strings_part_ = link.part;
      if (link.type == "styles") looks_part_ = link.part;
    }
    return absl::OkStatus();
  }

  const std::vector<Sheet>& sheets() const override { return sheets_; }

  absl::Status Read(std::size_t index, SheetTable* table) override {
    if (!strings_) {
      if (absl::Status status = ReadSharedParts(); !status.ok()) return status;
    }
    return ReadXlsxSheet(archive_, parts_[index], {*strings_, looks_, from_1904_}, table);
  }

 private:
  absl::Status ReadSharedParts() {
    if (!looks_part_.empty() && archive_.Has(looks_part_)) {
      auto looks = ReadXlsxLooks(archive_, looks_part_);
      if (!looks.ok()) return looks.status();
      looks_ = *std::move(looks);
    }
    SharedStrings none;
    if (strings_part_.empty() || !archive_.Has(strings_part_)) {
      strings_ = std::move(none);
      return absl::OkStatus();
    }
    auto strings = ReadSharedStrings(archive_, strings_part_);
    if (!strings.ok()) return strings.status();
    strings_ = *std::move(strings);
    return absl::OkStatus();
  }

  ZipArchive& archive_;
  std::vector<Sheet> sheets_;
  std::vector<std::string> parts_;  ///< of the sheets
  std::string strings_part_;
  std::string looks_part_;
  bool from_1904_ = false;
  std::optional<SharedStrings> strings_;
  std::vector<NumberLook> looks_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<SheetBook>> OpenXlsxBook(ZipArchive& archive) {
  auto book = std::make_unique<XlsxBook>(archive);
  if (absl::Status status = book->Open(); !status.ok()) return status;
  return book;
}

}  // namespace tranche
