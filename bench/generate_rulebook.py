#!/usr/bin/env python3
"""Writes a rulebook of many rules, for tranche-bench-load and `tranche check`.

    bench/generate_rulebook.py RULES [--documented] > many.yaml

Conditions take turns: a country and a code, a phrase and a stem, a country with a word and years, a
code without a word. Bare rules have no texts and no examples. Documented ones are what a ministry
would keep: a comment, a reason, a source, a day of review, and two examples that hold; `tranche
check` finds nothing wrong with them. The same call gives the same bytes on every machine.
"""

import random
import sys

COUNTRIES = ["DEU", "ITA", "ESP", "FRA", "POL", "NOR"]
SYLLABLES = "ba de fi gor hul kan lem mi nor pa qui ras sel tor ul ver wik zan".split()

HEAD = """rulebook: many
format: 1
buckets:
  in: {title: In}
  out: {title: Out}
otherwise: out
items:"""


def condition(index, chance):
    def word():
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))

    country = chance.choice(COUNTRIES)
    kind = index % 4
    if kind == 0:
        return f'{{country: {country}, code: {{cofog: "0{chance.randint(1, 9)}.{index}"}}}}'
    if kind == 1:
        return f'{{words: [{word()} {word()}, "{word()}*"]}}'
    if kind == 2:
        return f"{{country: {country}, words: {word()}, year: 20{chance.randint(10, 30)}..}}"
    return f'{{code: {{esp-programa: "{chance.randint(100, 999)}X{index}"}}, not: {{words: {word()}}}}}'


def own_word(index, number):
    """A word that no other rule has."""
    rest = index * 2 + number
    word = "z"
    for _ in range(5):
        word += SYLLABLES[rest % len(SYLLABLES)]
        rest //= len(SYLLABLES)
    return word


def documented_condition(index, chance):
    """A condition; a line that it takes, and one that it does not."""
    country = chance.choice(COUNTRIES)
    word, other = own_word(index, 0), own_word(index, 1)
    kind = index % 4
    if kind == 0:
        code = f"0{chance.randint(1, 9)}"
        return (
            f'{{country: {country}, code: {{cofog: "{code}.{index}"}}}}',
            f'country: {country}, code: {{cofog: "{code}.{index}.1"}}',
            f'country: {country}, code: {{cofog: "{code}.{index}1"}}',
        )
    if kind == 1:
        return (
            f'{{words: [{other} works, "{word}*"]}}',
            f"country: {country}, description: Building of the {word}en in the north",
            f"country: {country}, description: Building of the {other} in the north",
        )
    if kind == 2:
        year = chance.randint(2010, 2030)
        return (
            f"{{country: {country}, words: {word}, year: {year}..}}",
            f"country: {country}, year: {year + 1}, description: Works on the {word}",
            f"country: {country}, year: {year - 1}, description: Works on the {word}",
        )
    code = f"{chance.randint(100, 999)}X{index:06}"
    return (
        f'{{code: {{esp-programa: "{code}"}}, not: {{words: {word}}}}}',
        f'country: ESP, code: {{esp-programa: "{code}"}}, description: Obras del norte',
        f'country: ESP, code: {{esp-programa: "{code}"}}, description: Obras del {word}',
    )


def print_documented(index, chance):
    when, taken, left = documented_condition(index, chance)
    print(f"""
  # Rule {index}: asked for by the budget committee in its session of 12 May, after the audit
  # office had found such lines under two headings.
  - id: rule-{index}
    is: item-{index % 40}
    when: {when}
    why: >-
      Such lines pay for what the agreed text calls item {index % 40}, and for nothing else; the
      ministry's own guide says so in chapter {index % 9 + 1}.
    source: Guide to the budget, 2025 edition, page {index % 300 + 1}
    review_by: 2099-06-30
    examples:
      - {{{taken}, gives: item-{index % 40}}}
      - {{{left}, gives: no match}}""")


def main():
    is_documented = sys.argv[2:] == ["--documented"]
    if len(sys.argv) != (3 if is_documented else 2) or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    chance = random.Random(1)
    print(HEAD)
    for item in range(40):
        print(f"  item-{item}: {{counts: {'in' if item % 2 else 'out'}}}")
    print("rules:")
    for index in range(int(sys.argv[1])):
        if is_documented:
            print_documented(index, chance)
            continue
        rule = f"id: rule-{index}, is: item-{index % 40}, when: {condition(index, chance)}"
        print(f"  - {{{rule}}}")


if __name__ == "__main__":
    main()
