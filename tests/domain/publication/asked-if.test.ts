// What is asked of those only to whom something applies: shown of thirty answers and more, and of nobody it can be told that it applies.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ballotColumns } from '#app/domain/publication/tally/ballot-columns.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { noticedQuestion } from '#app/domain/surveys/questions/extra-questions.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import { withRouting, type Routing } from '#app/domain/surveys/asking/routing.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import type { OwnWishes } from '#app/domain/surveys/own/own-question.ts';
import { attack } from '#tests/support/attacker.ts';
import { companies, departmentsFrom } from '#tests/support/companies.ts';
import { anOwnQuestion } from '#tests/support/own-questions.ts';
import { all, seeded, tallyOf } from '#tests/support/tallies.ts';

const screener = askedAs(anOwnQuestion(2, { kind: 'applies' }), { k: 5, languages: ['en'] });
const opened: Question = { ...noticedQuestion('pay', 5), id: 'OWN-1', k: 30, askedIf: 'OWN-2' };
const item = { k: 30, provider: 'applies:OWN-2', screened: true, apart: true } as const;

/** By department: how many are there, and how many of them say yes and give this point. */
function releaseOf(tree: string, people: Record<string, readonly [number, number]>, { said = 4, seed = 1 } = {}): Release {
  const answers = Object.fromEntries(Object.entries(people).map(([name, [there, yes]]) => [name, { pay: all(there, 3), 'OWN-1': [...all<number | 'skip'>(yes, said), ...all<number | 'skip'>(there - yes, 'skip')] }]));
  const published = publish(tallyOf({ tree, answers, items: { 'OWN-1': item }, rest: { chance: seeded(seed) } }));
  if (!published.ok) throw new Error(published.because);
  expect(verifyRelease(published.value).problems).toEqual([]);
  for (const finding of attack(published.value)) expect(finding.people, finding.about).toBeGreaterThanOrEqual(finding.k);
  return published.value;
}

const atomsOf = (release: Release) => release.partitions[release.items['OWN-1']!.partition]!.atoms.map(({ departments, answered }) => [departments.join(' '), answered]);
const validOf = (release: Release) => Object.values(release.items['OWN-1']!.cells).map((counts) => counts.reduce((sum, n) => sum + n, 0));
const tree = 'top\n  a\n  b\n  c';

test('only groups with thirty who answered are shown by themselves, the others with a neighbour', () => {
  const release = releaseOf(tree, { a: [80, 40], b: [60, 29], c: [70, 35] });
  expect(atomsOf(release)).toEqual([['a', 80], ['b c', 130]]);
  expect(validOf(release)).toEqual([40, 64]);
  expect(releaseOf(tree, { a: [80, 10], b: [60, 10], c: [70, 9] }).items['OWN-1']).toBeUndefined();
});

test('how many it applies to is published nowhere: groups tell their ballots, and what was said to its question is no item', () => {
  const release = releaseOf(tree, { a: [80, 40], b: [60, 31], c: [70, 35] });
  const base = release.partitions['5']!.atoms;
  expect(atomsOf(release)).toEqual(base.map(({ departments, answered }) => [departments.join(' '), answered]));
  const columns = ballotColumns({ questions: [screener, opened], cuts: [] }, 2);
  columns.add(0, { 'OWN-2': 'yes', 'OWN-1': 2 });
  expect(columns.table().items.map(({ id, provider, screened, apart }) => [id, provider, screened, apart])).toEqual([['OWN-1', 'applies:OWN-2', true, true]]);
});

test('where it applies to everybody, two of every group are counted as if it did not, whom chance takes', () => {
  for (const seed of [1, 2, 3]) expect(validOf(releaseOf(tree, { a: [40, 40], b: [60, 60], c: [33, 33] }, { seed }))).toEqual([38, 58, 31]);
});

test('thirty people to all of whom it applies are no group by themselves: that there is one would say it of each', () => {
  expect(atomsOf(releaseOf(tree, { a: [30, 30], b: [60, 50], c: [70, 35] }))).not.toContainEqual(['a', 30]);
  expect(atomsOf(releaseOf(tree, { a: [31, 31], b: [60, 50], c: [70, 35] }))).not.toContainEqual(['a', 31]);
});

test('an answer without «yes», or of a block that was not asked whether it applies, is none', () => {
  const columns = ballotColumns({ questions: [{ ...screener, offered: '01' }, opened], cuts: [] }, 5);
  columns.add(0, { 'OWN-2': 'yes', 'OWN-1': 1 });
  columns.add(1, { 'OWN-2': 'no', 'OWN-1': 2 });
  columns.add(1, { 'OWN-1': 3 });
  columns.add(1, { 'OWN-2': 'yes', 'OWN-1': 4 });
  columns.add(1, { 'OWN-2': 'yes' });
  expect([...columns.table().items[0]!.column.values]).toEqual([-1, -1, -1, 3, -1]);
});

test('in random companies nothing rests on fewer than thirty, two of every group are left out, and what was said changes no group', () => {
  fc.assert(
    fc.property(companies, fc.nat(), fc.integer({ min: 1, max: 10 }), ({ departments, headcounts }, seed, often) => {
      const there = departments.filter(({ id }) => headcounts.get(id)! > 0).map(({ id }) => id);
      if (there.length === 0) return;
      const who = seeded(seed);
      const yes = new Map(there.map((id) => [id, all(6 * headcounts.get(id)!, 0).map(() => who(10) < often)]));
      const inputOf = (of: (below: number) => number) => {
        const outline = tallyOf({ tree: ['top', ...there.map((id) => `  ${id}`)].join('\n'), answers: Object.fromEntries(there.map((id) => [id, { pay: yes.get(id)!.map(() => 1 + of(5)), 'OWN-1': yes.get(id)!.map((one) => (one ? 1 + of(5) : ('skip' as const))) }])), items: { 'OWN-1': item }, rest: { chance: seeded(seed) } });
        return { ...outline, departments };
      };
      const [one, other] = [publish(inputOf(seeded(seed + 1))), publish(inputOf(seeded(seed + 2)))];
      expect(one.ok).toBe(other.ok);
      if (!one.ok || !other.ok) return;
      expect(verifyRelease(one.value).problems).toEqual([]);
      expect(other.value.partitions).toEqual(one.value.partitions);
      for (const finding of attack(one.value)) expect(finding.people, finding.about).toBeGreaterThanOrEqual(finding.k);
      const shown = one.value.items['OWN-1'];
      if (!shown) return;
      const answered = new Map(one.value.partitions[shown.partition]!.atoms.map((atom) => [atom.id, atom.answered]));
      for (const [atom, counts] of Object.entries(shown.cells)) {
        const valid = counts.reduce((sum, n) => sum + n, 0);
        expect(valid).toBeGreaterThanOrEqual(30);
        expect(answered.get(atom)! - valid).toBeGreaterThanOrEqual(2);
      }
    }),
    { numRuns: 80 },
  );
});

const own = (number: number, change: Partial<OwnWishes> = {}) => askedAs(anOwnQuestion(number, change), { k: 5, languages: ['en'] });
const opens: Routing = { question: 'OWN-1', screener: 'OWN-2' };

/** As a survey is sealed and counted: by department how many ballots, and what the ballot of a number says. */
function talliedOf(sizes: Record<string, number>, { questions, routing }: { readonly questions: readonly Question[]; readonly routing: readonly Routing[] }, said: (department: string, at: number) => Answers): Release {
  const names = Object.keys(sizes);
  const departments = departmentsFrom(['top', ...names.map((name) => `  ${name}`)].join('\n'));
  const blocks = names.map((name) => ({ departments: [name], place: name, invited: sizes[name]! }));
  const columns = ballotColumns({ questions: withRouting(questions, routing, { departments, blocks }), cuts: [] }, 1000);
  names.forEach((name, block) => all(sizes[name]!, 0).forEach((_, at) => columns.add(block, said(name, at))));
  const leaves = names.map((name) => ({ id: name, departments: [name], place: name, invited: sizes[name]!, reissued: 0 }));
  const published = publish({ ...tallyOf({ tree: 'top', answers: {} }), departments, leaves, counts: { invited: null, papers: null, reissued: null }, ...columns.table() });
  if (!published.ok) throw new Error(published.because);
  expect(verifyRelease(published.value).problems).toEqual([]);
  return published.value;
}

test('whoever was not asked whether it applies is nobody of whom it can be doubted: two of those asked are left out', () => {
  const routing: Routing[] = [{ question: 'OWN-2', departments: ['a'] }, opens];
  const said = (name: string): Answers => (name === 'a' ? { 'OWN-2': 'yes', 'OWN-1': 4 } : {});
  const questions = [own(2, { kind: 'applies' }), own(1)];
  // Everybody of a says yes: 31 of 31 would tell it of each, though b and c stand beside.
  expect(talliedOf({ a: 31, b: 10, c: 40 }, { questions, routing }, said).items['OWN-1']).toBeUndefined();
  expect(validOf(talliedOf({ a: 33, b: 10, c: 40 }, { questions, routing }, said))).toEqual([31]);
});

test('why is not asked of what «yes» opens: of thirty who give a reason or none perhaps three said yes', () => {
  const questions = [own(2, { kind: 'applies' }), own(1, { about: 'pay' })];
  const release = talliedOf({ a: 40, b: 40 }, { questions, routing: [opens] }, (name, at): Answers =>
    name === 'a' && at < 3 ? { 'OWN-2': 'yes', 'OWN-1': at === 0 ? 1 : 4, 'OWN-1:reasons': ['pay.level'], 'OWN-1:text': 'the night shift' } : { 'OWN-2': 'no' },
  );
  expect(Object.keys(release.items)).toEqual([]);
  expect(release.comments).toEqual([]);
});

test('reasons and words that a page sent to what «yes» opens all the same are none', () => {
  const columns = ballotColumns({ questions: [screener, { ...own(1, { about: 'pay' }), k: 30, askedIf: 'OWN-2' }], cuts: [] }, 1);
  columns.add(0, { 'OWN-2': 'yes', 'OWN-1': 1, 'OWN-1:reasons': ['pay.level'], 'OWN-1:text': 'the night shift' });
  const { items, texts } = columns.table();
  expect([items.map(({ id }) => id), texts]).toEqual([['OWN-1'], []]);
});

test('a table in which nobody is left out of those whom something may not apply to is not believed', () => {
  const release = releaseOf(tree, { a: [80, 40], b: [60, 31], c: [70, 35] });
  const certain = JSON.parse(JSON.stringify(release)) as Release;
  (certain.items['OWN-1']!.cells as Record<string, number[]>)['a1'] = [0, 0, 0, 79, 0];
  expect(verifyRelease(certain).problems).toEqual([{ code: 'no-doubt', details: { item: 'OWN-1', atom: 'a1' } }]);
});

test('in random companies in which some are asked whether it applies, two of those asked in every group are left out', () => {
  let shown = 0;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 5, max: 45 }), { minLength: 2, maxLength: 9 }), fc.nat(), fc.integer({ min: 5, max: 10 }), (counts, seed, often) => {
      const chance = seeded(seed);
      const sizes = Object.fromEntries(counts.map((count, at) => [`d${at}`, count]));
      const asked = Object.keys(sizes).filter((_, at) => at === 0 || chance(2) === 0);
      const routing: Routing[] = [{ question: 'OWN-2', departments: asked }, opens];
      const release = talliedOf(sizes, { questions: [own(2, { kind: 'applies' }), own(1)], routing }, () => ({ 'OWN-2': chance(10) < often ? 'yes' : 'no', 'OWN-1': 1 + chance(5) }));
      for (const finding of attack(release)) expect(finding.people, finding.about).toBeGreaterThanOrEqual(finding.k);
      const item = release.items['OWN-1'];
      if (!item) return;
      shown += 1;
      for (const atom of release.partitions[item.partition]!.atoms) {
        const of = atom.departments.filter((id) => asked.includes(id)).reduce((sum, id) => sum + sizes[id]!, 0);
        expect(of - item.cells[atom.id]!.reduce((sum, n) => sum + n, 0), atom.departments.join(' ')).toBeGreaterThanOrEqual(2);
      }
    }),
    { numRuns: 300, seed: 20_261_129 },
  );
  expect(shown).toBeGreaterThan(100);
});
