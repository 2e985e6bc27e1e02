import { expect, test } from 'vitest';
import { readConfig } from '#app/platform/config.server.ts';

test('no variable of the environment turns a real company into a demonstration, where links are shown to anybody', () => {
  const given: Record<string, string> = { MURMUR_DEMO: '1' };
  expect(readConfig({}, given).demo).toBe(false);
  expect(readConfig({ demo: true }, {}).demo).toBe(true);
});
