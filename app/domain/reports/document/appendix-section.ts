// Everything a careful reader checks: the questions as they were asked, the figures in full, the words, the rules, and how to verify them.
import type { Block, Section } from './document.ts';
import { linesTable, questionsTable } from './figure-tables.ts';
import type { ReportParts } from './report-parts.ts';
import { said, words, type Say } from './say.ts';
import { tableOf } from './table-of.ts';

const terms = ['index', 'interval', 'favourable', 'area', 'together', 'clear', 'target', 'release'] as const;
const rulesSaid = ['index', 'level', 'tests', 'questions', 'tables', 'standing', 'time', 'ladder'] as const;

export function appendixSection(say: Say, parts: ReportParts, source: string): Section {
  const { method, fingerprint } = parts;
  const tables = [questionsTable(say, parts, source), ...(parts.results.survey.previous ? [linesTable(say, parts, source)] : [])].filter(({ rows }) => rows.length > 0);
  const all: readonly (readonly [id: string, blocks: readonly Block[]])[] = [
    ['questionnaire', [questionnaireTable(say, parts, source)]],
    ['figures', tables],
    ['rules', rulesSaid.map((one) => said(say, `results.method.figures.${one}`, method.rules))],
    ['glossary', [{ kind: 'list', sentences: terms.map((term) => said(say, `report.glossary.${term}`)) }]],
    ['limits', [said(say, 'results.method.limits.text')]],
    ['verify', [said(say, 'results.method.check.text'), ...(fingerprint ? [words(say('report.verify.fingerprint', { words: fingerprint.join(' ') }))] : []), hashesTable(say, parts, source)]],
  ];
  const sections = all.flatMap(([id, blocks]): Section[] => (blocks.length === 0 ? [] : [{ id, heading: say(`report.section.${id}`), blocks, sections: [] }]));
  return { id: 'appendix', heading: say('report.section.appendix'), blocks: [], sections };
}

function questionnaireTable(say: Say, { questionnaire }: ReportParts, source: string): Block {
  return tableOf(say, {
    id: 'questionnaire',
    columns: [['question', 'text'], ['area', 'text'], ['kind', 'text'], ['answers-offered', 'text'], ['least', 'people']],
    rows: questionnaire,
    cells: ({ text, area, kind, answers, k }) => [text, area ?? '', say(`report.kind.${kind}`), answers.join(' / '), k],
    source,
  });
}

function hashesTable(say: Say, { method }: ReportParts, source: string): Block {
  return tableOf(say, {
    id: 'hashes',
    columns: [['counted', 'text'], ['hash', 'text']],
    rows: (['hash', 'manifest', 'previous', 'receipts'] as const).flatMap((one) => (method[one] === null ? [] : [[one, method[one]] as const])),
    cells: ([key, hash]) => [say(`results.method.${key}`), hash],
    source,
  });
}
