#include "engine/base/yaml_writer.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "engine/base/diagnostic.h"

namespace tranche {
namespace {

YamlNode Parse(const std::string& text) {
  Diagnostics diagnostics;
  YamlNode root = ParseYaml(std::make_shared<const SourceText>("my.yaml", text), &diagnostics);
  EXPECT_EQ(diagnostics.ToText(), "") << text;
  return root;
}

/// The same values in the same order, whatever the places and quotes.
bool IsSame(const YamlNode& a, const YamlNode& b) {
  const bool is_alike = a.kind() == b.kind() && (a.IsNull() || a.text() == b.text()) &&
                        a.items().size() == b.items().size() &&
                        a.entries().size() == b.entries().size();
  if (!is_alike) return false;
  for (std::size_t i = 0; i < a.items().size(); ++i) {
    if (!IsSame(a.items()[i], b.items()[i])) return false;
  }
  for (std::size_t i = 0; i < a.entries().size(); ++i) {
    if (a.entries()[i].key != b.entries()[i].key) return false;
    if (!IsSame(a.entries()[i].value, b.entries()[i].value)) return false;
  }
  return true;
}

TEST(WriteYaml, ComesBackAsTheSameTree) {
  for (const char* text :
       {"a: 1\n", "[]\n", "{}\n", "~\n", "a: ~\nb: {}\nc: []\n", "a: {b: [1, {c: d}], e: 25 %}\n",
        "a: \"020\"\nb: 'NO'\nc: \"1e3\"\nd: \"\"\ne: 'it''s'\n", "a: |\n  two\n  lines\n",
        "\"a: b\": \"- c # d\"\n\"NO\": \"*\"\n\"\": x\n", "- - a\n  - b\n- {c: \"x, y\"}\n",
        "a: \"*straße\"\nb: \"$x\"\nc: $x\nd: \"a\\tb\\u00a0c\"\n", "2025: 40 %\n"}) {
    const YamlNode tree = Parse(text);
    EXPECT_TRUE(IsSame(Parse(WriteYaml(tree)), tree)) << text << "became\n" << WriteYaml(tree);
    EXPECT_TRUE(IsSame(Parse(WriteYamlLine(tree) + "\n"), tree)) << WriteYamlLine(tree);
  }
}

TEST(WriteYaml, QuotesWhatAnotherReaderWouldTakeForSomethingElse) {
  EXPECT_EQ(WriteYamlLine(Parse("[NO, 020, 1e3, on, 12, \"12\"]")),
            R"(["NO", "020", "1e3", "on", 12, "12"])");
}

TEST(WriteYaml, PutsCommentsBehindTheParts) {
  YamlWriting writing;
  writing.comment = [](std::size_t depth, const SourceSpan& place, const SourceSpan&) {
    return depth <= 2 ? std::to_string(place.line) : "";
  };
  writing.width = 20;
  EXPECT_EQ(WriteYaml(Parse("a: x\nb:\n  c: {d: e}\n  f: {g: a long text, h: that takes lines}\n"
                            "i:\n  - {id: r, when: [and a lot of words]}\n"),
                      writing),
            R"(a: x  # 1
b:  # 2
  c: {d: e}  # 3
  f:  # 4
    g: a long text
    h: that takes lines
i:  # 5
  - id: r  # 6
    when:
      - and a lot of words
)");
}

}  // namespace
}  // namespace tranche
