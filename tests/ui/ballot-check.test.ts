// The documented command with which anybody compares a ballot page with these sources.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function ballotPage(...args: string[]) {
  return spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'app/ballot/build/check.ts', ...args], { encoding: 'utf8' });
}

test('the command prints a hash for each language in the box, finds a page of these sources by its hash, and refuses a foreign one in words', () => {
  const built = ballotPage();
  expect(built.status).toBe(0);
  const hashes = built.stdout.trim().split('\n').map((line) => line.split('  ')[0]!);
  // Three that are whole, and German, French, Spanish and Japanese.
  expect(new Set(hashes).size).toBe(7);

  const own = ballotPage('--check', hashes[1]!);
  expect(own.status).toBe(0);
  expect(own.stdout).toContain('the page with this hash is the one built from these sources');

  const foreign = 'f'.repeat(64);
  const other = ballotPage('--check', foreign);
  expect(other.status).toBe(1);
  expect(other.stderr).toContain(`none of these is ${foreign}: the page was built from other sources, with other versions, or was altered`);
}, 60_000);

test.each([[['--check']], [['--check', 'no-hash']], [['--check', 'f'.repeat(63)]], [['something']]])('a call such as %j is told how it would be right', (args) => {
  const { status, stderr } = ballotPage(...args);
  expect(status).toBe(2);
  expect(stderr).toContain('Usage: npm run ballot-page');
}, 60_000);
