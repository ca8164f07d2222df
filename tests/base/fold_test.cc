#include "engine/base/fold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fold_table.h"
#include "engine/base/utf8.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Texts(const std::vector<FoldedToken>& tokens) {
  std::vector<std::string> texts;
  for (const FoldedToken& token : tokens) texts.push_back(token.text);
  return texts;
}

std::string Joined(const std::vector<FoldedToken>& tokens) {
  std::string joined;
  for (const FoldedToken& token : tokens) {
    if (!joined.empty()) joined += ' ';
    joined += token.text;
  }
  return joined;
}

TEST(Fold, JoinsTokensBySingleSpaces) {
  EXPECT_EQ(Fold("  Federal -- Ministry,of\tDEFENCE. "), "federal ministry of defence");
  EXPECT_EQ(Fold("04.5.1"), "04 5 1");
  EXPECT_EQ(Fold("A400M"), "a400m");
  EXPECT_EQ(Fold(""), "");
  EXPECT_EQ(Fold(" .,- "), "");
}

TEST(Fold, AppendsAndKeepsWhatIsThere) {
  std::string out = "x";
  FoldTo(" Road ", &out);
  EXPECT_EQ(out, "xroad");
  FoldTo(" ... ", &out);
  EXPECT_EQ(out, "xroad");
  FoldTo(" Łódź", &out);
  EXPECT_EQ(out, "xroadlodz");
}

TEST(Fold, TakesEveryApostropheForASeparator) {
  for (const std::string_view apostrophe : {"'", "’", "ʼ", "`", "´", "‘"}) {
    EXPECT_EQ(Fold(std::string("l").append(apostrophe).append("air")), "l air") << apostrophe;
  }
}

TEST(Fold, SeparatesAtEveryDashAndSpaceOfUnicode) {
  for (const std::string_view mark : {"-", "‐", "–", "—", "\u00A0", "\u202F", "\u3000", "…", "·"}) {
    EXPECT_EQ(Fold("air" + std::string(mark) + "force"), "air force") << mark;
  }
}

TEST(Fold, InvisibleCharactersDoNotSplitAWord) {
  EXPECT_EQ(Fold("Ver\u00ADtei\u00ADdi\u00ADgung"), "verteidigung");  // soft hyphen
  EXPECT_EQ(Fold("road\u200Bworks"), "roadworks");                    // zero-width space
  EXPECT_EQ(Fold("\uFEFFroad"), "road");                              // byte-order mark
  EXPECT_EQ(Fold("ro\u2060ad"), "road");                              // word joiner
  EXPECT_EQ(Fold("\u00AD"), "");
}

TEST(Fold, ComposedAndDecomposedFormsAreEqual) {
  EXPECT_EQ(Fold("e\u0301"), Fold("é"));
  EXPECT_EQ(Fold("Z\u030Cele\u0301zniho"), "zelezniho");
  EXPECT_EQ(Fold("A\u030A"), "a");
  EXPECT_EQ(Fold("\u0301"), "");
}

TEST(Fold, TakesCompatibilityFormsApart) {
  EXPECT_EQ(Fold("ＡＢＣ１２３"), "abc123");  // full width
  EXPECT_EQ(Fold("oﬃcer ﬁeld"), "officer field");
  EXPECT_EQ(Fold("m² ①"), "m2 1");
  EXPECT_EQ(Fold("½"), "1 2");
  EXPECT_EQ(Fold("Ⅳ"), "iv");
  EXPECT_EQ(Fold("™ № ℃"), "tm no c");
}

TEST(Fold, EmojiAndSymbolsSeparate) {
  EXPECT_EQ(Fold("road😀bridge"), "road bridge");
  EXPECT_EQ(Fold("5 % € §"), "5");
}

TEST(Fold, InvalidUtf8Separates) {
  EXPECT_EQ(Fold("caf\xE9 x"), "caf x");
  EXPECT_EQ(Fold("a\xC3"), "a");
  EXPECT_EQ(Fold("\xED\xA0\x80z\xF5"), "z");
  EXPECT_EQ(Fold(std::string_view("a\0b", 3)), "a b");
}

TEST(Fold, LabelSeparatorIsATokenOfItsOwn) {
  EXPECT_EQ(Fold("Bau\x1fStraße"), "bau \x1f strasse");
  EXPECT_EQ(Fold("\x1f"), "\x1f");
  EXPECT_EQ(Fold("a \x1f\x1f b"), "a \x1f \x1f b");
  EXPECT_EQ(Fold("\x1f"
                 "a"),
            "\x1f a");
  EXPECT_EQ(Fold("a\x1f"), "a \x1f");
  EXPECT_THAT(Texts(FoldWithPlaces("a\x1f"
                                   "b")),
              ElementsAre("a", std::string(kLabelBoundaryToken), "b"));
}

TEST(Fold, ExpandingTextsFitWhateverTheyAre) {
  std::string ligatures;
  std::string expected;
  for (int i = 0; i < 1000; ++i) {
    ligatures += "ﷺ";
    expected += Fold("ﷺ");
    if (i < 999) ligatures += " ", expected += " ";
  }
  EXPECT_EQ(Fold("ﷺ"), "صلى الله عليه وسلم");
  EXPECT_EQ(Fold(ligatures), expected);
  EXPECT_EQ(Fold(std::string(1000, kLabelSeparator)).size(), 1999u);
}

TEST(FoldTable, FoldingTwiceChangesNothing) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(value, &text);
    const std::string once = Fold(text);
    ASSERT_EQ(Fold(once), once) << "U+" << std::hex << static_cast<unsigned>(value);
  }
}

TEST(FoldTable, AgreesWithTheFastPathForAscii) {
  for (char c = 0; c < 0x7F; ++c) {
    if (c == kLabelSeparator) continue;
    const std::string text(1, c);
    const FoldedForm form = LookUpFold(static_cast<unsigned char>(c));
    const std::string slow(form.action == FoldAction::kKeep ? text : std::string(form.text));
    EXPECT_EQ(Fold(text), slow) << static_cast<int>(c);
  }
}

TEST(FoldWithDigraphs, WritesGermanAndNordicLettersAsInAsciiExports) {
  EXPECT_EQ(FoldWithDigraphs("Brücke Öl Ärzte Straße"), "bruecke oel aerzte strasse");
  EXPECT_EQ(FoldWithDigraphs("Ålesund Færøyene ÆØÅ"), "aalesund faeroeyene aeoeaa");
  EXPECT_EQ(FoldWithDigraphs("École l'été"), "ecole l ete");
  EXPECT_EQ(FoldWithDigraphs("ů ï ë"), "u i e");
}

TEST(FoldWithDigraphs, SeesDecomposedLetters) {
  EXPECT_EQ(FoldWithDigraphs("Bru\u0308cke O\u0308l A\u030Alesund"), "bruecke oel aalesund");
  EXPECT_EQ(FoldWithDigraphs("u\u030A i\u0308"), "u i");
  EXPECT_EQ(FoldWithDigraphs("\u1E7B"), FoldWithDigraphs("u\u0304\u0308"));  // ṻ
  EXPECT_EQ(FoldWithDigraphs("\u01D8"), FoldWithDigraphs("u\u0308\u0301"));  // ǘ
}

TEST(FoldWithDigraphs, EqualsFoldWhereNoSuchLetterStands) {
  for (const std::string_view text : {"Łódź – l'air", "министерство",
                                      "auto\x1f"
                                      "road",
                                      "½ ﬁ"}) {
    EXPECT_EQ(FoldWithDigraphs(text), Fold(text));
  }
}

TEST(FoldWithPlaces, TellsWhereEachTokenCameFrom) {
  const std::vector<FoldedToken> tokens = FoldWithPlaces(" Łódź, A\u030Ab!");
  ASSERT_THAT(Texts(tokens), ElementsAre("lodz", "ab"));
  EXPECT_EQ(tokens[0].begin, 1u);
  EXPECT_EQ(tokens[0].end, 8u);
  EXPECT_EQ(tokens[1].begin, 10u);
  EXPECT_EQ(tokens[1].end, 14u);
  EXPECT_THAT(FoldWithPlaces(" . "), IsEmpty());
}

TEST(FoldWithPlaces, CountsAMarkBehindALetterToItsToken) {
  const std::vector<FoldedToken> tokens = FoldWithPlaces("cafe\u0301 x");
  ASSERT_THAT(Texts(tokens), ElementsAre("cafe", "x"));
  EXPECT_EQ(tokens[0].end, 6u);
}

TEST(FoldWithPlaces, GivesTheTokensOfFoldForAnyBytes) {
  const std::string_view pieces[] = {"a",  "Z",      "é",      " ", "\x1f", "½", "ß", "\xFF",
                                     "한", "\u0308", "\u00AD", "😀", "й",    "-", "ﷺ", "\xC3"};
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (unsigned i = 0; i < random() % 12; ++i) text += pieces[random() % std::size(pieces)];
    ASSERT_EQ(Joined(FoldWithPlaces(text)), Fold(text)) << testing::PrintToString(text);
    std::string appended = "kept";
    FoldTo(text, &appended);
    ASSERT_EQ(appended, "kept" + Fold(text));
  }
}

}  // namespace
}  // namespace tranche
