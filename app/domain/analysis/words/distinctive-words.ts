// Which words one group uses more than another: weighted log-odds with an informative prior (Monroe, Colaresi and Quinn 2008),
// so that a rare word is not «typical» because one person wrote it.

/** z scores by word: positive where the first group uses it more; |z| ≥ 1.96 is worth showing. */
export function distinctiveWords(
  first: Readonly<Record<string, number>>,
  second: Readonly<Record<string, number>>,
  priorTotal: number,
): Record<string, number> {
  const words = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  const all = total(first) + total(second);
  return Object.fromEntries(
    words.map((word) => {
      const prior = (((first[word] ?? 0) + (second[word] ?? 0)) / all) * priorTotal;
      const [a, b] = [(first[word] ?? 0) + prior, (second[word] ?? 0) + prior];
      const odds = Math.log(a / (total(first) + priorTotal - a)) - Math.log(b / (total(second) + priorTotal - b));
      return [word, odds / Math.sqrt(1 / a + 1 / b)];
    }),
  );
}

const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
