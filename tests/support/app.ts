// An App value for tests: a real database in memory, a fixed day that a test may move, ids that can be counted.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import '#app/text/all.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { companyClock } from '#app/platform/company-clock.server.ts';
import { readConfig, type Config } from '#app/platform/config.server.ts';
import { openData } from '#db/index.server.ts';
import { chanceFrom } from './chance.ts';

export interface TestApp extends App {
  /** Moves the clock to an instant (ISO) or to noon of a day. */
  setNow(instant: string): void;
  /** What was logged, one JSON text each. */
  readonly logged: string[];
}

const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

export interface TestOptions extends Partial<Config> {
  /** ISO instant; noon of 2026-11-22 unless told. */
  readonly now?: string;
  /** Milliseconds since the computer was started: by default a test that moves the clock has waited. */
  readonly sinceBoot?: () => number;
}

/** Closed and removed after the test. */
export async function testApp(options: TestOptions = {}): Promise<TestApp> {
  const { now: start, sinceBoot = () => now.getTime(), ...config } = options;
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'murmur-test-'));
  const data = await openData(options.database ?? ':memory:');
  let now = new Date(start ?? '2026-11-22T12:00:00Z');
  let ids = 0;
  // A database that outlives this App meets another one that counts from the beginning.
  const own = options.database ? randomBytes(4).toString('hex') : '';
  const logged: string[] = [];
  const write = (...parts: unknown[]) => void logged.push(JSON.stringify(parts));
  opened.push(async () => {
    await data.close();
    if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true });
  });
  const settled: Config = { ...readConfig({ dataFolder, port: 3000 }, { MURMUR_TZ: 'UTC' }), database: ':memory:', ...config, dataFolder };
  const clock = companyClock({ now: () => now, organisation: data.organisation, otherwise: settled.timeZone, sinceBoot });
  await clock.readTimeZone();
  return {
    config: settled,
    data,
    log: { info: write, warn: write, error: write } as App['log'],
    chance: chanceFrom(1),
    ...clock,
    newId: () => `id-${own}${(ids += 1)}`,
    newSecret: () => `secret-${(ids += 1)}-${'x'.repeat(24)}`,
    setNow: (instant) => {
      now = new Date(instant.length === 10 ? `${instant}T12:00:00Z` : instant);
    },
    logged,
  };
}
