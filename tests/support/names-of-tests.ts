const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Sentences of the tests in a source; a `%s`, `%i` or `${…}` stands for anything. */
export function namesOfTests(source: string): RegExp[] {
  const found = source.matchAll(/\btest(?:\.(?:each|runIf)\([^\n]*?\))?\(\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g);
  const names = [...found].map(([, quoted, template]) => (quoted ?? template ?? '').replaceAll("\\'", "'"));
  return names.map((name) => new RegExp(`^${literally(name).replace(/%[si]/g, '.+').replace(/\\\$\\\{.*?\\\}/g, '.+')}$`));
}
