// The sentences of the ballot page, which stand in functions and in lists as well as in strings.

/** Every sentence by its path; a sentence with values is spoken with 2, 3 and 4, which both plural forms of English survive. */
export function ballotSentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(path.endsWith('together') ? value(['2', '3']) : value(2, 3, 4))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'words' && path === '' ? [] : ballotSentences(inner, `${path}.${key}`)));
}
