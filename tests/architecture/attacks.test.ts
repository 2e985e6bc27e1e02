// The attacks that publishing has to withstand, each under its number: whoever removes a test removes it here first.
import { expect, test } from 'vitest';
import { sourcesIn } from '#tests/support/sources.ts';

/** 1–26, as the publication rules number them. */
const attacks = Array.from({ length: 26 }, (_, at) => at + 1);

test.each(attacks)('attack %i is a test of that name', (number) => {
  const named = new RegExp(`(?:test(?:\\.each\\(.*\\))?|describe)\\(\\s*'(?:attack )?${number}: |^  'attack ${number}: `, 'm');
  const others = sourcesIn('tests').filter(({ path }) => path.endsWith('.test.ts') && !path.endsWith('architecture/attacks.test.ts'));
  expect(others.filter(({ text }) => named.test(text)).map(({ path }) => path)).not.toEqual([]);
});
