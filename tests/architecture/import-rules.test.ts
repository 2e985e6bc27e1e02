// The layers hold, and every rule that says so is alive: a forbidden import planted in a small program is found by its name.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Rules {
  readonly forbidden: IForbiddenRuleType[];
  readonly options: ICruiseOptions;
}

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Rules;

async function violations(folders: string[], baseDir = process.cwd()): Promise<string[]> {
  const options = { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true, baseDir };
  const { output } = await cruise(folders, options as ICruiseOptions, { alias: undefined });
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

test('no import turns back', async () => {
  expect(await violations(['app', 'db'])).toEqual([]);
});

describe('every rule finds its culprit', () => {
  const culprits: readonly (readonly [rule: string, from: string, to: string])[] = [
    ['layer-domain', 'app/domain/kernel/day.ts', 'app/text/en/common.ts'],
    ['layer-text', 'app/text/en/common.ts', 'app/ui/layout/frame.tsx'],
    ['layer-forms', 'app/forms/pulse.ts', 'app/services/people.server.ts'],
    ['layer-ui', 'app/ui/layout/frame.tsx', 'app/http/page.server.ts'],
    ['layer-platform', 'app/platform/app.server.ts', 'app/services/people.server.ts'],
    ['layer-services', 'app/services/people.server.ts', 'app/http/page.server.ts'],
    ['layer-http', 'app/http/page.server.ts', 'db/index.server.ts'],
    ['layer-cli', 'app/cli/people.ts', 'app/ui/layout/frame.tsx'],
    ['layer-routes', 'app/routes/_index.tsx', 'db/index.server.ts'],
    ['nothing-imports-a-route', 'app/routes/_index.tsx', 'app/routes/people.tsx'],
    ['parts-belong-to-their-route', 'app/routes/_index.tsx', 'app/routes/results/part.tsx'],
    ['seed-for-the-demonstration', 'app/services/people.server.ts', 'db/seed/company.ts'],
    ['made-up-voters-alone', 'app/services/people.server.ts', 'app/ballot/paper.ts'],
    ['noun-organisation', 'app/domain/organisation/person.ts', 'app/domain/surveys/survey.ts'],
    ['noun-publication', 'app/domain/publication/release/release.ts', 'app/domain/analysis/index.ts'],
    ['room-surveys-questions', 'app/domain/surveys/questions/question.ts', 'app/domain/surveys/own/own-words.ts'],
    ['room-surveys-letters', 'app/domain/surveys/letters/survey-letters.ts', 'app/domain/surveys/draft.ts'],
    ['room-analysis-changes', 'app/domain/analysis/changes/lines.ts', 'app/domain/analysis/map/look-first.ts'],
    ['room-publication-groups', 'app/domain/publication/groups/tree.ts', 'app/domain/publication/cuts/cut-preview.ts'],
    ['known-room', 'app/services/people.server.ts', 'app/domain/surveys/weather/rain.ts'],
    ['known-noun', 'app/domain/kernel/day.ts', 'app/domain/weather/rain.ts'],
    ['domain-is-pure', 'app/domain/kernel/day.ts', 'node_modules/react/index.js'],
    ['domain-without-node', 'app/domain/kernel/day.ts', 'node:fs'],
    ['db-knows-the-domain-only', 'db/index.server.ts', 'app/services/people.server.ts'],
    ['db-through-its-doors', 'app/services/people.server.ts', 'db/stores/organisation/people.ts'],
    ['boxes-door', 'app/services/people.server.ts', 'db/boxes.server.ts'],
    ['releases-are-made-twice', 'app/services/people.server.ts', 'app/domain/publication/publish.ts'],
    ['releases-are-made-twice', 'app/services/people.server.ts', 'app/domain/publication/tally/ballot-columns.ts'],
    ['figures-come-from-releases', 'app/domain/analysis/wave.ts', 'app/domain/publication/tally/tally-input.ts'],
    ['figures-come-from-releases', 'app/routes/_index.tsx', 'app/domain/publication/tally/answer-sheet.ts'],
    ['browser-never-reaches-the-server', 'app/ui/layout/frame.tsx', 'app/text/all.server.ts'],
    ['ballot-page-is-small', 'app/ballot/page.ts', 'app/domain/organisation/../publication/release/release.ts'],
    ['ballot-page-without-framework', 'app/ballot/page.ts', 'node_modules/react/index.js'],
    ['kysely-in-db', 'app/services/people.server.ts', 'node_modules/kysely/index.js'],
    ['one-driver', 'db/index.server.ts', 'node_modules/better-sqlite3/index.js'],
    ['charts-in-one-place', 'app/ui/results/heat-map.tsx', 'node_modules/chart.js/index.js'],
    ['services-know-no-http', 'app/services/people.server.ts', 'node_modules/express/index.js'],
    ['production-carries-what-it-runs', 'app/services/people.server.ts', 'node_modules/vite/index.js'],
    ['no-circle', 'app/services/circle.server.ts', 'app/services/people.server.ts'],
  ];
  let program: string;
  let found: string[];

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(program, file)), { recursive: true });
    writeFileSync(join(program, file), text, { flag: 'a' });
  }

  const specifier = (target: string) =>
    target.startsWith('node_modules/') ? (target.split('/')[1] as string) : target.startsWith('node:') ? target : `#${target}`;

  beforeAll(async () => {
    program = mkdtempSync(join(tmpdir(), 'murmur-rules-'));
    write('package.json', JSON.stringify({ type: 'module', imports: { '#app/*': './app/*', '#db/*': './db/*' }, devDependencies: { vite: '1.0.0' } }));
    write('tsconfig.json', '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "allowImportingTsExtensions": true } }');
    for (const [index, [, from, to]] of culprits.entries()) {
      const target = join(to);
      if (target.startsWith('node_modules/')) {
        mkdirSync(dirname(join(program, target)), { recursive: true });
        writeFileSync(join(program, dirname(target), 'package.json'), '{ "version": "1.0.0", "main": "index.js" }');
        writeFileSync(join(program, target), 'module.exports = {};');
      } else if (!target.startsWith('node:')) write(target, '');
      write(from, `export * as m${index} from '${specifier(target)}';\n`);
    }
    write('app/services/people.server.ts', `export * as circle from '#app/services/circle.server.ts';\n`);
    found = await violations(['app', 'db'], program);
  });

  afterAll(() => rmSync(program, { recursive: true, force: true }));

  test.each(culprits)('%s: %s → %s', (rule, from, to) => {
    const target = to.replace('node:', '').replace('organisation/../', '');
    expect(found).toContainEqual(expect.stringContaining(`${rule}: ${from} → ${target}`));
  });

  test('no rule is left without a culprit', () => {
    const tried = new Set(culprits.map(([rule]) => rule));
    const all = rules.forbidden.map((rule) => rule.name ?? '').filter((name) => !/^(?:noun|room)-/.test(name));
    expect(all.filter((name) => !tried.has(name))).toEqual([]);
  });

  test('answering and publishing alone may open the boxes', () => {
    expect(found.filter((line) => line.startsWith('boxes-door'))).toEqual([
      'boxes-door: app/services/people.server.ts → db/boxes.server.ts',
    ]);
  });
});
