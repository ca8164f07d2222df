// The claim: the encoding of budgets is found from their text, or it is said that it is not sure.
#include "engine/source/encoding_detection.h"

#include <iostream>

#include "engine/source/text_decoder.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/source/language_samples.h"

namespace tranche {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// What the guess makes of `bytes`.
std::string Read(std::string_view bytes, const EncodingGuess& guess) {
  bytes.remove_prefix(guess.mark_bytes);
  const std::string text = DecodedText(bytes, guess.encoding, /*is_whole=*/true);
  std::string read;
  EXPECT_EQ(AppendAsUtf8(text, guess.encoding, &read), std::nullopt) << guess.encoding.name();
  return read;
}

TEST(EncodingDetection, ReadsLongTextsRightAndIsSure) {
  for (const LanguageSample& sample : LanguageSamples()) {
    for (const std::string_view encoding : sample.encodings) {
      const std::string table = SampleTable(sample, sample.titles.size());
      const std::string bytes = Encoded(table, encoding);
      const EncodingGuess guess = DetectEncoding(bytes, /*is_whole=*/true);
      EXPECT_TRUE(Read(bytes, guess) == table)
          << sample.language << " in " << encoding << " was taken for " << guess.encoding.name()
          << " (" << guess.because << ")";
      EXPECT_THAT(guess.because, Not(HasSubstr("NOT sure")))
          << sample.language << " in " << encoding << ": " << guess.encoding.name();
    }
  }
}

TEST(EncodingDetection, ReadsShortTextsRightOrSaysThatItIsNotSure) {
  std::size_t right = 0;
  std::size_t doubtful = 0;
  for (const LanguageSample& sample : LanguageSamples()) {
    for (const std::string_view encoding : sample.encodings) {
      for (const std::string_view title : sample.titles) {
        const std::string text = "a;b\n" + std::string(title) + ";1\n";
        const std::string bytes = Encoded(text, encoding);
        const EncodingGuess guess = DetectEncoding(bytes, /*is_whole=*/true);
        if (Read(bytes, guess) == text) {
          ++right;
        } else {
          ++doubtful;
          EXPECT_THAT(guess.because, Not(HasSubstr("assumed, sure")))
              << title << " in " << encoding << " was taken for " << guess.encoding.name();
        }
      }
    }
  }
  std::cout << right << " titles read right, " << doubtful << " not\n";
  EXPECT_GT(right, 5 * doubtful) << "single titles, rare encodings included";
}

TEST(EncodingDetection, SaysHowSureItIs) {
  const auto because = [](std::string_view utf8, std::string_view encoding) {
    const EncodingGuess guess = DetectEncoding(Encoded(utf8, encoding), /*is_whole=*/true);
    return std::string(guess.encoding.name()) + ": " + guess.because;
  };
  EXPECT_EQ(because("Příjmy z úroků;Požární ochrana;Důchody;Zvláštní složky;Věda", "windows-1250"),
            "windows-1250: assumed, sure: letters as in Czech");
  EXPECT_EQ(because("Größe", "windows-1252"),
            "windows-1252: assumed, fairly sure: letters as in German, 'Größe'; next iso-8859-5, "
            "'Grіпe'");
  EXPECT_EQ(because("Plače", "windows-1250"),
            "windows-1252: assumed, NOT sure: it reads 'Plaèe'; if 'Plače' is right, state "
            "`encoding: windows-1250` in the layout");
  EXPECT_EQ(because("§ 12 a", "windows-1252").substr(0, 12), "windows-1252");
}

TEST(EncodingDetection, IsNotFooledByTextThatIsNoLanguage) {
  std::string bytes;
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(0x80 + i * 7919 % 128);
  EXPECT_THAT(DetectEncoding(bytes, true).because, HasSubstr("the letters fit no language well"));
}

TEST(EncodingDetection, TakesTextWithAFewBrokenBytesForUtf8) {
  const std::string good = "Verteidigung für Länder, Brücken, Häfen und Küsten, Öl, Übungsplätze; ";
  const EncodingGuess guess = DetectEncoding(good + good + "f\xFCr", true);
  EXPECT_TRUE(guess.encoding.IsUtf8());
  EXPECT_EQ(guess.because,
            "assumed, sure: 16 letters are UTF-8; where the text is broken, as at byte 158, rows "
            "are rejected");
}

TEST(EncodingDetection, FindsWideEncodingsWithAndWithoutMark) {
  for (const LanguageSample& sample : LanguageSamples()) {
    for (const char* name : {"utf-16le", "utf-16be", "utf-32le", "utf-32be"}) {
      const std::string table = SampleTable(sample, 5);
      const std::string bytes = Encoded(table, name);
      const EncodingGuess guess = DetectEncoding(bytes, true);
      EXPECT_EQ(guess.encoding.name(), name) << sample.language;
      EXPECT_EQ(guess.mark_bytes, 0u);
      EXPECT_TRUE(Read(bytes, guess) == table);
      const EncodingGuess marked = DetectEncoding(Encoded("\uFEFF" + table, name), true);
      EXPECT_EQ(marked.encoding.name(), name);
      EXPECT_EQ(marked.because, "byte-order mark");
    }
  }
}

TEST(EncodingDetection, AStatedEncodingHoldsWhateverTheBytesSay) {
  const std::string utf8 = "Größe";
  const EncodingGuess stated = StatedEncoding(*EncodingByName("windows-1250"), utf8, true);
  EXPECT_EQ(stated.encoding.name(), "windows-1250");
  EXPECT_EQ(stated.because, "stated in the layout, but the text is valid utf-8");
  EXPECT_EQ(StatedEncoding(*EncodingByName("windows-1250"), "f\xFCr", true).because, "");
}

TEST(EncodingDetection, TheFileSaysTheOrderOfBytes) {
  const Encoding utf16 = *EncodingByName("utf-16");
  const std::string text = Encoded("a;b\n1;2\n", "utf-16be");
  EXPECT_EQ(StatedEncoding(utf16, text, true).encoding.name(), "utf-16be");
  EXPECT_EQ(StatedEncoding(utf16, "\xFE\xFF" + text, true).encoding.name(), "utf-16be");
  EXPECT_EQ(StatedEncoding(*EncodingByName("utf-16le"), "\xFE\xFF" + text, true).encoding.name(),
            "utf-16be");
}

}  // namespace
}  // namespace tranche
