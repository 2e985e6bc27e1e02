// What leaves as CSV: one cell stays one cell, and no text is run by a spreadsheet.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvText } from '#app/services/tables/write-csv.server.ts';
import { sourcesIn } from '#tests/support/sources.ts';

const texts = ['We did it.\n=HYPERLINK("http://evil")', '\n=1+1', 'one\rtwo', 'one\r\ntwo', 'a, b "c"', '', 'plain', '部门\n部门'];
const running = ['=1+1', ' =1+1', '\u00a0=1', '\u200b=1+1', '\t@SUM(1)', '+1', '-1', '＝1', '\n=1+1', '\ufeff=1'];

test('a cell is one cell, whatever ends of lines stand in it', () => {
  const lines = [texts, texts.map((_, at) => String(at))];
  const read = parse(csvText(lines, { mark: true }), { bom: true, record_delimiter: '\r\n' });
  expect(read).toEqual([texts.map((text) => (text === '\n=1+1' ? `'${text}` : text)), lines[1]]);
  // A reader that takes every end of a line for one finds as many.
  expect(parse(csvText(lines, { mark: true }), { bom: true, record_delimiter: ['\r\n', '\n', '\r'] })).toHaveLength(2);
});

test('no text begins with what runs, also behind what is not seen, and a number stays a number', () => {
  const [read] = parse(csvText([[...running, -5, null]], { mark: false }), { record_delimiter: '\r\n' }) as string[][];
  expect(read).toEqual([...running.map((text) => `'${text}`), '-5', '']);
});

test('there is no other way: nothing else takes the library', () => {
  expect(sourcesIn('app').filter(({ text }) => text.includes("'csv-stringify")).map(({ path }) => path)).toEqual(['app/services/tables/write-csv.server.ts']);
});
