#include <set>
#include <utility>

#include "engine/source/ods_content.h"
#include "engine/source/sheet_book.h"
#include "engine/source/xml_reader.h"

namespace tranche {
namespace {

constexpr char kContent[] = "content.xml";

/// The names of the sheets, and which are hidden: their style says so.
class NamesHandler : public XmlHandler {
 public:
  void Start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "style") {
      style_ = std::string(attributes.Find("style:name").value_or(""));
    } else if (name == "table-properties" && attributes.Find("table:display") == "false") {
      hidden_styles_.insert(style_);
    } else if (name == "table" && depth_++ == 0) {
      const std::string style(attributes.Find("table:style-name").value_or(""));
      sheets_.push_back({std::string(attributes.Find("table:name").value_or("")),
                         hidden_styles_.contains(style)});
    }
  }
  void End(std::string_view name) override {
    if (name == "table") --depth_;
  }
  void Text(std::string_view) override {}

  std::vector<SheetBook::Sheet>& sheets() { return sheets_; }

 private:
  std::string style_;
  std::set<std::string> hidden_styles_;
  int depth_ = 0;  // tables inside of cells are no sheets
  std::vector<SheetBook::Sheet> sheets_;
};

/// Whether an encrypted part is named; then nothing but this list can be read.
class ManifestHandler : public XmlHandler {
 public:
  void Start(std::string_view name, const XmlAttributes&) override {
    is_encrypted_ |= name == "encryption-data";
  }
  void End(std::string_view) override {}
  void Text(std::string_view) override {}
  bool is_encrypted() const { return is_encrypted_; }

 private:
  bool is_encrypted_ = false;
};

class OdsBook : public SheetBook {
 public:
  explicit OdsBook(ZipArchive& archive) : archive_(archive) {}

  absl::Status Open() {
    constexpr char kManifest[] = "META-INF/manifest.xml";
    if (archive_.Has(kManifest)) {
      ManifestHandler manifest;
      if (absl::Status status = ReadPart(kManifest, manifest); !status.ok()) return status;
      if (manifest.is_encrypted()) {
        return absl::InvalidArgumentError(
            archive_.name() + " is protected by a password; open it and save it without one");
      }
    }
    if (archive_.Has("mimetype")) {
      auto stream = archive_.OpenPart("mimetype");
      if (!stream.ok()) return stream.status();
      const auto type = ReadUpTo(**stream, 200);
      if (!type.ok()) return type.status();
      if (type->find("spreadsheet") == std::string::npos) return NoSheets();
    }
    NamesHandler names;
    if (absl::Status status = ReadPart(kContent, names); !status.ok()) return status;
    sheets_ = std::move(names.sheets());
    return sheets_.empty() ? NoSheets() : absl::OkStatus();
  }

  const std::vector<Sheet>& sheets() const override { return sheets_; }

  absl::Status Read(std::size_t index, SheetTable* table) override {
    auto stream = archive_.OpenPart(kContent);
    if (!stream.ok()) return stream.status();
    return ReadOdsSheet(**stream, archive_.name() + ": the part " + kContent, index, table);
  }

 private:
  absl::Status NoSheets() const {
    return absl::InvalidArgumentError(archive_.name() +
                                      " is an OpenDocument file without sheets; a workbook "
                                      "(.xlsx, .ods) or a CSV file is needed");
  }
  absl::Status ReadPart(const std::string& part, XmlHandler& handler) {
    auto stream = archive_.OpenPart(part);
    if (!stream.ok()) return stream.status();
    return ReadXml(**stream, archive_.name() + ": the part " + part, handler);
  }

  ZipArchive& archive_;
  std::vector<Sheet> sheets_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<SheetBook>> OpenOdsBook(ZipArchive& archive) {
  auto book = std::make_unique<OdsBook>(archive);
  if (absl::Status status = book->Open(); !status.ok()) return status;
  return book;
}

}  // namespace tranche
