import { describe, expect, test } from 'vitest';
import { linesMatching, sourcesIn } from '#tests/support/sources.ts';

describe('the two databases are named in few places', () => {
  // A file's ending and the source of a format name no database to branch on.
  const dialectWord = /(?<!\.)\b(sqlite3?|better-sqlite3|postgres(ql)?|pg)\b(?!\.org)/i;
  const places = /^db\/(dialects\/|index\.server\.ts|boxes(\.server\.ts|\/))/;

  test('their names occur in the dialects and the doors alone', () => {
    const elsewhere = sourcesIn('app', 'db').filter(({ path }) => !places.test(path));
    expect(linesMatching(elsewhere, dialectWord)).toEqual([]);
  });

  test('the rule would see a name', () => {
    const branch = { path: 'db/stores/organisation/people.ts', text: "if (dialect === 'postgres') {" };
    expect(linesMatching([branch], dialectWord)).toHaveLength(1);
  });
});

describe('the domain is pure', () => {
  const impure = [
    /\bDate\.now\b/,
    /\bnew Date\(\s*\)/,
    /\bMath\.random\b/,
    /\bprocess\./,
    /\bfetch\(/,
    /\bsetTimeout\b|\bsetInterval\b/,
    /\bcrypto\./,
    /\bconsole\./,
  ];
  // Comments may speak of what code may not do.
  const code = sourcesIn('app/domain').map(({ path, text }) => ({ path, text: text.replace(/^\s*(\/\/|\/?\*).*$/gm, '') }));

  test.each(impure)('no %s', (pattern) => {
    expect(linesMatching(code, pattern)).toEqual([]);
  });
});

test('the environment is read in one place', () => {
  const elsewhere = sourcesIn('app', 'db').filter(
    ({ path }) => path !== 'app/platform/config.server.ts' && !path.startsWith('app/ballot/build/'),
  );
  // React asks for this one by itself; the command that serves sets it.
  const read = linesMatching(elsewhere, /process\.env/).filter((line) => !line.includes("['NODE_ENV'] ??= "));
  expect(read).toEqual([]);
});

test('no module is mocked, no test is skipped or alone', () => {
  const forbidden = /\bvi\.(mock|doMock|hoisted)\(|\b(test|it|describe)\.(only|skip|todo)\b/;
  const others = sourcesIn('tests').filter(({ path }) => !path.endsWith('architecture/words.test.ts'));
  expect(linesMatching(others, forbidden)).toEqual([]);
});

test('no folder or file hides behind a name that says nothing', () => {
  const empty = /(^|\/)(utils?|helpers?|common|types|manager|misc|shared)(\/|\.tsx?$)/;
  const paths = sourcesIn('app', 'db', 'tests').map(({ path }) => path);
  // The words that every page uses are common to all pages.
  expect(paths.filter((path) => empty.test(path) && !path.startsWith('app/text/'))).toEqual([]);
});

describe('there is one clock of days', () => {
  // Whoever cuts an instant to ten letters has the day of UTC, which is another day for half of the world; `today` knows the company's.
  const otherClock = /\bdayOf\(|toISOString\(\)\s*\.(slice\(0, 10\)|substring|split)|\bat\.slice\(0, 10\)|At\.slice\(0, 10\)|\bgetUTC(Date|Day|Month)\(|\.get(Date|Day|Month|FullYear)\(|toLocale(Date|Time)?String\(|config\.timeZone\b/;
  const clocks = /^app\/(domain\/kernel\/|platform\/)/;
  // Before there is a company, and for one that has no zone yet.
  const without = new Set(['app/services/organisation/set-time-zone.server.ts', 'app/services/installation/back-up.server.ts']);

  test('no other place asks what day it is', () => {
    const elsewhere = sourcesIn('app', 'db').filter(({ path }) => !clocks.test(path) && !without.has(path));
    expect(linesMatching(elsewhere, otherClock)).toEqual([]);
  });

  test.each(['new Date().toISOString().slice(0, 10)', 'note.at.slice(0, 10)', 'release.releasedAt.slice(0, 10)', 'dayOf(app.now())', 'app.now().getUTCDay()'])('the rule would see %s', (text) => {
    expect(linesMatching([{ path: 'app/services/new.server.ts', text }], otherClock)).toHaveLength(1);
  });
});
