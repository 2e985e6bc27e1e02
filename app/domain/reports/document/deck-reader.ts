// How slides find what they say in the document of a report: by the ids of its sections, tables and charts.
import { blocksOf, type Chart, type ReportDocument, type Section, type Sentence, type Table } from './document.ts';

export interface Reader {
  readonly section: (id: string) => Section | null;
  readonly sentences: (id: string) => Sentence[];
  readonly table: (id: string) => Table | null;
  readonly charts: readonly Chart[];
  /** The sentence of the summary with a claim that begins so. */
  readonly summed: (claim: string) => Sentence | null;
  readonly method: readonly string[];
}

export function reader(document: ReportDocument): Reader {
  const all = (sections: readonly Section[]): Section[] => sections.flatMap((one) => [one, ...all(one.sections)]);
  const sections = all(document.sections);
  const blocks = blocksOf(document);
  const section = (id: string) => sections.find((one) => one.id === id) ?? null;
  const sentences = (id: string) => (section(id)?.blocks ?? []).flatMap((block) => (block.kind === 'list' ? block.sentences : block.kind === 'sentence' ? [block] : []));
  return {
    section,
    sentences,
    table: (id) => blocks.filter((block) => block.kind === 'table').find((one) => one.id === id) ?? null,
    charts: blocks.filter((block) => block.kind === 'chart'),
    summed: (claim) => sentences('summary').find((one) => one.claim?.startsWith(claim)) ?? null,
    method: ['method-asking', 'method-doubt'].flatMap((id) => sentences(id).map(({ text }) => text)),
  };
}
