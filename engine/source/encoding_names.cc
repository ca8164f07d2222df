// Names of encodings, and the tables that ICU makes of them.
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/suggest.h"
#include "engine/base/utf8.h"
#include "engine/source/encoding.h"

namespace tranche {
namespace {

constexpr std::size_t kLongestName = 60;

// What messages call an encoding, and what a wrong name is compared with.
constexpr std::string_view kKnownNames[] = {
    "utf-8",         "utf-16",       "utf-16le",     "utf-16be",       "utf-32",
    "utf-32le",      "utf-32be",     "windows-1250", "windows-1251",   "windows-1252",
    "windows-1253",  "windows-1254", "windows-1255", "windows-1256",   "windows-1257",
    "windows-1258",  "windows-874",  "iso-8859-1",   "iso-8859-2",     "iso-8859-3",
    "iso-8859-4",    "iso-8859-5",   "iso-8859-6",   "iso-8859-7",     "iso-8859-8",
    "iso-8859-9",    "iso-8859-10",  "iso-8859-13",  "iso-8859-14",    "iso-8859-15",
    "koi8-r",        "koi8-u",       "cp437",        "cp737",          "cp775",
    "cp850",         "cp852",        "cp855",        "cp857",          "cp858",
    "cp862",         "cp863",        "cp865",        "cp866",          "cp869",
    "macintosh",     "macroman",     "x-mac-ce",     "x-mac-cyrillic", "x-mac-greek",
    "x-mac-turkish", "gb18030",      "gbk",          "gb2312",         "big5",
    "big5-hkscs",    "shift_jis",    "euc-jp",       "euc-kr",         "windows-949",
    "us-ascii",
};

struct UseAs {
  std::string_view plain;
  const char* name;
};
// Letters and digits of a name, and the encoding that is meant by it.
constexpr UseAs kUseAs[] = {
    // Windows' encodings hold all letters of these, and what calls itself by their names mostly
    // comes from Windows.
    {"latin1", "windows-1252"},   {"iso88591", "windows-1252"}, {"latin5", "windows-1254"},
    {"iso88599", "windows-1254"}, {"ucs2", "utf-16"},           {"utf8bom", "utf-8"},
    {"utf8sig", "utf-8"},
};

std::string LettersAndDigits(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      plain += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      plain += c;
    }
  }
  return plain;
}

class Converter {
 public:
  // Null inside where ICU does not know the name.
  explicit Converter(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    // ICU also opens files by a name that it does not know; those are none of ours.
    if (name.empty() || ::ucnv_countAliases(name.c_str(), &status) == 0) return;
    status = U_ZERO_ERROR;
    converter_ = ::ucnv_open(name.c_str(), &status);
    if (U_FAILURE(status)) converter_ = nullptr;
  }
  ~Converter() {
    if (converter_ != nullptr) ::ucnv_close(converter_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  UConverter* get() const { return converter_; }

  std::string Name() const {
    UErrorCode status = U_ZERO_ERROR;
    return ::ucnv_getName(converter_, &status);
  }

  bool IsSingleByte() const {
    const UConverterType type = ::ucnv_getType(converter_);
    return type == UCNV_SBCS || type == UCNV_LATIN_1 || type == UCNV_US_ASCII;
  }

  // The character of one byte, 0 where there is none.
  char32_t CodePointOf(char byte) const {
    UErrorCode status = U_ZERO_ERROR;
    ::ucnv_reset(converter_);
    ::ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    const char* source = &byte;
    const UChar32 value = ::ucnv_getNextUChar(converter_, &source, &byte + 1, &status);
    return U_FAILURE(status) || value == 0xFFFD ? 0 : static_cast<char32_t>(value);
  }

 private:
  UConverter* converter_ = nullptr;
};

// Those of its names that messages use, else the one that the user wrote.
std::string ShownName(const std::string& converter, const std::string& written) {
  std::vector<std::string> aliases;
  UErrorCode status = U_ZERO_ERROR;
  const std::uint16_t count = ::ucnv_countAliases(converter.c_str(), &status);
  for (std::uint16_t i = 0; i < count; ++i) {
    aliases.push_back(LettersAndDigits(::ucnv_getAlias(converter.c_str(), i, &status)));
  }
  for (const std::string_view known : kKnownNames) {
    if (std::find(aliases.begin(), aliases.end(), LettersAndDigits(known)) != aliases.end()) {
      return std::string(known);
    }
  }
  std::string shown = written;
  std::transform(shown.begin(), shown.end(), shown.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return shown;
}

// Whether all that delimiters, quotes and line ends can be is where ASCII has it. (Tables of IBM
// have some other control characters elsewhere.)
bool KeepsAscii(const Converter& converter) {
  for (char byte = 0x20; byte < 0x7F; ++byte) {
    if (converter.CodePointOf(byte) != static_cast<char32_t>(byte)) return false;
  }
  return std::all_of(std::begin("\t\r\n"), std::end("\t\r\n") - 1, [&](char byte) {
    return converter.CodePointOf(byte) == static_cast<char32_t>(byte);
  });
}

std::array<Encoding::Letter, 256> LettersOf(const Converter& converter) {
  std::array<Encoding::Letter, 256> letters;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char byte = static_cast<char>(i);
    const char32_t value = i < 0x80 ? static_cast<char32_t>(i) : converter.CodePointOf(byte);
    if (i >= 0x80 && (value == 0 || IsControl(value))) continue;
    std::string text;
    AppendUtf8(value, &text);
    if (text.size() > letters[i].bytes.size()) continue;
    std::copy(text.begin(), text.end(), letters[i].bytes.begin());
    letters[i].size = static_cast<std::uint8_t>(text.size());
  }
  return letters;
}

}  // namespace

std::optional<Encoding> EncodingByName(std::string_view name) {
  if (name.size() > kLongestName || name.find('\0') != std::string_view::npos) return std::nullopt;
  const std::string plain = LettersAndDigits(name);
  std::string wanted(name);
  for (const UseAs& use : kUseAs) {
    if (plain == use.plain) wanted = use.name;
  }
  if (plain == "utf8" || wanted == "utf-8") return Encoding();
  const Converter converter(wanted);
  if (converter.get() == nullptr) return std::nullopt;
  auto set = std::make_shared<Encoding::Set>();
  set->converter = converter.Name();
  if (set->converter == "UTF-8") return Encoding();
  // Their other names.
  if (set->converter == "ISO-8859-1" && plain != "windows1252") {
    return EncodingByName("windows-1252");
  }
  if (set->converter == "ibm-920_P100-1995") return EncodingByName("windows-1254");
  set->name = ShownName(set->converter, wanted);
  if (converter.IsSingleByte() && KeepsAscii(converter)) {
    set->kind = Encoding::Kind::kSingleByte;
    set->letters = LettersOf(converter);
  }
  Encoding encoding;
  encoding.set_ = std::move(set);
  return encoding;
}

std::string EncodingAdvice(std::string_view wrong_name) {
  std::vector<std::string> names(std::begin(kKnownNames), std::end(kKnownNames));
  for (const UseAs& use : kUseAs) names.emplace_back(use.plain);
  std::string advice = DidYouMean(wrong_name, names);
  if (!advice.empty()) return advice;
  return "write its name as in utf-8, utf-16, windows-1250, iso-8859-2, cp852, macintosh or "
         "gb18030, or leave `encoding` out";
}

}  // namespace tranche
