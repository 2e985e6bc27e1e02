// A year of four pulses: what an employee, a head and HR got, each in a language of their own, over real SMTP. `npm run letters` prints it.
import { expect, test } from 'vitest';
import { day, daysBetween, type Day } from '#app/domain/kernel/day.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { kindOf, printed, three, yearOfLetters, type Got, type Kind } from '#tests/support/year-of-letters.ts';

/** A fortnight is counted from the day a letter is written: this one waited a day for the mail server. */
const writtenOn = (on: Day): Day => (on === '2026-01-20' ? day('2026-01-19') : on);

const count = (letters: readonly Got[], kind: Kind) => letters.filter(({ subject }) => kindOf(subject) === kind).length;

test('in a year of four pulses everybody is told of results four times, of the rest at most once a fortnight, and nothing twice', { timeout: 900_000 }, async () => {
  const app = await ballotApp({ now: '2026-01-05T11:00:00Z' });
  const got = await yearOfLetters(app);
  if (process.env['LETTERS']) process.stdout.write(printed(got, { texts: process.env['LETTERS'] === 'texts' }));
  const of = (person: string) => got.filter(({ to }) => to === person);
  for (const person of Object.keys(three)) {
    const letters = of(person);
    expect(letters.filter(({ subject }) => kindOf(subject) === null), person).toEqual([]);
    expect(count(letters, 'results-letter'), person).toBe(4);
    expect(count(letters, 'letter.opening'), person).toBe(4);
    // The same words never come twice, also after a day without a mail server.
    const told = letters.filter(({ subject }) => kindOf(subject) === 'news' || kindOf(subject) === 'results-letter');
    expect(new Set(told.map(({ text }) => text)).size, person).toBe(told.length);
    for (const [at, { on, subject }] of told.entries()) {
      const before = told[at - 1];
      if (before && kindOf(subject) === 'news') expect(daysBetween(writtenOn(before.on), on), `${person} ${before.on} ${on}`).toBeGreaterThanOrEqual(14);
    }
  }
  // Away on the Monday after the first publication, the mail server took it the day after, once.
  expect(of('north-2').filter(({ subject }) => kindOf(subject) === 'results-letter').map(({ on }) => on)).toEqual(['2026-01-20', '2026-04-20', '2026-07-14', '2026-10-19']);
  const news = of('north-2').filter(({ subject }) => kindOf(subject) === 'news').map(({ text }) => text.replace(/\r\n/g, '\n')).join('\n');
  for (const part of ['What we will do', 'What we will not do, and why', 'Whether it helped', 'What ended, with thanks']) expect(news).toContain(part);
  // Nobody else's department: what North is told, HR is not told as an employee of Finance.
  expect(count(of('hr'), 'news')).toBe(0);
  const late = count(of('hr'), 'late-letter');
  expect(late).toBeLessThanOrEqual(53);
  expect(of('north-2').every(({ on }) => on >= '2026-01-05')).toBe(true);
});
