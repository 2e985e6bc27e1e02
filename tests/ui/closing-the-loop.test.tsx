import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { describe, expect, test } from 'vitest';
import '#app/text/all.server.ts';
import { day } from '#app/domain/kernel/day.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { progressFigures, type MonthOfWork, type ProgressFigures } from '#app/domain/plans/progress-figures.ts';
import type { Promised } from '#app/domain/plans/promised.ts';
import type { PlankView } from '#app/domain/reports/department-page.ts';
import { newPlanForm } from '#app/forms/plans.ts';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { LanguageFields } from '#app/ui/plans/language-fields.tsx';
import { ShortPlanks } from '#app/ui/plans/planks.tsx';
import { ProgressMonths } from '#app/ui/plans/progress-months.tsx';
import { BlockerAges, DepartmentsProgress } from '#app/ui/plans/progress-tables.tsx';
import { partText, ProgressTiles } from '#app/ui/plans/progress-tiles.tsx';
import { PromiseRow } from '#app/ui/plans/promise-parts.tsx';
import { LockNotice } from '#app/ui/plans/pulse-lock.tsx';
import { textOf } from '#app/text/text.ts';
import { PageLanguage } from '#app/ui/text.ts';
import { today } from '#tests/support/plans.ts';

const drawn = (node: ReactNode, language: Language = 'en') =>
  renderToStaticMarkup(
    <PageLanguage.Provider value={language}>
      <StaticRouter location="/plans/figures">{node}</StaticRouter>
    </PageLanguage.Provider>,
  );
const words = (node: ReactNode, language?: Language) => drawn(node, language).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();

const figures: ProgressFigures = {
  plans: 5,
  stepsOnTime: { part: 18, of: 25 },
  followThrough: { part: 1, of: 2 },
  closedLoop: { part: 0, of: 0 },
  response: { answered: 6, median: 7, inTime: { part: 6, of: 10 } },
  slips: { perPlan: 0.4, moved: 2 },
  promises: { kept: { part: 1, of: 2 }, renewals: 1 },
  blockers: [{ kind: 'policy', n: 2, mean: 8.4, oldest: 10 }],
};

describe('progress figures', () => {
  test('say in words what they count and how many they rest on', () => {
    const said = words(<ProgressTiles figures={figures} />);
    expect(said).toContain('Steps on time 72 % 18 of 25 steps whose day has come were done by the day first agreed.');
    expect(said).toContain('Time to an answer 7 working days Half of 6 answers came within this time. 6 of 10 due answers came within 15 working days.');
    expect(said).toContain('Days moved, per plan 0.4 Days were moved 2 times in 5 agreed plans.');
    expect(said).toContain('Promises kept 1 of 2 1 of 2 were kept by the day people were told first; one new day was given.');
  });

  test('are a dash, never zero per cent, where there is nothing to count; and no per cent of a handful', () => {
    expect(words(<ProgressTiles figures={figures} />)).toContain('People were told – Nothing to count yet.');
    expect([0, 19, 20].map((of) => partText(textOf('en'), { part: 0, of }))).toEqual(['–', '0 of 19', '0 %']);
    const nothing = progressFigures({ plans: [], versions: [], issues: [], silent: 0 }, today);
    expect(words(<ProgressTiles figures={nothing} />)).not.toContain('%');
  });

  test.each(languages)('stand in %s without a key left over', (language) => {
    const months: MonthOfWork[] = [{ month: '2026-10', stepsOnTime: { part: 1, of: 2 }, answers: { n: 0, median: null } }];
    const departments = [{ departmentId: 'north', name: 'North', open: 1, finished: 0, stepsOnTime: { part: 1, of: 2 }, slips: 0, promises: { part: 0, of: 0 }, blockers: 1 }];
    const said = words(
      <>
        <ProgressTiles figures={figures} />
        <ProgressMonths months={months} limits={null} fewest={8} />
        <BlockerAges blockers={figures.blockers} />
        <DepartmentsProgress departments={departments} />
      </>,
      language,
    );
    expect(said).not.toMatch(/progress\.|\{\w+\}/);
  });

  test('draw no line before there are months enough, and say how many there are', () => {
    const month = (of: number): MonthOfWork => ({ month: '2026-10', stepsOnTime: { part: 0, of }, answers: { n: 0, median: null } });
    const html = drawn(<ProgressMonths months={[month(0), month(2)]} limits={null} fewest={8} />);
    expect(html).toContain('needs 8 months in which steps were due. So far: 1.');
    expect(html).not.toContain('<canvas');
    expect(words(<ProgressMonths months={[month(2)]} limits={{ centre: 50, lower: 10, upper: 90, signal: true }} fewest={8} />)).toContain('Steps on time in 2026-10: 0 %, a change beyond the usual up and down');
  });
});

describe('a promise', () => {
  const promise: Promised = { id: 'o', text: 'No late shifts', by: 'a', due: day('2026-12-18'), keptOn: null, dropped: null, renewals: [{ from: day('2026-12-04'), to: day('2026-12-18'), reason: 'x', on: today, by: 'a' }] };
  const row = (more: Partial<Promised>, status: 'open' | 'late' | 'kept' | 'dropped') =>
    words(<PromiseRow listed={{ promise: { ...promise, ...more }, status, plan: { id: 'p', title: 'Less at once' }, departmentName: 'North' }} names={{ a: 'Ada' }} />);

  test('says how often its day moved, and that it was kept late or why it was dropped', () => {
    expect(row({}, 'open')).toBe('No late shifts Ada promised North · Less at once moved once, first promised for 4 December 2026 by 18 December 2026');
    expect(row({ keptOn: day('2026-12-20'), renewals: [] }, 'late')).toContain('kept late, on 20 December 2026');
    expect(row({ dropped: 'No money' }, 'dropped')).toContain('Dropped: No money');
  });
});

test('the lock names every missing answer with a way to give it', () => {
  const missing = Array.from({ length: 9 }, (_, at) => ({ departmentId: `d${at}`, departmentName: `Team ${at}`, dimensionId: 'workload', dimension: 'Workload', issueId: at === 0 ? 'i1' : null, due: day('2026-12-11') }));
  const html = drawn(<LockNotice missing={missing} />);
  expect(html.match(/href="\/plans\/new\?department=d\d&amp;dimension=workload(&amp;issue=i1)?"/g)).toHaveLength(9);
  expect(words(<LockNotice missing={missing} />)).toContain('9 answers are overdue');
  expect(words(<LockNotice missing={missing} />)).toContain('One more');
});

test('words of a plan in a further language are marked as that language, and what the fields are called as the reader’s', async () => {
  const Fields = () => <LanguageFields form={useValidatedForm(newPlanForm, undefined)} written="en" />;
  const handler = createStaticHandler([{ path: '/', element: <Fields /> }]);
  const context = await handler.query(new Request('https://murmur.example/'));
  if (context instanceof Response) throw context;
  const html = renderToStaticMarkup(<StaticRouterProvider router={createStaticRouter(handler.dataRoutes, context)} context={context} hydrate={false} />);
  const marked = [...html.matchAll(/<(\w+)[^>]* lang="([\w-]+)"/g)].map(([, tag, language]) => `${tag} ${language}`);
  expect(new Set(marked)).toEqual(new Set(languages.flatMap((language) => [`input ${language}`, `textarea ${language}`])));
});

test('a weak point that asks for an answer says until when, and of a day that has passed that it was due', () => {
  const still = { arrow: null, broken: null } as unknown as PlankView['rest'];
  const plank = { id: 'workload', label: 'Workload', group: { names: [], with: [], answered: 9, invited: 9 }, level: { n: 9, index: 31, interval: [31, 31] }, standing: null, target: 60, asks: true, flagged: false, reasons: [], question: null, company: null, rest: still, change: still } as unknown as PlankView;
  const said = (now: string) => words(<ShortPlanks planks={[plank]} usual="" departmentId="d" answers={{}} answerBy={day('2026-12-11')} today={day(now)} />);
  expect(said('2026-12-11')).toContain('asks for an answer by 11 December 2026');
  expect(said('2026-12-12')).toContain('was to have an answer by 11 December 2026');
});
