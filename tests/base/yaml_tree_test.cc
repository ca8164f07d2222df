#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "engine/base/yaml.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

YamlNode Parse(std::string content, Diagnostics* diagnostics) {
  return ParseYaml(std::make_shared<const SourceText>("my.yaml", std::move(content)), diagnostics);
}

YamlNode ParseClean(std::string content) {
  Diagnostics diagnostics;
  YamlNode node = Parse(std::move(content), &diagnostics);
  EXPECT_EQ(diagnostics.ToText(), "");
  return node;
}

std::string Messages(std::string content) {
  Diagnostics diagnostics;
  Parse(std::move(content), &diagnostics);
  return diagnostics.ToText();
}

/// `line:column+length`
std::string Place(const SourceSpan& span) {
  return std::to_string(span.line) + ":" + std::to_string(span.column) + "+" +
         std::to_string(span.length);
}

TEST(YamlTree, KeepsTextOrderQuotesAndPlaces) {
  const YamlNode root = ParseClean(
      "# a comment\n"
      "code: 020\n"
      "größe: 'ä b'  # not part of it\n"
      "list: [x, \"y\\\"z\"]\n");
  ASSERT_TRUE(root.IsMap());
  EXPECT_EQ(Place(root.span()), "2:1+1");
  ASSERT_EQ(root.entries().size(), 3u);

  EXPECT_EQ(root.entries()[0].key, "code");
  EXPECT_EQ(Place(root.entries()[0].key_span), "2:1+4");
  EXPECT_EQ(root.entries()[0].value.text(), "020");
  EXPECT_FALSE(root.entries()[0].value.quoted());
  EXPECT_EQ(Place(root.entries()[0].value.span()), "2:7+3");

  EXPECT_EQ(Place(root.entries()[1].key_span), "3:1+5");
  EXPECT_EQ(root.entries()[1].value.text(), "ä b");
  EXPECT_TRUE(root.entries()[1].value.quoted());
  EXPECT_EQ(Place(root.entries()[1].value.span()), "3:8+5");

  const YamlNode* list = root.Find("list");
  ASSERT_NE(list, nullptr);
  ASSERT_TRUE(list->IsList());
  EXPECT_EQ(Place(list->span()), "4:7+1");
  EXPECT_EQ(Place(list->items()[0].span()), "4:8+1");
  EXPECT_EQ(list->items()[1].text(), "y\"z");
  EXPECT_EQ(Place(list->items()[1].span()), "4:11+6");
  EXPECT_EQ(root.Find("nothing"), nullptr);
}

TEST(YamlTree, ReadsBlocksAndTextOverSeveralLines) {
  const YamlNode root = ParseClean("a: |\n  x\n  y\nb: >-\n  x\n  y\nc: one\n  two\n");
  EXPECT_EQ(root.Find("a")->text(), "x\ny\n");
  EXPECT_TRUE(root.Find("a")->quoted());
  EXPECT_EQ(Place(root.Find("a")->span()), "1:4+1");
  EXPECT_EQ(root.Find("b")->text(), "x y");
  EXPECT_EQ(root.Find("c")->text(), "one two");
  EXPECT_FALSE(root.Find("c")->quoted());
  EXPECT_EQ(Place(root.Find("c")->span()), "7:4+3");
}

TEST(YamlTree, AnAbsentValueHasThePlaceOfItsKey) {
  const YamlNode root = ParseClean("a:\nb: ~\nc: {d: , e}\nf:\n- \n- g\n");
  EXPECT_TRUE(root.Find("a")->IsNull());
  EXPECT_EQ(Place(root.Find("a")->span()), "1:1+1");
  EXPECT_TRUE(root.Find("b")->IsNull());
  EXPECT_EQ(Place(root.Find("b")->span()), "2:4+1");
  EXPECT_EQ(Place(root.Find("c")->Find("d")->span()), "3:5+1");
  EXPECT_TRUE(root.Find("c")->Find("e")->IsNull());
  EXPECT_EQ(Place(root.Find("f")->items()[0].span()), "5:1+1");
}

TEST(YamlTree, KnowsAllLineEndsAndTheByteOrderMark) {
  for (const std::string_view end : {"\n", "\r\n", "\r"}) {
    const std::string e(end);
    const YamlNode root = ParseClean(
        "\xEF\xBB\xBF"
        "a: 1" +
        e + "b:" + e + "  - x" + e);
    EXPECT_EQ(Place(root.Find("a")->span()), "1:4+1");
    EXPECT_EQ(root.Find("a")->text(), "1");
    EXPECT_EQ(Place(root.Find("b")->items()[0].span()), "3:5+1");
  }
}

TEST(YamlTree, AnEmptyFileIsNothing) {
  EXPECT_TRUE(ParseClean("").IsNull());
  EXPECT_TRUE(ParseClean("# only a comment\n").IsNull());
  EXPECT_TRUE(ParseClean("---\n").IsNull());
}

TEST(YamlTree, NamesItsKindsForMessages) {
  const YamlNode root = ParseClean("{a: [], b: {}, c: x, d: }");
  EXPECT_EQ(root.Find("a")->KindName(), "a list");
  EXPECT_EQ(root.Find("b")->KindName(), "a map");
  EXPECT_EQ(root.Find("c")->KindName(), "text");
  EXPECT_EQ(root.Find("d")->KindName(), "nothing");
}

TEST(YamlTree, AliasesRepeatTheirValue) {
  const YamlNode root = ParseClean("a: &x {b: [1, 2]}\nc: *x\n&k key: v\nd: *k\n");
  EXPECT_EQ(root.Find("c")->Find("b")->items()[1].text(), "2");
  EXPECT_EQ(Place(root.Find("c")->span()), "2:4+2");
  EXPECT_EQ(Place(root.Find("a")->span()), "1:7+1");
  EXPECT_EQ(root.Find("d")->text(), "key");
}

TEST(YamlTree, SpansKeepTheirTextAlive) {
  SourceSpan span;
  { span = ParseClean("a: b\n").Find("a")->span(); }
  EXPECT_EQ(span.source->Line(span.line), "a: b");
}

TEST(YamlTree, AKeyGivenTwiceNamesTheFirst) {
  Diagnostics diagnostics;
  const YamlNode root = Parse("is: x\nwhen: y\nis: {z: 1}\n", &diagnostics);
  EXPECT_EQ(diagnostics.ToText(),
            "my.yaml:3:1: error: 'is' is given twice; the first is in line 1\n"
            "  3 | is: {z: 1}\n"
            "    | ^^\n"
            "  hint: keep one of the two\n");
  EXPECT_EQ(root.entries().size(), 2u);
  EXPECT_EQ(root.Find("is")->text(), "x");
}

TEST(YamlTree, MergingIsRefusedWithAHint) {
  EXPECT_EQ(Messages("a: &x {b: 1}\nc:\n  <<: *x\n"),
            "my.yaml:3:3: error: '<<' takes nothing over here\n"
            "  3 |   <<: *x\n"
            "    |   ^^\n"
            "  hint: take over another file with `extends` or `include`\n");
  EXPECT_EQ(ParseClean("'<<': 1\n").Find("<<")->text(), "1");
}

TEST(YamlTree, KeysMustBePlainText) {
  Diagnostics diagnostics;
  const YamlNode root = Parse("? [a]\n: 1\nnull: 2\n? {b: c}\n: {d: e}\nf: 3\n", &diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 3u);
  for (const Diagnostic& item : diagnostics.items()) {
    EXPECT_EQ(item.message, "a key must be plain text");
  }
  ASSERT_EQ(root.entries().size(), 1u);
  EXPECT_EQ(root.Find("f")->text(), "3");
}

TEST(YamlTree, TagsAreRefused) {
  EXPECT_EQ(Messages("a: !!str 12\n"),
            "my.yaml:1:10: error: a value cannot begin with '!'\n"
            "  1 | a: !!str 12\n"
            "    |          ^^\n"
            "  hint: put text that begins with '!' in quotes\n");
}

TEST(YamlTree, SeveralDocumentsAreRefusedAtTheSecond) {
  EXPECT_EQ(Messages("---\na: 1\n---\nb: 2\n---\nc: 3\n"),
            "my.yaml:3:1: error: '---' begins a second text inside this file\n"
            "  3 | ---\n"
            "    | ^^^\n"
            "  hint: put it into a file of its own, or delete the '---'\n");
}

TEST(YamlTree, AnAliasBombIsDefused) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string last = std::string("*a") + std::to_string(i - 1);
    bomb.append("a").append(std::to_string(i)).append(": &a").append(std::to_string(i));
    bomb.append(" [").append(last);
    for (int j = 1; j < 10; ++j) bomb.append(", ").append(last);
    bomb += "]\n";
  }
  Diagnostics diagnostics;
  Parse(bomb, &diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1u);
  EXPECT_EQ(diagnostics.items()[0].message, "'*a2' repeats too much");
  EXPECT_EQ(diagnostics.items()[0].span.line, 4u);
}

TEST(YamlTree, AValueCannotContainItself) {
  Diagnostics diagnostics;
  Parse("a: &x [*x]\n", &diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1u);
  EXPECT_EQ(diagnostics.items()[0].message, "'*x' stands inside the value it repeats");
}

TEST(YamlTree, NestingHasAnEnd) {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + "x" + std::string(levels, ']') + "\n";
  };
  EXPECT_EQ(Messages(nested(64)), "");
  Diagnostics diagnostics;
  Parse(nested(65), &diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1u);
  EXPECT_EQ(diagnostics.items()[0].message, "lists and maps are nested more than 64 levels deep");
  EXPECT_NE(Messages(nested(5000)), "");
  EXPECT_NE(Messages(std::string(5000, '{')), "");
}

TEST(YamlTree, AliasesDoNotNestDeeperThanText) {
  std::string text = "a0: &a0 [x]\n";
  for (int i = 1; i < 80; ++i) {
    const std::string n = std::to_string(i);
    text.append("a").append(n).append(": &a").append(n);
    text.append(" [*a").append(std::to_string(i - 1)).append("]\n");
  }
  Diagnostics diagnostics;
  Parse(text, &diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1u);
  EXPECT_EQ(diagnostics.items()[0].message, "'*a61' repeats too much");
}

TEST(LoadYamlFile, ReadsAFileAndNamesItInMessages) {
  const fs::path path = fs::path(testing::TempDir()) / "tranche_load_yaml_file.yaml";
  std::ofstream(path) << "a: 1\na: 2\n";
  Diagnostics diagnostics;
  const auto root = LoadYamlFile(path.string(), &diagnostics);
  ASSERT_TRUE(root.ok());
  EXPECT_EQ(root->Find("a")->text(), "1");
  ASSERT_EQ(diagnostics.items().size(), 1u);
  EXPECT_EQ(diagnostics.items()[0].span.source->path(), path.string());
  fs::remove(path);
}

TEST(LoadYamlFile, SaysWhyAFileCannotBeRead) {
  Diagnostics diagnostics;
  const std::string folder = testing::TempDir();
  EXPECT_TRUE(absl::IsInvalidArgument(LoadYamlFile(folder, &diagnostics).status()));
  EXPECT_TRUE(absl::IsNotFound(LoadYamlFile(folder + "/no/such.yaml", &diagnostics).status()));
  const fs::path large = fs::path(folder) / "tranche_too_large.yaml";
  std::ofstream(large) << "a";
  fs::resize_file(large, (std::uintmax_t{64} << 20) + 1);
  EXPECT_TRUE(absl::IsInvalidArgument(LoadYamlFile(large.string(), &diagnostics).status()));
  fs::remove(large);
  EXPECT_TRUE(diagnostics.empty());
}

}  // namespace
}  // namespace tranche
