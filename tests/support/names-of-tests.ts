const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Sentences of the tests in a source; a `%s`, `%i` or `${…}` stands for anything. A table of cases may stand over many lines. */
export function namesOfTests(source: string): RegExp[] {
  const found = source.matchAll(/(?:\btest(?:\.(?:each|runIf)\([^\n]*?\))?|^\s*\](?: as const)?\))\(\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/gm);
  const names = [...found].map(([, quoted, template]) => (quoted ?? template ?? '').replaceAll("\\'", "'"));
  return names.map((name) => new RegExp(`^${literally(name).replace(/%[si]/g, '.+').replace(/\\\$\\\{.*?\\\}/g, '.+')}$`));
}
