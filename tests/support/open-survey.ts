// A sealed survey of the small company, with a roll, a box and keys in a folder of its own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { languages, type Localized } from '#app/domain/kernel/language.ts';
import type { Question } from '#app/domain/surveys/question.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { letGo } from '#app/services/answering.server.ts';
import { sealSurvey, type Sealed } from '#app/services/publishing.server.ts';
import { testApp, type TestApp, type TestOptions } from './app.ts';
import { aSmallCompany } from './people.ts';

const apps: TestApp[] = [];

afterEach(async () => {
  for (const app of apps.splice(0)) await letGo(app);
});

export const said = (text: string): Localized => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });

export const satisfaction: Question = {
  kind: 'scale',
  id: 'PAY-01',
  text: said('My pay is fair'),
  dimension: 'pay',
  k: 5,
  points: 5,
  reverse: false,
  labels: ['1', '2', '3', '4', '5'].map(said),
  low: { at: 2, prompt: said('Why?'), options: [{ id: 'level', label: said('Level') }, { id: 'rules', label: said('Rules') }], longest: 200 },
};

export const remarks: Question = { kind: 'open', id: 'open', text: said('Anything else?'), dimension: null, k: 5, longest: 500 };

export function aDraft(id: string, more: Partial<Survey> = {}): Survey {
  return {
    id,
    state: 'draft',
    title: said('Pulse'),
    purpose: said('To know'),
    opens: day('2026-11-22'),
    closes: addDays(day('2026-11-22'), 7),
    programme: null,
    definition: { k: 5, languages, questions: [satisfaction, remarks], cuts: [] },
    manifestHash: null,
    createdBy: null,
    createdAt: '2026-11-22T12:00:00.000Z',
    closedAt: null,
    ...more,
  };
}

/** Small stand-ins for the built ballot pages. */
export function writePages(buildFolder: string): void {
  mkdirSync(join(buildFolder, 'ballot'), { recursive: true });
  for (const language of languages) {
    const page = `<!doctype html><html lang="${language}"><style>p{}</style><p>Ballot</p><script type="module">document.title = 'ballot'</script></html>\n`;
    writeFileSync(join(buildFolder, 'ballot', `${language}.html`), page);
  }
}

/** An App with pages to seal; the small company is in it. */
export async function ballotApp(options: TestOptions = {}): Promise<TestApp> {
  const made = await testApp(options);
  const buildFolder = options.buildFolder ?? join(made.config.dataFolder, 'build');
  if (!options.buildFolder) writePages(buildFolder);
  const app: TestApp = { ...made, config: { ...made.config, buildFolder } };
  apps.push(app);
  await aSmallCompany(app);
  return app;
}

/** Seals a draft and gives what was sealed. */
export async function sealed(app: TestApp, draft: Survey): Promise<Sealed> {
  await app.data.surveys.add(draft);
  const outcome = await sealSurvey(app, draft.id);
  if (!outcome.ok) throw new Error(`not sealed: ${outcome.because}`);
  return outcome.value;
}

/** Everybody of the small company, in the order in which they are made. */
export async function everybody(app: TestApp): Promise<string[]> {
  return (await app.data.people.current()).map(({ id }) => id);
}
