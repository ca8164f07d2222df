#include "tests/tidy/exceptions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tranche::tidy {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

const Finding kLong = {"a.cc", 0, "file-length", "401 lines"};
const Finding kGuard = {"a.cc", 1, "header-guard", "wrong"};

TEST(Exceptions, CoverOneRuleInOneFile) {
  EXPECT_THAT(ApplyExceptions({kLong, kGuard}, "# why\n\nfile-length a.cc one table\n", "list"),
              ElementsAre(Field(&Finding::rule, "header-guard")));
  EXPECT_THAT(ApplyExceptions({kLong}, "file-length a.cc one table\n", "list"), IsEmpty());
}

TEST(Exceptions, ThatAreNoLongerNeededFail) {
  const std::vector<Finding> findings = ApplyExceptions({}, "file-length a.cc one table\n", "list");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].ToString(),
            "list:1: no longer needed, please remove it: file-length a.cc [exception]");
}

TEST(Exceptions, NeedAReason) {
  EXPECT_THAT(
      ApplyExceptions({kLong}, "file-length a.cc\n", "list"),
      ElementsAre(Field(&Finding::rule, "file-length"), Field(&Finding::rule, "exception")));
}

}  // namespace
}  // namespace tranche::tidy
