#!/usr/bin/env python3
"""Writes a rulebook of many bare rules (no texts, no examples), for tranche-bench-load.

    bench/generate_rulebook.py RULES > many.yaml

Conditions take turns: a country and a code, a phrase and a stem, a country with a word and years, a
code without a word. The same number gives the same bytes on every machine.
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


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    chance = random.Random(1)
    print(HEAD)
    for item in range(40):
        print(f"  item-{item}: {{counts: {'in' if item % 2 else 'out'}}}")
    print("rules:")
    for index in range(int(sys.argv[1])):
        rule = f"id: rule-{index}, is: item-{index % 40}, when: {condition(index, chance)}"
        print(f"  - {{{rule}}}")


if __name__ == "__main__":
    main()
