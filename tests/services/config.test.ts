import { expect, test } from 'vitest';
import { readConfig } from '#app/platform/config.server.ts';

test('no variable of the environment turns a real company into a demonstration, where links are shown to anybody', () => {
  expect(readConfig({}, { MURMUR_DEMO: '1' }).demo).toBe(false);
  expect(readConfig({ demo: true }, {}).demo).toBe(true);
});
