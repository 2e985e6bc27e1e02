// Where the sentences of each page lie, so that a browser asks for them with the page and not after it has read its scripts.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#app/domain/kernel/language.ts';
import { sentencesName } from '#app/text/sentences-name.ts';

const known = new Map<string, ReadonlyMap<string, string>>();

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was built: the sources are being changed, and the browser reads the catalogue itself.
    return [];
  }
}

/** By name without hash: a file as it stands in addresses. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const before = known.get(folder);
  if (before) return before;
  const files = new Map<string, string>();
  for (const name of namesIn(folder)) {
    const page = /^(says-.+)-[\w-]{8}\.js$/.exec(name)?.[1];
    if (page) files.set(page, `/assets/${name}`);
  }
  known.set(folder, files);
  return files;
}

/** A `Link` header, or null. `folder`: what was built for browsers; `routes`: ids, as the framework names them. */
export function preloadSentences(folder: string, routes: readonly string[], language: Language): string | null {
  const files = filesIn(join(folder, 'assets'));
  const wanted = routes.flatMap((id) => files.get(sentencesName(id, language)) ?? []);
  return wanted.length === 0 ? null : wanted.map((file) => `<${file}>; rel=modulepreload`).join(', ');
}
