#include "engine/layout/number_format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "engine/base/int128.h"

namespace tranche {
namespace {

using ::testing::HasSubstr;

constexpr NumberFormat kEnglish{'.', ','};
constexpr NumberFormat kGerman{',', '.'};
constexpr NumberFormat kFrench{',', ' '};
constexpr NumberFormat kSwiss{'.', '\''};
constexpr NumberFormat kPlain{'.', '\0'};
constexpr NumberFormat kWholeOnly{'\0', '\0'};

/// The amount as text, or the name of the problem.
std::string Read(std::string_view cell, NumberFormat format, std::int64_t unit = 1) {
  const ParsedNumber number = ParseAmount(cell, format, unit);
  switch (number.problem) {
    case NumberProblem::kNone:
      return number.amount.ToString();
    case NumberProblem::kEmpty:
      return "empty";
    case NumberProblem::kNotANumber:
      return "not a number";
    case NumberProblem::kBadGrouping:
      return "bad grouping";
    case NumberProblem::kAmbiguous:
      return "ambiguous";
    case NumberProblem::kTooLarge:
      return "too large";
  }
  return "?";
}

std::string Off(std::string_view cell, NumberFormat format, std::int64_t unit = 1) {
  return Int128ToString(ParseAmount(cell, format, unit).rounded_off_picos);
}

TEST(ParseAmount, ReadsTheExamplesOfTheDesign) {
  EXPECT_EQ(Read("1.234.567,89", kGerman), "1234567.89");
  EXPECT_EQ(Read("1 234,5", kFrench), "1234.5");
  EXPECT_EQ(Read("(1,234)", kEnglish), "-1234");
  EXPECT_EQ(Read("1'234.5-", kSwiss), "-1234.5");
  EXPECT_EQ(Read("-7", kPlain), "-7");
  EXPECT_EQ(Read("7,79E+12", kGerman), "7790000000000");
  EXPECT_EQ(Read(" 99,305,000 ", kEnglish), "99305000");
  EXPECT_EQ(Read("\" 99,305,000 \"", kEnglish), "99305000");
}

TEST(ParseAmount, ReadsWhatNationalExportsHold) {
  EXPECT_EQ(Read("-847732,870", kGerman), "-847732.87");
  EXPECT_EQ(Read(" 77.7", kPlain), "77.7");
  EXPECT_EQ(Read("27219453.00", kPlain), "27219453");
  EXPECT_EQ(Read("26,946", kEnglish, 1000), "26946000");
  EXPECT_EQ(Read(".5", kPlain), "0.5");
  EXPECT_EQ(Read("5.", kPlain), "5");
  EXPECT_EQ(Read("+12", kPlain), "12");
  EXPECT_EQ(Read("007", kPlain), "7");
}

TEST(ParseAmount, TakesEveryKindOfSpaceAndMinus) {
  EXPECT_EQ(Read("1\u00A0234\u00A0567", kFrench), "1234567");
  EXPECT_EQ(Read("1\u202F234,5", kFrench), "1234.5");
  EXPECT_EQ(Read("\u00A0 12 \u202F", kPlain), "12");
  EXPECT_EQ(Read("\u22125", kPlain), "-5");
  EXPECT_EQ(Read("\u20135", kPlain), "-5");
  EXPECT_EQ(Read("- 1 234", kFrench), "-1234");
  EXPECT_EQ(Read("( 1,234.50 )", kEnglish), "-1234.5");
  EXPECT_EQ(Read("1\u2019234.5", kSwiss), "1234.5");
}

TEST(ParseAmount, LoneDashesAndSpacesAreEmptyAndZeroIsNot) {
  for (const char* cell : {"", "   ", "-", "\u2013", "\u2014", "\u2212", " - ", "\u00A0", "\"\""}) {
    EXPECT_EQ(Read(cell, kEnglish), "empty") << cell;
  }
  EXPECT_EQ(Read("0", kEnglish), "0");
  EXPECT_EQ(Read("-0", kEnglish), "0");
  EXPECT_EQ(Read("0.00", kEnglish), "0");
}

TEST(ParseAmount, RefusesWhatIsNoNumber) {
  for (const char* cell : {"n/a",  "12a",  "€ 5", "1e",  "E5",    "e",    "--5",   "-5-",
                           "(-5)", "(5)-", "()",  "+-5", "1.2.3", "...",  ".",     "1 2",
                           "0x10", "inf",  "NaN", "1;2", "5%",    "\xFF", "1E2.5", "1E5E5"}) {
    EXPECT_EQ(Read(cell, kPlain), "not a number") << cell;
  }
  EXPECT_EQ(Read(std::string_view("1\0005", 3), kWholeOnly), "not a number");
}

TEST(ParseAmount, GroupsHaveThreeDigitsOrTheCellIsRefused) {
  for (const char* cell : {"1,23", "1,2345", "12,34,567", "1234,567", ",123", "1,234,", "1,,234",
                           "1,234.5,678", "1.234,567", "0,123", "1,23.5", "1.234.567,8"}) {
    EXPECT_EQ(Read(cell, kEnglish),
              std::string_view(cell) == "1.234.567,8" ? "not a number" : "bad grouping")
        << cell;
  }
  EXPECT_EQ(Read("1234567.8", kEnglish), "1234567.8");
  EXPECT_EQ(Read("1,234", kPlain), "not a number");
  EXPECT_EQ(Read("1,234E5", kEnglish), "not a number");
}

TEST(ParseAmount, AMarkIsAmbiguousWhereOnlyWholeNumbersWereSeen) {
  EXPECT_EQ(Read("1234567", kWholeOnly), "1234567");
  EXPECT_EQ(Read("1.234", kWholeOnly), "ambiguous");
  EXPECT_EQ(Read("1,5", kWholeOnly), "ambiguous");
  EXPECT_EQ(Read("1 234", kWholeOnly), "not a number");
}

TEST(ParseAmount, RoundsHalfToEvenAtTheSixthDecimalAndSaysWhatItTook) {
  EXPECT_EQ(Read("0.0000005", kPlain), "0");
  EXPECT_EQ(Off("0.0000005", kPlain), "500000");
  EXPECT_EQ(Read("0.0000015", kPlain), "0.000002");
  EXPECT_EQ(Off("0.0000015", kPlain), "-500000");
  EXPECT_EQ(Read("-0.0000015", kPlain), "-0.000002");
  EXPECT_EQ(Off("-0.0000015", kPlain), "500000");
  EXPECT_EQ(Read("0.00000050000000000000000001", kPlain), "0.000001");
  EXPECT_EQ(Read("1234.5678914", kPlain), "1234.567891");
  EXPECT_EQ(Off("1234.5678914", kPlain), "400000");
  EXPECT_EQ(Off("1234.567891", kPlain), "0");
  EXPECT_EQ(Off("12.5000000000", kPlain), "0");
}

TEST(ParseAmount, TheUnitMultipliesBeforeRounding) {
  EXPECT_EQ(Read("0.0000005", kPlain, 1'000'000), "0.5");
  EXPECT_EQ(Off("0.0000005", kPlain, 1'000'000), "0");
  EXPECT_EQ(Read("1.2345678", kPlain, 1000), "1234.5678");
}

TEST(ParseAmount, SpreadsheetNoiseIsReadExactly) {
  EXPECT_EQ(Read("0.1000000000000000055511151231257827021181583404541015625", kPlain), "0.1");
  EXPECT_EQ(Off("0.1000000000000000055511151231257827021181583404541015625", kPlain), "0");
  EXPECT_EQ(Read("20859000.000000004", kPlain), "20859000");
  EXPECT_EQ(Off("20859000.000000004", kPlain), "4000");
}

TEST(ParseAmount, ExponentsOfAnySizeAreExactOrTooLarge) {
  EXPECT_EQ(Read("1e3", kPlain), "1000");
  EXPECT_EQ(Read("123456E-2", kPlain), "1234.56");
  EXPECT_EQ(Read("0E999999999999", kPlain), "0");
  EXPECT_EQ(Read("1E999999999999", kPlain), "too large");
  EXPECT_EQ(Read("-1E-999999999999", kPlain), "0");
  EXPECT_EQ(Read("00000000000000000000000000000000000000000000012", kPlain), "12");
}

TEST(ParseAmount, TheRangeEndsAtOneHundredTwentySevenBitsOfMicros) {
  const std::string largest = "170141183460469231731687303715884.105727";
  EXPECT_EQ(Read(largest, kPlain), largest);
  EXPECT_EQ(Read("-" + largest, kPlain), "-" + largest);
  EXPECT_EQ(Read("170141183460469231731687303715884.105728", kPlain), "too large");
  EXPECT_EQ(Read(largest + "5", kPlain), "too large");
  EXPECT_EQ(Read(largest + "4", kPlain), largest);
  EXPECT_EQ(Read("999999999999999999", kPlain, INT64_MAX), "too large");
  EXPECT_EQ(Read("999999999999999999", kPlain), "999999999999999999");
  EXPECT_EQ(Read("9999999999999999999", kPlain), "9999999999999999999");
}

// The slow check: decimal digits in vectors, least first, in units of 10^-kSlowPlaces. It shares no
// step with the parser: it multiplies by adding, and rounds by comparing texts.
constexpr std::size_t kSlowPlaces = 40;

class SlowDecimal {
 public:
  SlowDecimal(const std::string& whole, const std::string& fraction) {
    std::string text = whole + fraction + std::string(kSlowPlaces - fraction.size(), '0');
    for (std::size_t i = text.size(); i-- > 0;) digits_.push_back(text[i] - '0');
  }

  void Add(const SlowDecimal& other) {
    digits_.resize(std::max(digits_.size(), other.digits_.size()) + 1, 0);
    for (std::size_t i = 0; i < digits_.size(); ++i) {
      digits_[i] += i < other.digits_.size() ? other.digits_[i] : 0;
      if (digits_[i] > 9) {
        digits_[i] -= 10;
        ++digits_[i + 1];
      }
    }
  }
  void TimesByAdding(int factor) {
    const SlowDecimal once = *this;
    for (int i = 1; i < factor; ++i) Add(once);
  }
  void ShiftLeft(std::size_t places) { digits_.insert(digits_.begin(), places, 0); }

  /// In 10^-`places`, rounded half to even.
  std::string RoundedAt(std::size_t places) const {
    std::string text;
    for (std::size_t i = digits_.size(); i-- > 0;) text += static_cast<char>('0' + digits_[i]);
    const std::size_t cut = text.size() - (kSlowPlaces - places);
    std::string kept = text.substr(0, cut);
    const std::string rest = text.substr(cut);
    const std::string half = "5" + std::string(rest.size() - 1, '0');
    const bool is_odd = (kept.back() - '0') % 2 == 1;
    if (rest > half || (rest == half && is_odd)) {
      std::size_t i = kept.size();
      while (i > 0 && kept[i - 1] == '9') kept[--i] = '0';
      if (i > 0) {
        ++kept[i - 1];
      } else {
        kept.insert(0, "1");
      }
    }
    const std::size_t first = kept.find_first_not_of('0');
    return first == std::string::npos ? "0" : kept.substr(first);
  }

 private:
  std::vector<int> digits_;
};

std::string RandomDigits(std::mt19937& random, std::size_t size) {
  // Many nines, fives and zeros: where rounding and carries happen.
  constexpr std::string_view kDigits = "01234567899990005555";
  std::string digits;
  for (std::size_t i = 0; i < size; ++i) digits += kDigits[random() % kDigits.size()];
  return digits;
}

std::string Grouped(const std::string& whole, char mark) {
  if (mark == '\0' || whole[0] == '0') return whole;
  std::string text;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) text += mark;
    text += whole[i];
  }
  return text;
}

TEST(ParseAmount, AgreesWithASlowCheckOnRandomNumbersInEveryFormat) {
  std::mt19937 random(20250624);
  const std::vector<NumberFormat> formats = {kEnglish, kGerman, kFrench, kSwiss, kPlain};
  for (int round = 0; round < 20000; ++round) {
    const NumberFormat format = formats[random() % formats.size()];
    const std::string whole = RandomDigits(random, 1 + random() % 19);  // 10^-12 must fit, too
    const std::string fraction = RandomDigits(random, random() % 24);
    const bool negative = random() % 2 == 0;
    const std::size_t thousands = random() % 3;
    const int factor = 1 + static_cast<int>(random() % 9);
    std::int64_t unit = factor;
    for (std::size_t i = 0; i < thousands; ++i) unit *= 1000;
    std::string cell = Grouped(whole, format.group);
    if (!fraction.empty()) cell += format.decimal + fraction;
    if (negative) {
      const std::vector<std::string> forms = {"-" + cell, cell + "-", "(" + cell + ")"};
      cell = forms[random() % forms.size()];
    }
    SlowDecimal exact(whole, fraction);
    exact.TimesByAdding(factor);
    exact.ShiftLeft(3 * thousands);

    const ParsedNumber number = ParseAmount(cell, format, unit);
    ASSERT_EQ(number.problem, NumberProblem::kNone) << cell;
    const Int128 sign = negative ? -1 : 1;
    ASSERT_EQ(Int128ToString(sign * number.amount.micros()), exact.RoundedAt(6)) << cell;
    // Nothing is lost: what is kept and what was taken make the number again.
    const Int128 whole_again =
        sign * (number.amount.micros() * 1'000'000 + number.rounded_off_picos);
    ASSERT_EQ(Int128ToString(whole_again), exact.RoundedAt(12)) << cell;
  }
}

TEST(ParseAmount, ExponentsMoveTheMarkAndNothingElse) {
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    const std::string digits = RandomDigits(random, 2 + random() % 15);
    const std::size_t split = 1 + random() % (digits.size() - 1);
    const std::size_t places = random() % 10;
    const std::string scientific = digits.substr(0, 1) + "." + digits.substr(1);
    const std::string shifted = digits.substr(0, split) + "." + digits.substr(split) + "E" +
                                (random() % 2 == 0 ? "+" : "") + std::to_string(places);
    const std::string same = scientific + "e" + std::to_string(places + split - 1);
    ASSERT_EQ(Read(shifted, kPlain), Read(same, kPlain)) << shifted << " " << same;
    std::string written = digits + std::string(30, '0');
    written.insert(split + places, ".");
    ASSERT_EQ(Read(shifted, kPlain), Read(written, kPlain)) << shifted << " " << written;
  }
}

TEST(ParseAmount, NoBytesMakeItFail) {
  std::mt19937 random(99);
  constexpr std::string_view kAlphabet = "0123456789.,'- ()+eE\"\xC2\xA0\xE2\x80\xAF\x99\x93x";
  for (int round = 0; round < 50000; ++round) {
    std::string cell;
    for (std::size_t i = random() % 12; i > 0; --i) cell += kAlphabet[random() % kAlphabet.size()];
    for (const NumberFormat format : {kEnglish, kFrench, kSwiss, kWholeOnly}) {
      const ParsedNumber number = ParseAmount(cell, format, 1);
      ASSERT_TRUE(number.problem == NumberProblem::kNone || number.amount.IsZero()) << cell;
    }
  }
}

/// `decimal|group`, or the message of the question.
std::string Decide(const std::vector<std::string_view>& cells, std::optional<char> decimal = {},
                   std::optional<char> group = {}, std::string* assumption = nullptr) {
  std::string ignored;
  const auto format =
      DecideNumberFormat(cells, decimal, group, assumption != nullptr ? assumption : &ignored);
  if (!format.ok()) {
    EXPECT_EQ(format.status().code(), absl::StatusCode::kInvalidArgument);
    return std::string(format.status().message());
  }
  const auto shown = [](char c) { return c == '\0' ? std::string("none") : std::string(1, c); };
  return shown(format->decimal) + "|" + shown(format->group);
}

TEST(DecideNumberFormat, OneCellThatCanOnlyBeReadOneWayDecidesForAll) {
  EXPECT_EQ(Decide({"26,946", "1,234,567"}), ".|,");
  EXPECT_EQ(Decide({"1.234", "1.234.567"}), ",|.");
  EXPECT_EQ(Decide({"23584918.00"}), ".|none");
  EXPECT_EQ(Decide({"1.234", "12,5"}), ",|.");
  EXPECT_EQ(Decide({"1.234", "0.125"}), ".|none");
  EXPECT_EQ(Decide({"1.234", "23584.918"}), ".|none");
  EXPECT_EQ(Decide({"1.234", "7.79E+12"}), ".|none");
  EXPECT_EQ(Decide({"(1,234)", "1,234.5-"}), ".|,");
  EXPECT_EQ(Decide({"1 234", "1 234,50"}), ",| ");
  EXPECT_EQ(Decide({"1\u202F234", "5.123"}), ".| ");
  EXPECT_EQ(Decide({"1'234", "1.5"}), ".|'");
}

TEST(DecideNumberFormat, OfTwoMarksTheLastIsDecimal) {
  EXPECT_EQ(Decide({"1,234.567"}), ".|,");
  EXPECT_EQ(Decide({"1.234,567"}), ",|.");
}

TEST(DecideNumberFormat, WholeNumbersLeaveTheMarksOpen) {
  std::string assumption;
  EXPECT_EQ(Decide({"1234567", "12", "", "-"}, {}, {}, &assumption), "none|none");
  EXPECT_EQ(assumption,
            "no amount of the first 2 has a decimal mark; a later one that has will be rejected; "
            "thousands are not grouped");
  EXPECT_EQ(Decide({"1 234"}), "none| ");
  EXPECT_EQ(Decide({}), "none|none");
}

TEST(DecideNumberFormat, AsksWhatOnlyTheUserCanKnow) {
  EXPECT_EQ(
      Decide({"12", "1.234", "999"}),
      "is '1.234' a whole number in the thousands, or a number with three decimals? No amount "
      "in the first rows says it. Write `file: {decimal: \",\"}` into the layout where it is "
      "in the thousands, `file: {decimal: \".\"}` where it has decimals");
  EXPECT_THAT(Decide({"12.5", "12,5"}), HasSubstr("'12.5' and '12,5' cannot be written in one"));
  EXPECT_THAT(Decide({"12.5", "1.234.567"}), HasSubstr("contradict each other"));
  EXPECT_THAT(Decide({"1 234 567", "1'234'567"}), HasSubstr("contradict each other"));
  EXPECT_THAT(Decide({"1.234", "1,234"}), HasSubstr("is '1.234' a whole number"));
  EXPECT_THAT(Decide({"1 234 567", "1.234", "1,234"}), HasSubstr("contradict each other"));
}

TEST(DecideNumberFormat, WhatTheLayoutStatesIsKept) {
  std::string assumption;
  EXPECT_EQ(Decide({"1.234"}, ',', {}, &assumption), ",|.");
  EXPECT_EQ(assumption, "thousands are grouped by '.' (as in '1.234')");
  EXPECT_EQ(Decide({"1.234"}, '.'), ".|none");
  EXPECT_EQ(Decide({"12.5", "1.234"}, ','), ",|none");
  EXPECT_EQ(Decide({"1,234"}, {}, ','), ".|,");
  EXPECT_EQ(Decide({"1.234"}, {}, '\0'), ".|none");
  EXPECT_EQ(Decide({"12,5"}, {}, ','), ".|,");
  EXPECT_EQ(Decide({"1.234.567"}, '.'), ".|none");
  EXPECT_EQ(Decide({"12,5", "1 234"}, '.', ',', &assumption), ".|,");
  EXPECT_EQ(assumption, "");
}

TEST(DecideNumberFormat, SaysWhatItAssumedAndFromWhichAmount) {
  std::string assumption;
  EXPECT_EQ(Decide({"x", "1,234", "1,234,567"}, {}, {}, &assumption), ".|,");
  EXPECT_EQ(
      assumption,
      "decimals follow '.', for the other mark groups thousands; thousands are grouped by ',' "
      "(as in '1,234,567')");
  EXPECT_EQ(Decide({"23584918.00"}, {}, {}, &assumption), ".|none");
  EXPECT_EQ(assumption, "decimals follow '.' (as in '23584918.00'); thousands are not grouped");
}

TEST(DecideNumberFormat, CellsThatAreNoNumbersDecideNothing) {
  EXPECT_EQ(Decide({"n/a", "1.2.3", "12.34,5", "1,2.3,4", "12 5"}), "none|none");
}

}  // namespace
}  // namespace tranche
