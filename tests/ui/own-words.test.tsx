// What employees read first is plain: no limit, no interval, no «n =», and a sentence for every odd survey.
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router-dom/server.js';
import { describe, expect, test } from 'vitest';
import '#app/text/all.server.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { ownPageOf } from '#app/domain/reports/own-page.ts';
import { questionsPageOf } from '#app/domain/reports/questions-page.ts';
import { mapOf, resultsOf } from '#app/domain/reports/results-page.ts';
import { OwnResults } from '#app/ui/reports/own-results.tsx';
import { FullResults } from '#app/ui/reports/full-results.tsx';
import { QuestionSections } from '#app/ui/reports/question-sections.tsx';
import { PageLanguage } from '#app/ui/text.ts';
import { aWave, threeWaves } from '#tests/support/waves.ts';

const drawn = (node: React.ReactNode, language: Language = 'en') =>
  renderToStaticMarkup(
    <PageLanguage.Provider value={language}>
      <StaticRouter location="/results/pulse">{node}</StaticRouter>
    </PageLanguage.Provider>,
  );
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();
const ownOf = (waves: readonly Wave[], department: string | null, language: Language = 'en') =>
  drawn(<OwnResults page={ownPageOf(waves, mapOf(waves.at(-1)!, waves.at(-2)), department, language)} answersBy="2026-08-10" today="2026-07-20" />, language);

const waves = threeWaves();

test.each(languages)('first in %s: how we answered, my department, what matters, what happens next; then, closed, every figure', (language) => {
  const html = ownOf(waves, 'legal', language);
  const first = words(html.slice(0, html.indexOf('<details')));
  expect(first).not.toMatch(/n\s=|95|±|NaN|undefined|[{}]/);
  const heads = [...html.slice(0, html.indexOf('<details')).matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, head]) => head);
  expect(heads).toHaveLength(4);
  expect(html).not.toContain('<details class="disclosure" open');
  expect(html.slice(html.indexOf('<details'))).toMatch(/n\s=\s\d/);
});

test('the first words say whom a small department is counted with, and by when heads answer', () => {
  const first = words(ownOf(waves, 'legal').split('<details')[0]!);
  expect(first).toMatch(/legal, shown together with .+: nothing is shown about fewer than 5 people\./);
  expect(first).toContain('By 10 August 2026 whoever leads a department has to say');
  expect(first).toMatch(/Overall satisfaction stands at \d+ of 100\. \d+\s% of those who answered/);
});

test('employees are told of a change only where it is clear, and of duties in their tense', () => {
  const page = ownPageOf(waves, mapOf(waves.at(-1)!, waves.at(-2)), 'legal', 'en');
  const said = (arrow: 'up' | 'down' | null, today = '2026-07-20') => {
    const overall = { ...page.company.overall!, change: { ...page.company.overall!.change, points: 6, broken: null, arrow } };
    return words(drawn(<OwnResults page={{ ...page, company: { ...page.company, overall } }} answersBy="2026-08-10" today={today} />).split('<details')[0]!);
  };
  expect([/6 points more/.test(said('up')), /6 points less/.test(said('down')), /points (more|less)/.test(said(null))]).toEqual([true, true, false]);
  expect(said(null)).toContain('cannot be said for sure');
  expect([said(null).includes('has to say'), said(null, '2026-08-11').includes('had to say'), said(null, '2026-08-10').includes('has to say')]).toEqual([true, true, true]);
});

const small = { tree: 'company\n  north\n  south', people: { north: 12, south: 9 } };
const odd: Readonly<Record<string, readonly Wave[]>> = {
  'a first wave': [aWave(small)],
  'one department': [aWave({ tree: 'company', people: { company: 14 } })],
  'everybody answered': [aWave({ ...small, participation: 1 })],
  'everybody says the same': [aWave({ ...small, mood: () => 9, participation: 1 })],
  'everybody says the same, some are missing': [aWave({ ...small, mood: () => 9 })],
  'too few for anything but a level': [aWave({ tree: 'company', people: { company: 6 } })],
};

describe.each(Object.entries(odd))('%s', (_, line) => {
  const wave = line.at(-1)!;
  const map = mapOf(wave, line.at(-2));

  test.each(languages)('is told in sentences of %s, without NaN and without an interval of no width', (language) => {
    const look = { department: wave.root, language } as const;
    const pages = [
      ownOf(line, wave.root, language),
      drawn(<FullResults results={resultsOf(line, map, { ...look, compared: 'rest' })} base="/" map="/map" comments={null} />, language),
      drawn(<QuestionSections page={questionsPageOf(line, map, look)} />, language),
    ].map(words);
    for (const page of pages) {
      expect(page).not.toMatch(/NaN|Infinity|undefined|null/);
      for (const [range, low, high] of page.matchAll(/.{0,60}?(\d+) (?:to|至) (\d+).{0,30}/g)) expect(low, range).not.toBe(high);
    }
  });

  test('has shares that add up to 100 and means of one number of decimals', () => {
    for (const dimension of questionsPageOf(line, map, { department: wave.root, language: 'en' }).dimensions) {
      for (const { shares, points } of dimension.questions) {
        if (shares) expect(shares.favourable + shares.neutral + shares.unfavourable).toBe(100);
        if (points) expect(points.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
        if (shares && points?.length === 5) expect([points[0]!.percent + points[1]!.percent, points[3]!.percent + points[4]!.percent]).toEqual([shares.unfavourable, shares.favourable]);
      }
      expect(new Set(dimension.questions.flatMap(({ mean }) => (mean === null ? [] : [mean.split('.')[1]?.length ?? 0]))).size).toBeLessThanOrEqual(1);
    }
  });
});

test('all «not applicable» to a question shows no figure for it and no empty chart', () => {
  // Nobody rates what does not concern them: the release has no cell for it.
  const wave = aWave({ ...small, further: ['MGR-01'] });
  const items = { ...wave.release.items, 'MGR-01': { ...wave.release.items['MGR-01']!, cells: {} } } as Wave['release']['items'];
  const without: Wave = { ...wave, release: { ...wave.release, items } };
  const page = questionsPageOf([without], mapOf(without, undefined), { department: wave.root, language: 'en' });
  expect(page.dimensions.flatMap(({ questions }) => questions).map(({ id }) => id)).not.toContain('MGR-01');
  expect(words(drawn(<QuestionSections page={page} />))).not.toMatch(/NaN|undefined/);
});
