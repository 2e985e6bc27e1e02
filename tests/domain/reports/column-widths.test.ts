import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths, laidOut } from '#app/domain/reports/document/column-widths.ts';
import { widthOf } from '#app/domain/reports/document/picture-text.ts';

const sheet = { room: 9_640, size: 170, margins: 100 };
const column = (head: string) => ({ id: head, head, kind: 'text' as const, about: head });
const widths = (heads: readonly string[], ...rows: readonly (readonly string[])[]) => columnWidths({ columns: heads.map(column), rows: rows.map((row) => row.map((text) => ({ text, value: null }))) }, sheet);

test('whatever stands in it, a table stays on its page and every column is there', () => {
  const table = fc.integer({ min: 1, max: 14 }).chain((columns) => fc.tuple(fc.array(fc.string({ maxLength: 20 }), { minLength: columns, maxLength: columns }), fc.array(fc.array(fc.string({ maxLength: 300, unit: 'grapheme' }), { minLength: columns, maxLength: columns }), { maxLength: 5 })));
  fc.assert(
    fc.property(table, ([heads, rows]) => {
      const all = widths(heads, ...rows);
      expect(all).toHaveLength(heads.length);
      expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(sheet.room);
      expect(Math.min(...all)).toBeGreaterThan(0);
    }),
  );
});

test('a column of sentences takes what columns of figures leave', () => {
  const said = '没有明确变化（如果变化有 11 分，五次里有四次能看出来）';
  const [area, people, index, change, text] = widths(['方面', 'n', '指数', '变化', '变化说明'], ['工资待遇', '182', '47', '', said]) as [number, number, number, number, number];
  expect(text).toBeGreaterThanOrEqual(widthOf(said, sheet.size));
  expect(index).toBeGreaterThanOrEqual(widthOf('指数', sheet.size));
  expect(area).toBeGreaterThanOrEqual(widthOf('工资待遇', sheet.size));
  expect(Math.max(people, index, change)).toBeLessThan(area);
});

test('no word is broken where there is room for it, and a checksum leaves the others theirs', () => {
  const [word, checksum] = widths(['What', 'Checksum'], ['Headquarters', 'aab4ce5a787dffcf3602bf5d7cb8ca3df179827df18d18ccdae1f7ac130f121e']) as [number, number];
  expect(word).toBeGreaterThanOrEqual(widthOf('Headquarters', sheet.size));
  expect(checksum).toBeGreaterThan(word);
});

test('a number is never broken, on a page of A4 either', () => {
  const texts = ['In the past month, how often did you work beyond your normal hours?', 'I do not know what I am entitled to', '12'];
  const { widths: all, size } = laidOut({ columns: ['Question', 'Reason', 'n'].map(column), rows: [texts.map((text) => ({ text, value: null }))] }, false);
  // Of Arial, a digit is 0.556 of the size; 2.5 points stand on either side.
  expect(all[2]).toBeGreaterThanOrEqual(2 * 0.556 * size + 5);
});
