#include "engine/source/xlsx_parts.h"

#include <charconv>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/source/xml_reader.h"

namespace tranche {
namespace {

std::string_view LastWord(std::string_view type) { return type.substr(type.rfind('/') + 1); }

std::string_view FolderOf(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
}

/// `target` as a name in the archive: relative to a folder (with its slash), or from the top.
std::string PartAt(std::string_view folder, std::string_view target) {
  if (!target.empty() && target[0] == '/') return std::string(target.substr(1));
  while (target.substr(0, 3) == "../") {
    target.remove_prefix(3);
    folder = FolderOf(folder.substr(0, folder.empty() ? 0 : folder.size() - 1));
  }
  if (target.substr(0, 2) == "./") target.remove_prefix(2);
  return std::string(folder) + std::string(target);
}

class LinkHandler : public XmlHandler {
 public:
  explicit LinkHandler(std::string_view folder) : folder_(folder) {}

  void Start(std::string_view name, const XmlAttributes& attributes) override {
    const auto id = attributes.Find("Id");
    const auto type = attributes.Find("Type");
    const auto target = attributes.Find("Target");
    if (name != "Relationship" || !id || !type || !target) return;
    if (attributes.Find("TargetMode") == "External") return;
    links_[std::string(*id)] = {std::string(LastWord(*type)), PartAt(folder_, *target)};
  }
  void End(std::string_view) override {}
  void Text(std::string_view) override {}

  XlsxLinks& links() { return links_; }

 private:
  std::string_view folder_;
  XlsxLinks links_;
};

/// `si` entries: plain (`t`) or in runs (`r`); the readings of Japanese words (`rPh`) are no text.
class StringsHandler : public XmlHandler {
 public:
  void Start(std::string_view name, const XmlAttributes&) override {
    if (name == "si") text_.clear();
    if (name == "rPh") is_reading_ = true;
    if (name == "t") is_text_ = !is_reading_;
  }
  void End(std::string_view name) override {
    if (name == "si") strings_.Add(WithoutEscapes(text_));
    if (name == "rPh") is_reading_ = false;
    if (name == "t") is_text_ = false;
  }
  void Text(std::string_view text) override {
    if (is_text_) text_.append(text);
  }

  SharedStrings& strings() { return strings_; }

 private:
  SharedStrings strings_;
  std::string text_;
  bool is_text_ = false;
  bool is_reading_ = false;
};

class LooksHandler : public XmlHandler {
 public:
  void Start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "cellXfs") is_cells_ = true;
    if (name != "numFmt" && !(name == "xf" && is_cells_)) return;
    int id = 0;
    const std::string_view number = attributes.Find("numFmtId").value_or("0");
    std::from_chars(number.data(), number.data() + number.size(), id);
    if (name == "numFmt") {
      own_[id] = LookOfFormat(attributes.Find("formatCode").value_or(""));
      return;
    }
    const auto own = own_.find(id);
    looks_.push_back(own != own_.end() ? own->second : LookOfBuiltInFormat(id));
  }
  void End(std::string_view name) override {
    if (name == "cellXfs") is_cells_ = false;
  }
  void Text(std::string_view) override {}

  std::vector<NumberLook>& looks() { return looks_; }

 private:
  std::map<int, NumberLook> own_;
  std::vector<NumberLook> looks_;
  bool is_cells_ = false;
};

absl::Status ReadPart(ZipArchive& archive, const std::string& part, XmlHandler& handler) {
  auto stream = archive.OpenPart(part);
  if (!stream.ok()) return stream.status();
  return ReadXml(**stream, archive.name() + ": the part " + part, handler);
}

/// The four hexadecimal digits of `_xHHHH_` at the beginning of `text`.
std::optional<char32_t> EscapeAt(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return std::nullopt;
  std::uint16_t value = 0;
  const auto [rest, error] = std::from_chars(text.data() + 2, text.data() + 6, value, 16);
  if (error != std::errc() || rest != text.data() + 6) return std::nullopt;
  return value;
}

}  // namespace

absl::StatusOr<XlsxLinks> ReadXlsxLinks(ZipArchive& archive, std::string_view part) {
  const std::string_view folder = FolderOf(part);
  const std::string list =
      std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
  LinkHandler handler(folder);
  if (!archive.Has(list)) return std::move(handler.links());
  if (absl::Status status = ReadPart(archive, list, handler); !status.ok()) return status;
  return std::move(handler.links());
}

absl::StatusOr<SharedStrings> ReadSharedStrings(ZipArchive& archive, const std::string& part) {
  StringsHandler handler;
  if (absl::Status status = ReadPart(archive, part, handler); !status.ok()) return status;
  return std::move(handler.strings());
}

absl::StatusOr<std::vector<NumberLook>> ReadXlsxLooks(ZipArchive& archive,
                                                      const std::string& part) {
  LooksHandler handler;
  if (absl::Status status = ReadPart(archive, part, handler); !status.ok()) return status;
  return std::move(handler.looks());
}

std::string WithoutEscapes(std::string_view text) {
  std::string plain;
  std::size_t begin = 0;
  for (std::size_t at = text.find("_x"); at != text.npos; at = text.find("_x", at)) {
    std::optional<char32_t> value = EscapeAt(text.substr(at));
    std::size_t size = 7;
    if (value && *value >= 0xD800 && *value < 0xDC00) {
      const std::optional<char32_t> low = EscapeAt(text.substr(at + size));
      if (low && *low >= 0xDC00 && *low < 0xE000) {
        value = 0x10000 + ((*value - 0xD800) << 10) + (*low - 0xDC00);
        size = 14;
      }
    }
    if (!value || *value == 0 || (*value >= 0xD800 && *value < 0xE000)) {
      at += 2;
      continue;
    }
    plain.append(text.substr(begin, at - begin));
    AppendUtf8(*value, &plain);
    at += size;
    begin = at;
  }
  if (begin == 0) return std::string(text);
  return plain.append(text.substr(begin));
}

}  // namespace tranche
