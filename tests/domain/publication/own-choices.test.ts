import { expect, test } from 'vitest';
import { ballotColumns } from '#app/domain/publication/tally/ballot-columns.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { canonical } from '#app/domain/publication/release/canonical.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { anOwnQuestion } from '#tests/support/own-questions.ts';
import { satisfaction } from '#tests/support/drafts.ts';
import { tallyOf } from '#tests/support/tallies.ts';

const choice = askedAs(anOwnQuestion(1, { kind: 'choice' }), { k: 5, languages: ['en'] });

/** Two departments; what each person chose. */
function published(north: readonly (string | null)[], south: readonly (string | null)[], question: Question = choice): Release {
  const columns = ballotColumns({ questions: [satisfaction, question], cuts: [] }, north.length + south.length);
  [north, south].forEach((people, block) => people.forEach((chosen) => columns.add(block, { 'PAY-01': 4, ...(chosen === null ? {} : { [question.id]: [chosen] }) })));
  const sketch = tallyOf({ tree: 'company\n  north\n  south', answers: { north: { x: north.map(() => 3) }, south: { x: south.map(() => 3) } } });
  const { leafOf, items, pairs, texts } = columns.table();
  const release = publish({ ...sketch, leafOf, items, pairs, texts });
  if (!release.ok) throw new Error(release.because);
  return release.value;
}

const all = (people: number, chosen: string | null) => Array.from({ length: people }, () => chosen);
const cells = (release: Release) => Object.values(release.items['OWN-1']?.cells ?? {});

test('where everybody chooses the same, two in every group of ten choose nothing', () => {
  const release = published(all(12, 'a1'), all(14, 'a2'));
  expect(cells(release)).toEqual([[10, 0, 0, 0, 12], [0, 12, 0, 0, 14]]);
  expect(verifyText(canonical(release)).problems).toEqual([]);
});

test('groups of fewer than ten are counted together, however few choose anything', () => {
  expect(cells(published(all(6, 'a1'), all(7, null)))).toEqual([[6, 0, 0, 0, 13]]);
  expect(cells(published(all(4, 'a1'), all(5, 'a1')))).toEqual([]);
});

test('who is shown with whom does not depend on what was chosen', () => {
  const of = (release: Release) => [release.items['OWN-1']?.partition, Object.keys(release.items['OWN-1']?.cells ?? {})];
  expect(of(published(all(12, 'a1'), all(14, null)))).toEqual(of(published(all(12, null), all(14, 'a3'))));
});

test('an option that is not there, and a second one, count as no choice', () => {
  const release = published([...all(12, 'a9')], all(14, null));
  expect(cells(release)).toEqual([[0, 0, 0, 0, 12], [0, 0, 0, 0, 14]]);
});
