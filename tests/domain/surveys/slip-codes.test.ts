import { expect, test } from 'vitest';
import { drawCode, readCode } from '#app/domain/surveys/slips/slip-codes.ts';
import { seededChance } from '#app/domain/publication/release/seeded-chance.ts';

test('a code is twelve characters in three groups, and reads as itself', () => {
  const chance = seededChance('5a'.repeat(32));
  const codes = Array.from({ length: 500 }, () => drawCode(chance));
  for (const code of codes) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(readCode(code)).toBe(code.replaceAll('-', ''));
  }
  expect(new Set(codes).size).toBe(500);
  expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
});

test.each(['7k2m-9qxb-40d1', ' 7K2M 9QXB 4OdI ', '7K2M9QXB4OdL', '７Ｋ２Ｍ－９ＱＸＢ－４０Ｄ１', '7K2M–9QXB—40D1', '7K2M.9QXB.40Dl'])('what was typed from paper is read: %s', (typed) => {
  expect(readCode(typed)).toBe('7K2M9QXB40D1');
});

test.each(['', '7K2M', '7K2M-9QXB-40D12', '7K2M-9QXB-40DU', '张K2M-9QXB-40D1', '7'.repeat(5_000), '٧K2M-9QXB-40D1'])('what can be no code is none: %s', (typed) => {
  expect(readCode(typed)).toBeNull();
});
