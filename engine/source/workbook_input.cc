#include "engine/source/workbook_input.h"

#include <algorithm>
#include <charconv>
#include <list>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "engine/source/sheet_book.h"
#include "engine/source/sheet_table.h"
#include "engine/source/workbook.h"
#include "engine/source/zip_archive.h"

namespace tranche {
namespace {

constexpr std::size_t kNamesShown = 10;

class WorkbookInput : public InputFile, public Workbook {
 public:
  WorkbookInput(std::string name, std::unique_ptr<RawBytes> raw,
                std::unique_ptr<ZipArchive> archive, std::unique_ptr<SheetBook> book)
      : name_(std::move(name)),
        raw_(std::move(raw)),
        archive_(std::move(archive)),
        book_(std::move(book)),
        tables_(book_->sheets().size()) {}

  const std::string& name() const override { return name_; }
  Compression compression() const override { return Compression::kNone; }
  std::optional<std::uint64_t> size_bytes() const override { return raw_->size_bytes(); }
  Workbook* workbook() override { return this; }

  absl::StatusOr<std::string_view> Head(std::size_t size_bytes) override;
  absl::StatusOr<std::unique_ptr<ByteStream>> OpenStream() override;
  absl::StatusOr<std::string> Sha256() override { return Sha256Of(*raw_); }

  absl::StatusOr<std::vector<std::string>> Candidates() override;
  absl::Status Choose(const std::string& sheet, std::uint32_t header_row) override;
  const SheetFacts& facts() const override { return tables_[*chosen_]->facts(); }
  std::vector<std::string> Assumptions() const override;

 private:
  absl::Status ReadSheet(std::size_t index);
  absl::StatusOr<std::vector<std::size_t>> FilledSheets();
  absl::StatusOr<std::size_t> OnlyCandidate();
  absl::StatusOr<std::size_t> SheetNamed(const std::string& sheet);
  std::string SheetList() const;

  std::string name_;
  std::unique_ptr<RawBytes> raw_;
  std::unique_ptr<ZipArchive> archive_;
  std::unique_ptr<SheetBook> book_;
  std::vector<std::unique_ptr<SheetTable>> tables_;  ///< of the sheets read so far
  std::optional<std::size_t> chosen_;
  bool is_stated_ = false;
  std::uint32_t header_row_ = 1;
  std::mutex head_mutex_;
  std::list<std::string> heads_;  // the last is the longest; views of the others stay valid
  bool head_is_all_ = false;
};

absl::Status WorkbookInput::ReadSheet(std::size_t index) {
  if (tables_[index]) return absl::OkStatus();
  auto table = std::make_unique<SheetTable>(book_->sheets()[index].name, name_);
  if (absl::Status status = book_->Read(index, table.get()); !status.ok()) return status;
  if (absl::Status status = table->Finish(); !status.ok()) return status;
  tables_[index] = std::move(table);
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::size_t>> WorkbookInput::FilledSheets() {
  std::vector<std::size_t> filled;
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    if (book_->sheets()[i].is_hidden) continue;
    if (absl::Status status = ReadSheet(i); !status.ok()) return status;
    if (!tables_[i]->is_empty()) filled.push_back(i);
  }
  return filled;
}

absl::StatusOr<std::vector<std::string>> WorkbookInput::Candidates() {
  const auto filled = FilledSheets();
  if (!filled.ok()) return filled.status();
  std::vector<std::string> names;
  for (const std::size_t index : *filled) names.push_back(book_->sheets()[index].name);
  return names;
}

// "'2023' (120 rows, 8 columns), 'Notes' (empty), 'Old' (hidden)"
std::string WorkbookInput::SheetList() const {
  std::string list;
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    if (i > 0) list += ", ";
    list += "'" + book_->sheets()[i].name + "'";
    if (book_->sheets()[i].is_hidden) list += " (hidden)";
    if (!tables_[i] || book_->sheets()[i].is_hidden) continue;
    const SheetFacts& facts = tables_[i]->facts();
    list += tables_[i]->is_empty() ? std::string(" (empty)")
                                   : " (" + std::to_string(facts.rows) + " rows, " +
                                         std::to_string(facts.columns.size()) + " columns)";
  }
  return list;
}

absl::StatusOr<std::size_t> WorkbookInput::OnlyCandidate() {
  const auto filled = FilledSheets();
  if (!filled.ok()) return filled.status();
  if (filled->size() == 1) return filled->front();
  if (filled->empty()) {
    return absl::InvalidArgumentError(
        name_ + " has no visible sheet with content" +
        (tables_.empty() ? std::string() : "; its sheets are " + SheetList()));
  }
  return absl::InvalidArgumentError(
      name_ + " has several sheets, and nothing says which one is meant: " + SheetList() +
      "; write its name or number into the layout, as in `file: {sheet: \"" +
      book_->sheets()[filled->front()].name + "\"}`");
}

absl::StatusOr<std::size_t> WorkbookInput::SheetNamed(const std::string& sheet) {
  const std::vector<SheetBook::Sheet>& sheets = book_->sheets();
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (sheets[i].name == sheet) return i;
  }
  std::size_t number = 0;
  const char* const end = sheet.data() + sheet.size();
  const auto [rest, error] = std::from_chars(sheet.data(), end, number);
  if (error == std::errc() && rest == end && number >= 1 && number <= sheets.size()) {
    return number - 1;
  }
  return absl::InvalidArgumentError(name_ + " has no sheet '" + sheet + "'; its sheets are " +
                                    SheetList());
}

absl::Status WorkbookInput::Choose(const std::string& sheet, std::uint32_t header_row) {
  const auto index = sheet.empty() ? OnlyCandidate() : SheetNamed(sheet);
  if (!index.ok()) return index.status();
  if (absl::Status status = ReadSheet(*index); !status.ok()) return status;
  if (tables_[*index]->is_empty()) {
    return absl::InvalidArgumentError(name_ + ": the sheet '" + book_->sheets()[*index].name +
                                      "' is empty");
  }
  is_stated_ = !sheet.empty();
  if (chosen_ == *index && header_row == header_row_) return absl::OkStatus();
  chosen_ = *index;
  header_row_ = header_row;
  tables_[*index]->SetHeaderRow(header_row);
  const std::lock_guard<std::mutex> lock(head_mutex_);
  heads_.clear();
  head_is_all_ = false;
  return absl::OkStatus();
}

std::vector<std::string> WorkbookInput::Assumptions() const {
  const SheetBook::Sheet& sheet = book_->sheets()[*chosen_];
  std::vector<std::string> sentences = {"sheet '" + sheet.name + "'" +
                                        (sheet.is_hidden ? " (hidden)" : "")};
  if (!is_stated_) sentences.front() += " (the only visible one with content)";
  for (std::string& sentence : SheetSentences(facts(), header_row_)) {
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

absl::StatusOr<std::string_view> WorkbookInput::Head(std::size_t size_bytes) {
  const std::lock_guard<std::mutex> lock(head_mutex_);
  if (heads_.empty() || (heads_.back().size() < size_bytes && !head_is_all_)) {
    auto stream = OpenStream();
    if (!stream.ok()) return stream.status();
    auto head = ReadUpTo(**stream, size_bytes);
    if (!head.ok()) return head.status();
    head_is_all_ = head->size() < size_bytes;
    heads_.push_back(*std::move(head));
  }
  return std::string_view(heads_.back()).substr(0, size_bytes);
}

absl::StatusOr<std::unique_ptr<ByteStream>> WorkbookInput::OpenStream() {
  if (!chosen_) {
    const auto index = OnlyCandidate();
    if (!index.ok()) return index.status();
    chosen_ = *index;
  }
  return tables_[*chosen_]->OpenStream();
}

absl::Status NoWorkbook(const ZipArchive& archive) {
  if (archive.Has("xl/workbook.bin")) {
    return absl::InvalidArgumentError(archive.name() +
                                      " is a binary workbook (.xlsb); open it and save it as "
                                      ".xlsx");
  }
  if (archive.Has("[Content_Types].xml") || archive.Has("mimetype")) {
    return absl::InvalidArgumentError(archive.name() +
                                      " is an Office document without sheets; a workbook (.xlsx, "
                                      ".ods) or a CSV file is needed");
  }
  const std::vector<std::string> parts = archive.PartNames();
  std::string list;
  for (std::size_t i = 0; i < std::min(parts.size(), kNamesShown); ++i) {
    list += (i == 0 ? "" : ", ") + parts[i];
  }
  if (parts.size() > kNamesShown) list += ", …";
  return absl::InvalidArgumentError(archive.name() + " is a ZIP file and no workbook" +
                                    (list.empty() ? "" : "; it holds " + list) +
                                    "; unpack it and name the file in it");
}

absl::StatusOr<std::unique_ptr<SheetBook>> OpenBook(ZipArchive& archive) {
  if (archive.Has("content.xml")) return OpenOdsBook(archive);
  if (archive.Has("xl/workbook.bin")) return NoWorkbook(archive);
  if (archive.Has("xl/workbook.xml") || archive.Has("_rels/.rels")) {
    if (!archive.Has("word/document.xml") && !archive.Has("ppt/presentation.xml")) {
      return OpenXlsxBook(archive);
    }
  }
  return NoWorkbook(archive);
}

/// A name as directories of old Office documents hold it.
std::string AsUtf16(std::string_view name) {
  std::string text;
  for (const char c : name) {
    text += c;
    text += '\0';
  }
  return text;
}

}  // namespace

bool IsZipMark(std::string_view first_bytes) {
  using std::string_view_literals::operator""sv;
  const std::string_view mark = first_bytes.substr(0, 4);
  return mark == "PK\x03\x04"sv || mark == "PK\x05\x06"sv;
}

bool IsOldOfficeMark(std::string_view first_bytes) {
  return first_bytes.substr(0, 4) == "\xD0\xCF\x11\xE0";
}

absl::StatusOr<std::unique_ptr<InputFile>> MakeWorkbookInput(std::string name,
                                                             std::unique_ptr<RawBytes> raw) {
  auto archive = ZipArchive::Open(*raw, name);
  if (!archive.ok()) return archive.status();
  auto book = OpenBook(**archive);
  if (!book.ok()) return book.status();
  return std::make_unique<WorkbookInput>(std::move(name), std::move(raw), *std::move(archive),
                                         *std::move(book));
}

absl::Status OldOfficeProblem(const std::string& name, RawBytes& raw) {
  const std::string password = AsUtf16("EncryptedPackage");
  const std::string sheets = AsUtf16("Workbook");
  constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
  std::string bytes;
  std::uint64_t offset_bytes = 0;
  bool has_sheets = false;
  for (;;) {
    const std::size_t kept = std::min(bytes.size(), password.size());
    bytes.erase(0, bytes.size() - kept);
    bytes.resize(kept + kPieceBytes);
    const auto got = raw.ReadAt(offset_bytes, bytes.data() + kept, kPieceBytes);
    if (!got.ok()) return got.status();
    bytes.resize(kept + *got);
    offset_bytes += *got;
    if (bytes.find(password) != std::string::npos) {
      return absl::InvalidArgumentError(
          name + " is protected by a password; open it and save it without one");
    }
    has_sheets |= bytes.find(sheets) != std::string::npos;
    if (*got == 0) break;
  }
  return absl::InvalidArgumentError(
      name + (has_sheets ? " is a workbook of the old format (.xls); open it and save it as .xlsx"
                         : " is an old Office document; open it and save the table as .xlsx or as "
                           "CSV UTF-8"));
}

}  // namespace tranche
