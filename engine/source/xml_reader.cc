#include "engine/source/xml_reader.h"

#include <expat.h>

#include <memory>
#include <type_traits>

namespace tranche {
namespace {

constexpr int kPieceBytes = 1 << 16;

std::string_view Local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct Listener {
  XML_Parser parser;
  XmlHandler& handler;
  bool has_document_type = false;
};

void OnStart(void* listener, const XML_Char* name, const XML_Char** attributes) {
  static_cast<Listener*>(listener)->handler.Start(Local(name), XmlAttributes(attributes));
}

void OnEnd(void* listener, const XML_Char* name) {
  static_cast<Listener*>(listener)->handler.End(Local(name));
}

void OnText(void* listener, const XML_Char* text, int size) {
  static_cast<Listener*>(listener)->handler.Text({text, static_cast<std::size_t>(size)});
}

void OnDocumentType(void* state, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  auto& listener = *static_cast<Listener*>(state);
  listener.has_document_type = true;
  XML_StopParser(listener.parser, XML_FALSE);
}

absl::Status Problem(const Listener& listener, const std::string& name) {
  if (listener.has_document_type) {
    return absl::InvalidArgumentError(
        name + " declares a document type, as no workbook does; it is not read");
  }
  const std::string place = " (line " + std::to_string(XML_GetCurrentLineNumber(listener.parser)) +
                            ": " + XML_ErrorString(XML_GetErrorCode(listener.parser)) + ")";
  return absl::DataLossError(name + " is damaged or cut off" + place +
                             "; open the file in the program that made it and save it again");
}

}  // namespace

std::optional<std::string_view> XmlAttributes::Find(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (name == *pair) return pair[1];
  }
  return std::nullopt;
}

std::optional<std::string_view> XmlAttributes::FindLocal(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (name == Local(*pair)) return pair[1];
  }
  return std::nullopt;
}

absl::Status ReadXml(ByteStream& stream, const std::string& name, XmlHandler& handler) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), &XML_ParserFree);
  if (!parser) return absl::ResourceExhaustedError(name + ": not enough memory");
  Listener listener{parser.get(), handler};
  XML_SetUserData(parser.get(), &listener);
  XML_SetElementHandler(parser.get(), OnStart, OnEnd);
  XML_SetCharacterDataHandler(parser.get(), OnText);
  XML_SetStartDoctypeDeclHandler(parser.get(), OnDocumentType);
  for (;;) {
    void* const buffer = XML_GetBuffer(parser.get(), kPieceBytes);
    if (buffer == nullptr) return absl::ResourceExhaustedError(name + ": not enough memory");
    const auto got = stream.Read(static_cast<char*>(buffer), kPieceBytes);
    if (!got.ok()) return got.status();
    const bool is_last = *got == 0;
    const XML_Status parsed = XML_ParseBuffer(parser.get(), static_cast<int>(*got), is_last);
    if (!handler.status().ok()) return handler.status();
    if (parsed != XML_STATUS_OK) return Problem(listener, name);
    if (is_last) return absl::OkStatus();
  }
}

bool IsTrue(std::optional<std::string_view> value) {
  return value == "1" || value == "true" || value == "on";
}

}  // namespace tranche
