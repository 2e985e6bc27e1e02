// Runs one test on the mutated product. Red is a test that ran and failed: one that was not found, or a product that does not load,
// proves nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutation } from './mutations.ts';

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Report {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
}

export function turnsRed({ id, test }: Mutation): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-mutation-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/mutations/vitest.config.ts', test.file, '-t', `${literally(test.name)}$`];
    spawnSync(process.execPath, [...args, '--reporter=json', `--outputFile=${report}`], { env: { ...process.env, MUTATION: id }, stdio: 'ignore' });
    const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    // Twice where it runs on both databases.
    return numFailedTests > 0 && numPassedTests === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
