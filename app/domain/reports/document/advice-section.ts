// Conclusions and advice: what falls short, in the one order, and for each what helped elsewhere, by what it costs and who can do it.
import { isShort } from '../../analysis/priorities/standing.ts';
import type { Block, Section } from './document.ts';
import { prioritiesTable } from './figure-tables.ts';
import type { MeasureSaid, ReportParts } from './report-parts.ts';
import { claimed, said, type Say } from './say.ts';
import { tableOf } from './table-of.ts';

export function adviceSection(say: Say, parts: ReportParts, source: string): Section {
  const { priorities } = parts.results;
  const short = priorities.filter(({ standing }) => isShort(standing));
  const blocks: Block[] = priorities.length === 0 ? [said(say, 'report.advice.nothing')] : [said(say, 'report.advice.lead'), prioritiesTable(say, parts, source)];
  return { id: 'advice', heading: say('report.section.advice'), blocks, sections: short.map((one) => adviceOn(say, parts, { ...one, source })) };
}

type Short = ReportParts['results']['priorities'][number] & { readonly source: string };

function adviceOn(say: Say, { advice }: ReportParts, { id, label, evidence, deficit, target, flagged, question, company, source }: Short): Section {
  const measures = advice.find(({ dimension }) => dimension === id)?.measures ?? [];
  const why = claimed(say, 'report.says.short', { area: label, deficit, target, evidence: say(`results.priorities.evidence.${evidence}`) });
  const blocks: Block[] = [
    ...(deficit > 0 ? [why] : []),
    ...(question ? [claimed(say, 'report.says.lowest', { question: question.text, index: question.index })] : []),
    ...(company === null ? [] : [claimed(say, 'report.says.company', { index: company })]),
    ...(flagged ? [claimed(say, 'results.priorities.must-be')] : []),
    ...(measures.length > 0 ? [measuresTable(say, id, measures, source)] : []),
  ];
  return { id: `advice-${id}`, heading: label, blocks, sections: [] };
}

function measuresTable(say: Say, area: string, measures: readonly MeasureSaid[], source: string): Block {
  const table = tableOf(say, {
    id: 'measures',
    columns: [['measure', 'text'], ['effort', 'text'], ['reach', 'text'], ['weeks', 'number'], ['answers', 'text'], ['people', 'people']],
    rows: measures,
    cells: ({ title, effort, controllability, leadWeeks, answers }) => [title, say(`plan.measure.effort.${effort}`), say(`report.reach.${controllability}`), leadWeeks, answers?.reason ?? '', answers?.people ?? null],
    source,
  });
  return { ...table, id: `measures-${area}` };
}
