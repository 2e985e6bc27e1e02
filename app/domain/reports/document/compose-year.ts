// The report of a year: the sections of a survey's report, with what several surveys alone can say: who answered each, where the score
// went, what became of each weak point, and what was promised and kept in that year. Everything else is that of the last survey.
import { adviceSection } from './advice-section.ts';
import { analysisSection } from './analysis-section.ts';
import { appendixSection } from './appendix-section.ts';
import { coverOf, dataOf, shortHash, sourceOf } from './compose-report.ts';
import type { Block, Cover, ReportDocument, Section, Sentence, Table } from './document.ts';
import { followUpSection } from './follow-up-section.ts';
import { withLongTablesApart } from './long-tables.ts';
import { methodSection } from './method-section.ts';
import { ageSaid, claimed, said, textCell, withAge, type Say } from './say.ts';
import { firstSaid, oldSaid, overallSaid } from './summary-section.ts';
import { tableOf } from './table-of.ts';
import { runsFrom, weakPointsOf, type WeakPoint } from './weak-points.ts';
import type { YearParts } from './year-parts.ts';

export function composeYear(say: Say, parts: YearParts): ReportDocument {
  const { last } = parts;
  const source = sourceOf(say, last);
  const analysis = analysisSection(say, last, source);
  return withLongTablesApart(say, {
    language: say.language,
    cover: yearCover(say, parts),
    sections: [
      yearSummary(say, parts),
      yearScope(say, parts),
      methodOfYear(say, parts, source),
      { ...analysis, sections: [weakSection(say, parts), ...analysis.sections] },
      adviceSection(say, last, source),
      followUpSection(say, last, source),
      appendixSection(say, last, source),
    ],
    data: dataOf(say, last, source),
  });
}

const titleOf = (say: Say, { year, waves }: YearParts): string => say('report.year.surveys', { n: waves.length, year });

/** Every release that enters it. */
function yearSource(say: Say, parts: YearParts): string {
  const { waves, last: { results, age } } = parts;
  const source = say('report.year.source', { surveys: titleOf(say, parts), day: say.day(results.survey.closed), group: say.group(results.group), releases: waves.map(({ release }) => shortHash(release)).join(', ') });
  return withAge(say, source, age);
}

function yearCover(say: Say, parts: YearParts): Cover {
  const { year, waves, last } = parts;
  const days = { opens: say.day(waves[0]?.results.survey.closed ?? ''), closes: say.day(last.results.survey.closed) };
  const facts = [
    { label: say('report.cover.surveys'), text: waves.map(({ results }) => results.survey.title).join(' · ') },
    { label: say('report.cover.closed'), text: say('report.cover.from-to', days) },
    { label: say('report.cover.age'), text: ageSaid(say, last.age).text },
    { label: say('report.cover.made'), text: say('report.year.made-by') },
    { label: say('report.cover.releases'), text: waves.map(({ release }) => shortHash(release)).join(' · ') },
  ];
  return { ...coverOf(say, last), title: say('report.year.title'), survey: titleOf(say, parts), year, facts };
}

function yearSummary(say: Say, parts: YearParts): Section {
  const sentences = [peopleOfYear(say, parts), overallOfYear(say, parts), weakSaid(say, parts), promisesSaid(say, parts), firstSaid(say, parts.last)];
  return { id: 'summary', heading: say('report.section.summary'), blocks: [...oldSaid(say, parts.last), { kind: 'list', sentences: sentences.filter((one) => one !== null) }], sections: [] };
}

function peopleOfYear(say: Say, { waves, last: { results: { participation } } }: YearParts): Sentence {
  const { answered, invited, percent } = participation;
  const values = { surveys: waves.length, answered };
  return invited === null || percent === null ? claimed(say, 'report.year.says.people.some', values) : claimed(say, 'report.year.says.people', { ...values, invited, percent });
}

/** The level of the last survey with what it says of its change, and where the year began if that is the same line still: other people
 * or other words beside each other would be read as a change. */
function overallOfYear(say: Say, { waves, last }: YearParts): Sentence | null {
  const now = overallSaid(say, last);
  const first = waves[0]?.results;
  if (!now || !first?.overall || !runsFrom(overallLine(last), first.survey.id)) return now;
  const began = claimed(say, 'report.year.says.overall.first', { survey: first.survey.title, index: first.overall.level.index });
  return { ...now, text: say('report.joined', { one: now.text, other: began.text }), numbers: [...now.numbers, ...began.numbers] };
}

const overallLine = ({ results: { trends } }: YearParts['last']) => trends.find(({ overall }) => overall);

function weakSaid(say: Say, parts: YearParts): Sentence {
  const weak = weakPointsOf(parts);
  if (weak.length === 0) return claimed(say, 'report.year.says.weak.none');
  const count = (...became: readonly WeakPoint['became'][]) => weak.filter((one) => became.includes(one.became)).length;
  return claimed(say, 'report.year.says.weak', { all: weak.length, left: count('still', 'new'), better: count('no-longer'), gone: count('not-asked') });
}

/** Null where nothing was promised for this year. */
function promisesSaid(say: Say, { year, last: { plans } }: YearParts): Sentence | null {
  const promises = plans.flatMap((plan) => plan.promises);
  if (promises.length === 0) return null;
  const count = (status: (typeof promises)[number]['status']) => promises.filter((one) => one.status === status).length;
  return claimed(say, 'report.year.says.promises', { year, all: promises.length, kept: count('kept'), open: count('open'), late: count('late') });
}

function yearScope(say: Say, parts: YearParts): Section {
  const { last: { results } } = parts;
  const about = results.isCompany ? said(say, 'report.scope.company') : said(say, 'report.scope.department', { group: say.group(results.group) });
  return { id: 'scope', heading: say('report.section.scope'), blocks: [about, said(say, 'report.year.scope'), wavesTable(say, parts)], sections: [] };
}

function wavesTable(say: Say, parts: YearParts): Table {
  return tableOf(say, {
    id: 'surveys-of-year',
    columns: [['survey', 'text'], ['day', 'day'], ['people', 'people'], ['invited', 'people'], ['part', 'percent'], ['index', 'index'], ['low', 'index'], ['high', 'index'], ['break', 'text'], ['hash', 'text']],
    rows: parts.waves,
    cells: ({ release, results: { survey, participation, overall } }) => [
      survey.title, textCell(survey.closed), participation.answered, participation.invited, participation.percent,
      overall?.level.index ?? null, overall?.level.interval[0] ?? null, overall?.level.interval[1] ?? null, breakSaid(say, parts, survey.id), release,
    ],
    source: yearSource(say, parts),
  });
}

/** Why the score of a survey cannot be held against the one before it. */
function breakSaid(say: Say, { last }: YearParts, survey: string): string {
  const broken = overallLine(last)?.points.find((point) => point.survey === survey)?.broken ?? null;
  return broken === null ? '' : say(`results.broken.${broken}`);
}

function methodOfYear(say: Say, { last }: YearParts, source: string): Section {
  const method = methodSection(say, last, source);
  return { ...method, blocks: [said(say, 'report.year.method', { survey: last.results.survey.title }), ...method.blocks] };
}

function weakSection(say: Say, parts: YearParts): Section {
  const weak = weakPointsOf(parts);
  const table = tableOf(say, {
    id: 'weak-points',
    columns: [['area', 'text'], ['since', 'text'], ['then', 'index'], ['now', 'index'], ['target', 'index'], ['became', 'text']],
    rows: weak,
    cells: ({ label, since, then, now, target, became }) => [label, since, then, now, target, say(`report.year.became.${became}`)],
    source: yearSource(say, parts),
  });
  const blocks: Block[] = weak.length === 0 ? [said(say, 'report.year.weak.none')] : [said(say, 'report.year.weak.lead'), table];
  return { id: 'weak-points', heading: say('report.section.weak-points'), blocks, sections: [] };
}
