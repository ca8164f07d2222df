#include "tests/source/zip_file.h"

#include <zip.h>

#include <cstdint>
#include <fstream>
#include <sstream>

#include "gtest/gtest.h"

namespace tranche {

std::string Zipped(const ZipParts& parts) {
  const TemporaryFile file("", "zipped");
  zip_t* const zip = zip_open(file.path().c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  EXPECT_NE(zip, nullptr);
  for (const auto& [name, content] : parts) {
    zip_source_t* const source = zip_source_buffer(zip, content.data(), content.size(), 0);
    EXPECT_GE(zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8), 0);
  }
  EXPECT_EQ(zip_close(zip), 0);
  std::stringstream bytes;
  bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
  return bytes.str();
}

ZipParts XlsxParts(std::string_view sheet, std::string_view strings, std::string_view styles) {
  const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string links =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
      "relationships\">";
  const auto link = [&](const char* id, const std::string& type, const char* target) {
    return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + office + "/" + type +
           "\" Target=\"" + target + "\"/>";
  };
  ZipParts parts = {
      {"[Content_Types].xml", "<Types/>"},
      {"_rels/.rels", links + link("a", "officeDocument", "/xl/workbook.xml") + "</Relationships>"},
      {"xl/workbook.xml",
       "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office +
           "\"><workbookPr/><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
           "</workbook>"},
      {"xl/_rels/workbook.xml.rels", links + link("r1", "worksheet", "worksheets/sheet1.xml") +
                                         link("r2", "sharedStrings", "sharedStrings.xml") +
                                         link("r3", "styles", "styles.xml") + "</Relationships>"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet xmlns=\"" + main + "\">" + std::string(sheet) + "</worksheet>"},
  };
  if (!strings.empty()) {
    parts.emplace_back("xl/sharedStrings.xml", "<sst>" + std::string(strings) + "</sst>");
  }
  if (!styles.empty()) {
    parts.emplace_back("xl/styles.xml", "<styleSheet>" + std::string(styles) + "</styleSheet>");
  }
  return parts;
}

ZipParts OdsParts(std::string_view body, std::string_view styles) {
  const std::string spaces =
      " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
      " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
      " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
      " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
      " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
      " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";
  return {
      {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
      {"content.xml",
       "<office:document-content" + spaces + "><office:automatic-styles>" + std::string(styles) +
           "</office:automatic-styles><office:body><office:spreadsheet>" + std::string(body) +
           "</office:spreadsheet></office:body></office:document-content>"}};
}

}  // namespace tranche
