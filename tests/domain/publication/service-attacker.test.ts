// An attacker who reads everything that is published of providers, the rarely named ones among them: by adding and subtracting no fewer than
// eight raters of any are found, and a ballot that names a rare provider is of the same size as any other.
import { expect, test } from 'vitest';
import { padRecord, recordOf } from '#app/domain/responses/answer-record.ts';
import type { ServiceWave } from '#app/domain/analysis/serving/provider-effect.ts';
import { waveOf } from '#app/domain/analysis/wave.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { servicePageOf, type ServicePage } from '#app/domain/reports/service-page.ts';
import { attack } from '#tests/support/attacker.ts';
import { chanceFrom } from '#tests/support/chance.ts';
import { departments, of, providers, questions, ratings, released, times, type Ballot } from '#tests/support/service-ballots.ts';
import { serviceItems } from '#app/domain/surveys/serving/service-questions.ts';

const companies = 12;

/** Somebody names the first provider often and the last one hardly ever, and passes over a question here and there. */
function someBallot(block: number, chance: ReturnType<typeof chanceFrom>): Ballot {
  const chosen = providers.filter((_one, at) => chance(10) < 7 - 2 * at).slice(0, 3).map(({ id }) => id);
  const rated = chosen.map((id) => ratings(id, 1 + chance(5), serviceItems.filter(() => chance(10) > 1)));
  return of(block, chosen, Object.assign({}, ...rated, chance(2) === 0 ? { [`own@p${1 + chance(4)}`]: 1 + chance(5) } : {}));
}

test('no fewer than eight raters of a provider are found by adding and subtracting what is published', () => {
  const chance = chanceFrom(15);
  const found: number[] = [];
  for (let company = 0; company < companies; company += 1) {
    const ballots = [0, 1, 2, 3, 4].flatMap((block) => Array.from({ length: 5 + chance(12) }, () => someBallot(block, chance)));
    for (const { about, people, k } of attack(released(ballots))) {
      expect(people, about).toBeGreaterThanOrEqual(k);
      if (about.includes('@')) found.push(people);
    }
  }
  process.stdout.write(`questions about providers attacked: ${found.length}; fewest people found behind any: ${Math.min(...found)}\n`);
  expect(found.length).toBeGreaterThan(companies);
  expect(Math.min(...found)).toBeGreaterThanOrEqual(8);
});

/** What a head of one provider reads, and HR, of both surveys. */
function pagesOf(releases: readonly Release[], read: readonly string[], all: boolean): ServicePage {
  const waves = releases.map((release): ServiceWave => ({ wave: waveOf(release, departments, questions), providers }));
  return servicePageOf([...waves.slice(0, -1), waves.at(-1)!], { language: 'en', read: new Set(read), all, plansFor: () => [] });
}

test('of two surveys no page holds a figure of fewer than eight people, and no release of either gives one away', () => {
  const chance = chanceFrom(93);
  const found: number[] = [];
  for (let company = 0; company < companies / 2; company += 1) {
    const releases = [0, 1].map(() => released([0, 1, 2, 3, 4].flatMap((block) => Array.from({ length: 7 + chance(12) }, () => someBallot(block, chance)))));
    for (const release of releases) for (const { about, people, k } of attack(release)) expect(people, about).toBeGreaterThanOrEqual(k);
    const texts = [pagesOf(releases, ['p1'], false), pagesOf(releases, providers.map(({ id }) => id), true)].map((page) => JSON.stringify(page));
    found.push(...texts.flatMap((text) => [...text.matchAll(/"n":(\d+)/g)].map(([, n]) => Number(n))));
    expect(JSON.parse(texts[0]!)).toMatchObject({ matrix: null, reciprocity: null, comments: null });
  }
  process.stdout.write(`figures on pages of two surveys: ${found.length}; fewest people behind any: ${Math.min(...found)}\n`);
  expect(Math.min(...found)).toBeGreaterThanOrEqual(8);
});

test('from the adjusted figure of one provider nobody reckons that of another: with two there is none, with more they could be each other', () => {
  const rate = (block: number, scores: Readonly<Record<string, number>>) => times(9, of(block, Object.keys(scores), Object.assign({}, ...Object.entries(scores).map(([id, score]) => ratings(id, score)))));
  /** Everybody rates p1, and the others as they are worth. */
  const company = (p2: number, p3: number) => released([...rate(2, { p1: 2, p2, p3 }), ...rate(0, { p2, p3 }), ...rate(3, { p1: 4, p2: p2 + 1, p3: p3 + 1 }), ...rate(4, { p1: 3, p2 }), ...rate(1, { p1: 3, p3 })]);
  const head = (release: Release) => pagesOf([release], ['p1'], false).providers;
  const [one, other] = [head(company(1, 4)), head(company(4, 1))];
  expect(one[0]!.adjusted).not.toBeNull();
  expect(other).toEqual(one);
  const two = released([...rate(2, { p1: 2, p2: 3 }), ...rate(3, { p1: 4, p2: 5 }), ...rate(4, { p1: 3, p2: 4 })]);
  expect(head(two)).toMatchObject([{ adjusted: null, raw: 'two' }]);
  expect(pagesOf([two], ['p1', 'p2'], true).providers.every(({ adjusted }) => adjusted !== null)).toBe(true);
});

test('a ballot is of one size, whomever it names and whether it rates anybody', () => {
  const sizes = [{}, { 'service-depended': ['p4'], ...ratings('p4', 1) }, { 'service-depended': ['p1', 'p2', 'p3'], ...ratings('p1', 1), ...ratings('p2', 2), ...ratings('p3', 3), 'OPN-03': 'x'.repeat(400) }];
  const padded = sizes.map((answers) => padRecord(recordOf(answers)));
  expect(new Set(padded.map((one) => (one.ok ? one.value.length : -1))).size).toBe(1);
});
