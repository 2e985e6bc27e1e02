// A PDF as somebody else's reader sees it: words in the order of the page, bookmarks, tags.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly title: string;
  readonly language: string | null;
  /** Of each page what is written on it; what is only ornament or stands on every page is left out. */
  readonly pages: readonly string[];
  readonly bookmarks: readonly string[];
  /** Roles of the tags: H1, P, Table, Figure … */
  readonly tags: ReadonlySet<string>;
  /** Figures without words for whoever cannot see them. */
  readonly silentFigures: number;
  /** Words for whoever cannot see them. */
  readonly alts: readonly string[];
  readonly fonts: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

const nodesIn = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesIn)];

interface Marked {
  readonly type?: string;
  readonly tag?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

/** What stands between the marks of an artifact is read by nobody who listens: feet of pages, lines. */
function wordsOf(items: readonly Marked[]): string {
  const open: boolean[] = [];
  let words = '';
  for (const item of items) {
    if (item.type?.startsWith('beginMarked')) open.push(item.tag === 'Artifact');
    else if (item.type === 'endMarkedContent') open.pop();
    else if (!open.includes(true)) words += `${item.str ?? ''}${item.hasEOL ? '\n' : ''}`;
  }
  return words;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const pages: string[] = [];
  const nodes: Node[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(wordsOf((await page.getTextContent({ includeMarkedContent: true })).items as Marked[]));
    nodes.push(...nodesIn(((await page.getStructTree()) ?? {}) as Node));
  }
  const outline = ((await pdf.getOutline()) ?? []) as { title: string; items: { title: string }[] }[];
  await task.destroy();
  const raw = Buffer.from(bytes).toString('latin1');
  return {
    title: String((info as Record<string, unknown>)['Title'] ?? ''),
    language: (info as Record<string, unknown>)['Language'] as string | null,
    pages,
    bookmarks: outline.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]),
    tags: new Set(nodes.flatMap(({ role }) => role ?? [])),
    silentFigures: nodes.filter(({ role, alt }) => role === 'Figure' && !alt).length,
    alts: nodes.flatMap(({ role, alt }) => (role === 'Figure' && alt ? [alt] : [])),
    fonts: [...new Set([...raw.matchAll(/\/BaseFont\s*\/([A-Z]{6}\+)?([\w-]+)/g)].map((found) => found[2]!))],
  };
}
