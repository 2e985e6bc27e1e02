// What a sentence leaves open: the names of its values, those inside plural forms included.
import { compileMessage } from '@lingui/message-utils/compileMessage';

type Token = string | [string, ...unknown[]];

/** Sorted. */
export function valuesOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (tokens: readonly Token[] | string): void => {
    if (typeof tokens === 'string') return;
    for (const token of tokens) {
      if (typeof token === 'string') continue;
      names.add(token[0]);
      const forms = token[2];
      if (typeof forms === 'object' && forms !== null) for (const form of Object.values(forms)) if (Array.isArray(form)) walk(form as Token[]);
    }
  };
  walk(compileMessage(message) as Token[] | string);
  return [...names].filter((name) => name !== '#').sort();
}
