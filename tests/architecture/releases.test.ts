// One release for each survey, and no number about people from anywhere else: who may open a box, and who may write a release.
import { describe, expect, test } from 'vitest';
import { linesMatching, sourcesIn, type Source } from '#tests/support/sources.ts';

/** Files in which a name is used, and not only defined or passed on by a door. */
const users = (name: RegExp, sources: readonly Source[] = sourcesIn('app')) => [...new Set(linesMatching(sources, name).map((line) => line.split(':')[0]!))].sort();

describe('a ballot', () => {
  test('is opened by the tally alone', () => {
    expect(users(/\breadBoxKey\(/)).toEqual(['app/services/publication/tally.server.ts']);
    expect(users(/\bballotColumns\(/, sourcesIn('app').filter(({ path }) => !path.startsWith('app/domain/publication/') && path !== 'app/domain/past-surveys/publish-unlinked.ts'))).toEqual(['app/services/publication/tally.server.ts']);
  });
});

describe('a release', () => {
  test('is made by the tally and by the analysis of past answers alone', () => {
    const outside = sourcesIn('app', 'db').filter(({ path }) => !path.startsWith('app/domain/publication/') && path !== 'app/domain/past-surveys/publish-unlinked.ts');
    expect(users(/\bpublish(Unlinked)?\(/, outside)).toEqual(['app/services/analysis/publish-file.server.ts', 'app/services/publication/tally.server.ts']);
  });

  test('is written where surveys close, where its file is taken back in, and where a past survey is kept', () => {
    expect(users(/\b(releases|pastSurveys)\.add\(/)).toEqual([
      'app/services/past-surveys/keep-past-survey.server.ts',
      'app/services/publication/close-survey.server.ts',
      'app/services/publication/read-releases.server.ts',
    ]);
  });

  test('once written is never written over: its table knows no other change than a row more', () => {
    const stores = sourcesIn('db/stores').filter(({ path }) => /\/(releases|past-surveys)\.ts$/.test(path));
    expect(stores.map(({ path }) => path)).toEqual(['db/stores/past-surveys/past-surveys.ts', 'db/stores/publication/releases.ts']);
    expect(linesMatching(stores, /updateTable|deleteFrom|replaceInto|doUpdateSet/)).toEqual([]);
  });

  test('the rule would see a second place', () => {
    expect(users(/\bpublish(Unlinked)?\(/, [{ path: 'app/services/live.server.ts', text: 'const now = publish(input, {});' }])).toEqual(['app/services/live.server.ts']);
  });
});
