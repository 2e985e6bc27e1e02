// A sealed survey of the small company, with a roll, a box and keys in a folder of its own.
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { letGo } from '#app/services/responses.server.ts';
import { sealSurvey, type Sealed } from '#app/services/publication.server.ts';
import { writePages } from './stand-in-pages.ts';
import { testApp, type TestApp, type TestOptions } from './app.ts';
import { aSmallCompany } from './people.ts';

const apps: TestApp[] = [];

afterEach(async () => {
  for (const app of apps.splice(0)) await letGo(app);
});

export { aDraft } from './drafts.ts';
export { writePages } from './stand-in-pages.ts';

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

const away = day('2999-12-31');

/** Two in one window for the same people are refused at sealing; those that were sealed before that lie in installations all the same. */
export async function besideOthers<T>({ data }: TestApp, work: () => Promise<T>): Promise<T> {
  const others = (await data.surveys.inState('sealed')).filter((survey) => !isConsultation(survey));
  for (const other of others) await data.surveys.replace({ ...other, opens: away, closes: away }, 'sealed');
  try {
    return await work();
  } finally {
    for (const other of others) await data.surveys.replace(other, 'sealed');
  }
}

/** Seals a draft and gives what was sealed, also beside others. */
export async function sealed(app: TestApp, draft: Survey): Promise<Sealed> {
  await app.data.surveys.add(draft);
  const outcome = await besideOthers(app, () => sealSurvey(app, draft.id));
  if (!outcome.ok) throw new Error(`not sealed: ${outcome.because}`);
  return outcome.value;
}

/** Everybody of the small company, in the order in which they are made. */
export async function everybody(app: TestApp): Promise<string[]> {
  return (await app.data.people.current()).map(({ id }) => id);
}
