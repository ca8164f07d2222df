// Words of every script that budgets of the alliance are written in, with what must be left of
// them.
#include <gtest/gtest.h>

#include <string_view>

#include "engine/base/fold.h"

namespace tranche {
namespace {

TEST(FoldScripts, LatinLettersThatNoDecompositionTakesApart) {
  EXPECT_EQ(Fold("ø Ø æ Æ å Å"), "o o ae ae a a");
  EXPECT_EQ(Fold("ß ẞ œ Œ ł Ł"), "ss ss oe oe l l");
  EXPECT_EQ(Fold("đ Đ þ Þ ð Ð"), "d d th th d d");
  EXPECT_EQ(Fold("ŋ Ŋ ħ Ħ ŧ Ŧ"), "n n h h t t");
  EXPECT_EQ(Fold("ſ ŉ ĳ Ǆ"), "s n ij dz");
}

TEST(FoldScripts, LatinLanguages) {
  EXPECT_EQ(Fold("Bundesministerium für Straßen"), "bundesministerium fur strassen");
  EXPECT_EQ(Fold("Défense de l'État"), "defense de l etat");
  EXPECT_EQ(Fold("Señalización"), "senalizacion");
  EXPECT_EQ(Fold("Forças Armadas à disposição"), "forcas armadas a disposicao");
  EXPECT_EQ(Fold("Żołnierz łączności"), "zolnierz lacznosci");
  EXPECT_EQ(Fold("Železniční přejezd, dálnice"), "zeleznicni prejezd dalnice");
  EXPECT_EQ(Fold("Ľudový dôchodok, mäkčeň"), "ludovy dochodok makcen");
  EXPECT_EQ(Fold("Őrség, honvédség, tűzoltó"), "orseg honvedseg tuzolto");
  EXPECT_EQ(Fold("Apărare națională și Țara"), "aparare nationala si tara");
  EXPECT_EQ(Fold("Drošība, ceļš, ģenerālis"), "drosiba cels generalis");
  EXPECT_EQ(Fold("Krašto apsauga, geležinkelių"), "krasto apsauga gelezinkeliu");
  EXPECT_EQ(Fold("Kaitseväe sõidutee"), "kaitsevae soidutee");
  EXPECT_EQ(Fold("Forsvarsfjölskylda, Þjóðvegur"), "forsvarsfjolskylda thjodvegur");
  EXPECT_EQ(Fold("Oružane snage, đak, čamac, ćilim"), "oruzane snage dak camac cilim");
  EXPECT_EQ(Fold("Mbrojtja e Shqipërisë, çështje"), "mbrojtja e shqiperise ceshtje");
}

TEST(FoldScripts, TurkishWithAndWithoutDots) {
  EXPECT_EQ(Fold("İ"), "i");
  EXPECT_EQ(Fold("I"), "i");
  EXPECT_EQ(Fold("ı"), "i");
  EXPECT_EQ(Fold("i"), "i");
  EXPECT_EQ(Fold("i\u0307"), "i");
  EXPECT_EQ(Fold("SAVUNMA BAKANLIĞI"), Fold("savunma bakanlığı"));
  EXPECT_EQ(Fold("Jandarma İçişleri Şehit Gümrük"), "jandarma icisleri sehit gumruk");
}

TEST(FoldScripts, GreekWithAccentsAndFinalSigma) {
  EXPECT_EQ(Fold("Στρατός"), "στρατοσ");
  EXPECT_EQ(Fold("ΣΤΡΑΤΟΣ"), "στρατοσ");
  EXPECT_EQ(Fold("Εθνική Άμυνα, ευρωπαϊκή"), "εθνικη αμυνα ευρωπαικη");
  EXPECT_EQ(Fold("ΐ ᾳ"), "ι α");
}

TEST(FoldScripts, Cyrillic) {
  EXPECT_EQ(Fold("Министерство на отбраната"), "министерство на отбраната");
  EXPECT_EQ(Fold("й Й и\u0306"), "и и и");
  EXPECT_EQ(Fold("ё Ё"), "е е");
  EXPECT_EQ(Fold("ї Ґ є"), "і ґ є");
  EXPECT_EQ(Fold("ѓ ќ Џ љ"), "г к џ љ");
}

TEST(FoldScripts, GeorgianAndArmenian) {
  EXPECT_EQ(Fold("თავდაცვის სამინისტრო"), "თავდაცვის სამინისტრო");
  EXPECT_EQ(Fold("ᲗᲐᲕᲓᲐᲪᲕᲐ"), "თავდაცვა");
  EXPECT_EQ(Fold("ՊԱՇՏՊԱՆՈՒԹՅԱՆ"), "պաշտպանության");
  EXPECT_EQ(Fold("և"), "եւ");
}

TEST(FoldScripts, EastAsian) {
  EXPECT_EQ(Fold("防衛省・予算"), "防衛省 予算");
  EXPECT_EQ(Fold("ｶﾀｶﾅ"), Fold("カタカナ"));
  EXPECT_EQ(Fold("국방"), Fold("\u1100\u116E\u11A8\u1107\u1161\u11BC"));
  EXPECT_EQ(Fold("국 방"), Fold("국") + " " + Fold("방"));
}

TEST(FoldScripts, OtherScriptsKeepLettersAndDigits) {
  EXPECT_EQ(Fold("وزارة الدفاع"), "وزارة الدفاع");
  EXPECT_EQ(Fold("משרד הביטחון"), "משרד הביטחון");
  EXPECT_EQ(Fold("٢٠٢٥"), "٢٠٢٥");
}

}  // namespace
}  // namespace tranche
