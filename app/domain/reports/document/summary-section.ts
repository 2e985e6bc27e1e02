// Five sentences for whoever reads nothing else: who answered, how it stands, what is high and low, what moved or differs, what to do first.
import type { Finding } from '../../analysis/map/findings.ts';
import { isShort } from '../../analysis/priorities/standing.ts';
import type { FindingView } from '../finding-view.ts';
import type { Section, Sentence } from './document.ts';
import type { ReportParts } from './report-parts.ts';
import { ageSaid, claimed, findingSaid, type Say } from './say.ts';

export function summarySection(say: Say, parts: ReportParts): Section {
  const sentences = [peopleSaid(say, parts), overallSaid(say, parts), ...summedUp(parts.results).map((finding) => findingSaid(say, finding)), firstSaid(say, parts)];
  return { id: 'summary', heading: say('report.section.summary'), blocks: [...oldSaid(say, parts), { kind: 'list', sentences: sentences.filter((one) => one !== null) }], sections: [] };
}

/** Before everything else where they were out of date when this was written. */
export const oldSaid = (say: Say, { age }: Pick<ReportParts, 'age'>): Sentence[] => (age.old ? [ageSaid(say, age)] : []);

function peopleSaid(say: Say, { results: { participation } }: ReportParts): Sentence {
  const { answered, invited, percent } = participation;
  return invited === null || percent === null ? claimed(say, 'report.says.people.some', { answered }) : claimed(say, 'report.says.people', { answered, invited, percent });
}

export function overallSaid(say: Say, { results: { overall } }: ReportParts): Sentence | null {
  if (!overall) return null;
  const { index, interval, repeatability } = overall.level;
  const figure = claimed(say, repeatability === null ? 'report.says.overall' : 'report.says.overall.all', { index, low: interval[0], high: interval[1] });
  const beyond = overall.beyond.length === 0 ? null : say('report.says.overall.with', { others: say.group({ names: overall.beyond, with: [] }) });
  const level = beyond === null ? figure : { ...figure, text: say('report.joined', { one: figure.text, other: beyond }) };
  const { arrow, points } = overall.change;
  if (arrow === null || points === null) return level;
  const change = claimed(say, `own.change.${arrow}`, { points: Math.abs(points) });
  return { ...level, text: say('report.joined', { one: level.text, other: change.text }), numbers: [...level.numbers, ...change.numbers] };
}

const spans: readonly Finding['code'][] = ['strongest-and-weakest', 'one-dimension', 'levels-alike', 'too-few'];
const unsaid: readonly Finding['code'][] = ['departments-untested', 'rest-untested'];

/** What differs before what moved: somebody has to act on it. */
const clearest: readonly Finding['code'][] = ['below-the-rest', 'fell', 'rose', 'above-the-rest'];

/** How it stands, and what is clearest; at most two. */
export function summedUp({ findings }: Pick<ReportParts['results'], 'findings'>): FindingView[] {
  const span = findings.find(({ code }) => spans.includes(code));
  const clear = clearest.flatMap((code) => findings.find((one) => one.code === code) ?? [])[0] ?? findings.find(({ code }) => !spans.includes(code) && !unsaid.includes(code));
  return [span, clear].filter((one) => one !== undefined);
}

/** The first of the one order that falls short, with the measure that comes first; that nothing does, where nothing does. */
export function firstSaid(say: Say, { results: { priorities, dimensions }, advice }: ReportParts): Sentence | null {
  const first = priorities.find(({ standing }) => isShort(standing));
  if (!first) return dimensions.length === 0 ? null : claimed(say, 'report.says.first.none');
  if (first.flagged && first.deficit === 0) return claimed(say, 'report.says.first.missing', { area: first.label });
  const measure = advice.find(({ dimension }) => dimension === first.id)?.measures[0];
  const values = { area: first.label, index: first.index, target: first.target };
  const says = measure ? claimed(say, 'report.says.first.measure', { ...values, measure: measure.title }) : claimed(say, 'report.says.first', values);
  const lower = dimensions.filter(({ label, level }) => label !== first.label && level.index < first.index).map(({ label }) => label);
  if (lower.length === 0) return says;
  // Whoever reads nothing else asks why it is not the lowest.
  const why = claimed(say, 'report.says.first.before', { areas: say.group({ names: lower.map((name) => ({ name, direct: false })), with: [] }), n: lower.length });
  return { ...says, text: say('report.joined', { one: says.text, other: why.text }) };
}
