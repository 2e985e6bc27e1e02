// Figures and days on the pages of plans: which figure was before, what still counts, and when something is late.
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router-dom/server.js';
import { expect, test } from 'vitest';
import '#app/text/all.server.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import type { EffectReview } from '#app/domain/plans/effect-review.ts';
import { textOf } from '#app/text/text.ts';
import { AchievedFor, EffectText } from '#app/ui/plans/effect-text.tsx';
import { EvidenceText } from '#app/ui/plans/evidence-text.tsx';
import { doneOf, PlanRow } from '#app/ui/plans/plan-row.tsx';
import { ScoreBar } from '#app/ui/plans/score-bar.tsx';
import { PageLanguage } from '#app/ui/text.ts';
import { aStep, runningPlan, someEvidence, today } from '#tests/support/plans.ts';

const drawn = (node: ReactNode, language: Language = 'en') =>
  renderToStaticMarkup(
    <PageLanguage.Provider value={language}>
      <StaticRouter location="/plans">{node}</StaticRouter>
    </PageLanguage.Provider>,
  );
const words = (node: ReactNode, language?: Language) => drawn(node, language).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();

test('what is due today is next, from tomorrow on it is late', () => {
  const plan = runningPlan({ steps: [aStep('a', { due: today })] });
  const row = (on: typeof today) => <PlanRow plan={plan} departmentName="North" words={{ dimension: 'Workload', measures: [], counted: [] } as never} names={{ 'north-1': 'Ada' }} today={on} />;
  expect(words(row(today))).toContain('Next: Step a, Ada, by 23 November 2026');
  expect(drawn(row(today))).not.toContain('class="small late"');
  expect(words(row(addDays(today, 1)))).toContain('Late since 23 November 2026: Step a, Ada');
});

test('a dropped step is neither done nor to be done', () => {
  expect(doneOf({ steps: [aStep('a', { status: 'done' }), aStep('b', { status: 'dropped' }), aStep('c')] })).toEqual({ done: 1, all: 2 });
});

test('a bar shows the range from its low to its high end, the figure and the goal, each within the bar', () => {
  const styles = (node: ReactNode) => [...drawn(node).matchAll(/class="(\w+)" style="([^"]*)"/g)].map(([, name, style]) => `${name} ${style}`);
  expect(styles(<ScoreBar index={41} low={33} high={49} goal={55} />)).toEqual([
    'range inset-inline-start:33%;inline-size:16%', 'goal inset-inline-start:55%', 'point inset-inline-start:41%',
  ]);
  expect(styles(<ScoreBar index={99} low={90} high={100} />)).toEqual(['range inset-inline-start:90%;inline-size:10%', 'point inset-inline-start:99%']);
});

test('what people said is told with how many they are, of whom, about what and when', () => {
  const said = words(<EvidenceText evidence={someEvidence({ index: 41.4 })} dimension="Workload" />);
  expect(said).toBe('12 of you in North answered; Workload came to 41 of 100. Pulse, closed on 20 November 2026');
});

const aReview = (more: Partial<EffectReview> = {}): EffectReview => ({
  releaseHash: 'r', on: today, verdict: 'probably-improved', because: '', reached: null, leadingMet: false, early: false, method: 'own-return', comment: '',
  effect: { raw: 15, from: { index: 41, n: 12 }, to: { index: 56.4, n: 14 }, basis: null, others: { groups: 9, change: 2 }, beyond: { anyway: 3, back: 1, net: 12, low: -2, high: 26, smallest: 14 } },
  ...more,
});

test('an effect begins with one plain sentence; how it was worked out is one tap away and adds up', () => {
  const markup = drawn(<EffectText review={aReview()} />);
  const [first, how] = markup.split('<details') as [string, string];
  expect(first).toContain('It probably got better');
  expect(first).not.toContain('n = ');
  const said = how.replace(/<[^>]+>/g, ' ');
  for (const sentence of ['From 41 (n = 12) to 56 (n = 14): +15 points.', '9 other groups without such a plan changed by +2 points', 'moved by about +1 points', 'about +3 points would have come without the plan', 'The rest, +12 points', 'between -2 and +26']) expect(said).toContain(sentence);
});

test('where nothing can be told, it is said what could have been, and «not yet» only while a survey is to come', () => {
  const cannot = aReview({ verdict: 'no-clear-change' });
  expect(words(<EffectText review={{ ...cannot, early: true }} />)).toContain('We cannot tell yet whether it helped From 41 to 56, of 100 With so many answers an effect would have to be about 14 points to be seen.');
  expect(words(<EffectText review={cannot} />)).toContain('We cannot tell whether it helped');
  const alone = words(<EffectText review={{ ...cannot, effect: { ...cannot.effect!, beyond: null } }} />);
  expect(alone).toContain('fewer than five other groups');
  expect(alone).not.toContain('The rest');
});

test('what was promised is a statement of its own, beside whatever is said of the score', () => {
  const said = (more: Partial<EffectReview>) => words(<EffectText review={aReview({ verdict: 'no-clear-change', ...more })} goal={60} />);
  expect(said({ reached: 'no' })).toContain('The promised figure of 60 is not reached: it is 56.');
  expect(said({ reached: 'as-printed', effect: { ...aReview().effect!, to: { index: 60, n: 14 } } })).toContain('The promised figure of 60 is reached: it is 60. Those who did not answer could still make it less.');
  expect(said({ leadingMet: true })).toMatch(/We cannot tell whether it helped .*What was counted meanwhile reached its goal/);
});

test('a second reading says what it replaces, and what the earlier method worked out is told as that', () => {
  const first = aReview({ early: true, method: 'one-slope', effect: { ...aReview().effect!, raw: 8.6, from: { index: 34.4, n: 12 }, to: { index: 43, n: 12 }, others: null, beyond: { anyway: 17.6, back: null, net: -9, low: -20.4, high: 2.4, smallest: null } } });
  const said = words(<EffectText review={aReview()} first={first} />);
  expect(said).toContain('This second reading replaces the first one of 23 November 2026: It probably got better');
  expect(said).toContain('From 34 (n = 12) to 43 (n = 12): +9 points.');
  // 9 − 18 = −9, as printed.
  expect(said).toContain('about +18 points would have come without the plan. The rest, -9 points');
  expect(words(<EffectText review={first} />)).toContain('Worked out by an earlier method');
});

test('a result says what it is called achieved for', () => {
  expect(words(<AchievedFor grounds={['score-reached', 'count-reached']} />)).toBe('Achieved, because: the promised score is reached what was counted reached its goal');
  expect(drawn(<AchievedFor grounds={[]} />)).toBe('');
});

const inWords: Readonly<Record<Language, readonly string[]>> = {
  en: ['4 December 2026', '1 January 2027', '53 %', '9 points', '48 to 71', '12,345', '0.5'],
  'zh-Hans': ['2026年12月4日', '2027年1月1日', '53%', '9 分', '48 至 71', '12,345', '0.5'],
  'zh-Hant': ['2026年12月4日', '2027年1月1日', '53%', '9 分', '48 至 71', '12,345', '0.5'],
};

test.each(languages)('days, numbers and units are those of %s', (language) => {
  const text = textOf(language);
  const said = [text.day('2026-12-04'), text.day('2027-01-01'), text('results.percent', { n: 53 }), text('results.points', { n: 9 }), text('results.range', { low: 48, high: 71 }), text.number(12_345), text.number(0.5)];
  // A unit is not torn off its number at the end of a line.
  if (language === 'en') expect(said[2]).toBe('53\u00a0%');
  expect(said.map((one) => one.replace('\u00a0', ' '))).toEqual(inWords[language]);
});

const lines: Readonly<Record<Language, readonly string[]>> = {
  en: ['Due in a week, on D: A', 'Due on the next working day, D: A', 'Was due on D: A', 'A step of your plan has been late since D: A', 'Late since D and not moving: A', 'In the way since D: A'],
  'zh-Hans': ['一周后到期（D）：A', '下一个工作日到期（D）：A', 'D已到期：A', '您的计划中有一个步骤自D起逾期：A', '自D起逾期，没有进展：A', 'D起受阻：A'],
  'zh-Hant': ['一週後到期（D）：A', '下一個工作日到期（D）：A', 'D已到期：A', '您的計畫中有一個步驟自D起逾期：A', '自D起逾期，沒有進展：A', 'D起受阻：A'],
};

test.each(languages)('a letter in %s says what is to come as to come and what is late as late', (language) => {
  const kinds = ['due-in-a-week', 'due-tomorrow', 'late', 'late-for-owner', 'late-for-hr', 'blocker'] as const;
  expect(kinds.map((kind) => textOf(language)(`plan-letter.line.${kind}`, { day: 'D', about: 'A' }))).toEqual(lines[language]);
});
