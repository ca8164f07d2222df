// The claim: real exports, stored in the older encodings of their language, are found in them.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "engine/source/encoding_detection.h"
#include "engine/source/table_head.h"
#include "gtest/gtest.h"
#include "tests/source/language_samples.h"

namespace tranche {
namespace {

struct Export {
  const char* path;
  std::vector<const char*> encodings;
};

const std::vector<Export>& Exports() {
  static const std::vector<Export> exports = {
      {"cz-rozpocet-2014/rozpocet-2014.csv", {"windows-1250", "iso-8859-2", "cp852"}},
      {"gr-kratikos-proypologismos/budget-2023.csv",
       {"windows-1253", "iso-8859-7", "cp737", "x-mac-greek"}},
      {"ua-budget-2014/expenses.csv", {"windows-1251", "koi8-u", "iso-8859-5", "x-mac-cyrillic"}},
      {"mk-budzet-2014/MFBudzetIRebalansNaRMmk-MK.csv", {"windows-1251", "iso-8859-5"}},
      {"es-pge/2017-estructura_funcional.csv", {"windows-1252", "cp850", "macintosh"}},
  };
  return exports;
}

std::string Content(const std::filesystem::path& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(content).str();
}

// What is the same in UTF-8 and in `encoding`: characters that this does not have as `?`.
std::string Read(std::string_view bytes, const Encoding& encoding) {
  std::string text;
  AppendAsUtf8(bytes, encoding, &text);
  return text;
}

TEST(RealEncodings, AreFound) {
  const char* stated = std::getenv("TRANCHE_DATA_DIR");
  const std::filesystem::path folder =
      stated != nullptr && *stated != '\0'
          ? std::filesystem::path(stated)
          : std::filesystem::path(TRANCHE_SOURCE_DIR) / ".." / "shared" / "data";
  if (!std::filesystem::is_directory(folder)) {
    const std::string message = "NOT TESTED: there are no real exports at " + folder.string() +
                                "; set TRANCHE_DATA_DIR to their folder";
    if (std::getenv("CI") != nullptr) FAIL() << message;
    std::cerr << message << "\n";
    GTEST_SKIP() << message;
  }
  for (const Export& file : Exports()) {
    const std::string utf8 = Content(folder / file.path);
    ASSERT_FALSE(utf8.empty()) << file.path;
    for (const char* name : file.encodings) {
      const std::string bytes = EncodedAsFarAsPossible(utf8, name);
      const std::string_view head = std::string_view(bytes).substr(0, kDetectionBytes);
      const EncodingGuess guess = DetectEncoding(head, head.size() == bytes.size());
      std::cout << file.path << " in " << name << ": " << guess.encoding.name() << " ("
                << guess.because << ")\n";
      EXPECT_TRUE(Read(bytes, guess.encoding) == Read(bytes, *EncodingByName(name)));
      EXPECT_EQ(guess.because.find("NOT sure"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace tranche
