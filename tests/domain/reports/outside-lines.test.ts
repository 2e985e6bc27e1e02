import { expect, test } from 'vitest';
import { outsideIn, type AskedSubject, type OutsideRow } from '#app/domain/reports/outside-lines.ts';
import { languages } from '#app/domain/kernel/language.ts';
import '#app/text/all.server.ts';
import { textOf } from '#app/text/text.ts';

const long = '您对本部门在过去十二个月里就薪酬待遇所作的说明'.repeat(13);
const asked: readonly AskedSubject[] = [
  { subject: { kind: 'dimension', id: 'pay' }, label: 'Pay', names: ['pay', 'Pay', '薪酬待遇'] },
  { subject: { kind: 'item', id: 'PAY-01' }, label: 'My pay is fair', names: ['PAY-01', 'My pay is fair', long] },
];
const rows = (...lines: readonly (readonly string[])[]): OutsideRow[] => lines.map((cells, at) => ({ line: at + 1, cells }));
const read = (...lines: readonly (readonly string[])[]) => outsideIn(rows(...lines), { asked, year: 2026 });

test('a dimension or a question is known by its id and by its name in every language', () => {
  const about = (name: string) => {
    const one = read([name, '64', 'Industry survey', '2025']);
    return one.ok && one.value[0]?.subject.id;
  };
  expect(['pay', ' PAY ', '薪酬待遇', 'pay-01', long].map(about)).toEqual(['pay', 'pay', 'pay', 'PAY-01', 'PAY-01']);
});

test('a head and empty lines are passed over, a decimal comma and full-width digits are read', () => {
  expect(read(['about', 'index', 'source', 'year'], ['', ''], ['pay', '64,5', 'A', '２０２５'])).toEqual({
    ok: true, value: [{ subject: { kind: 'dimension', id: 'pay' }, index: 64.5, source: 'A', year: 2025 }],
  });
  expect(read()).toEqual({ ok: true, value: [] });
});

const good = ['pay', '64', 'A', '2025'];
const wrong: readonly (readonly [string, readonly string[], string, object])[] = [
  ['out of range', ['pay', '101', 'A', '2025'], 'outside-range', { value: '101' }],
  ['below zero', ['pay', '-1', 'A', '2025'], 'outside-range', { value: '-1' }],
  ['no number', ['pay', 'high', 'A', '2025'], 'outside-range', { value: 'high' }],
  ['without a value', ['pay', '', 'A', '2025'], 'outside-range', { value: '' }],
  ['without a source', ['pay', '64', ' ', '2025'], 'outside-no-source', {}],
  ['with a source without end', ['pay', '64', 'A'.repeat(121), '2025'], 'outside-source-long', { most: 120 }],
  ['without a year', ['pay', '64', 'A'], 'outside-missing-year', { to: 2026 }],
  ['of a year to come', ['pay', '64', 'A', '2027'], 'outside-no-year', { value: '2027', to: 2026 }],
  ['of no year', ['pay', '64', 'A', '25'], 'outside-no-year', { value: '25' }],
  ['for a question not asked', ['WKL-01', '64', 'A', '2025'], 'outside-not-asked', { about: 'WKL-01', example: 'Pay' }],
  ['with a fifth column', [...good, 'x'], 'outside-columns', { n: 5 }],
  ['twice', good, 'outside-twice', { before: 1 }],
];

test.each(wrong)('a value %s is refused by its line, in whole sentences of every language', (_, cells, because, details) => {
  const refusal = read(good, cells, cells.length === 4 && because !== 'outside-twice' ? ['nothing', '64', 'A', '2025'] : ['pay', '64', 'B', '2025']);
  expect(refusal).toMatchObject({ ok: false, because, details: { line: 2, ...details } });
  if (refusal.ok) return;
  for (const language of languages) expect(textOf(language).error(refusal.because, refusal.details)).not.toMatch(/[{}]|undefined|NaN/);
});

test('several wrong lines are counted beside the first', () => {
  expect(read(['pay', '200', 'A', '2025'], ['pay', '64', '', '2025'], ['x', '1', 'A', '2025'])).toMatchObject({ because: 'outside-range', details: { line: 1, more: 2 } });
});
