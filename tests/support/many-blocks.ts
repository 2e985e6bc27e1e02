// A portal with a company of teams that are all counted on their own and people who are signed in already; with eighteen teams and the
// core pulse open to everybody it is the visit that has to cross a slow line.
import { addDays, day } from '#app/domain/kernel/day.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { template } from '#app/domain/surveys/questions/question-library.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import type { SurveyTemplate } from '#app/domain/surveys/questions/library-item.ts';
import { hashOfSecret } from '#app/platform/secrets.server.ts';
import { openApp, type App } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { sealSurvey } from '#app/services/publication.server.ts';
import { aDepartment, aPerson } from './directory.ts';
import { aDraft } from './drafts.ts';
import { openPortal, type Portal } from './portal.ts';

const survey = 'pulse';

export interface CompanyPortal extends Portal {
  /** The session of `person-0` … in the form in which a browser keeps it; `person-0` is HR. */
  session(index: number): { readonly name: string; readonly value: string; readonly url: string };
}

export interface PulsePortal extends CompanyPortal {
  readonly survey: string;
  /** Where the ballot page is. */
  link(language: Language): string;
}

export interface Company {
  readonly teams: number;
  /** People of a team; `person-0` … stand in the teams one after another. */
  readonly each: number;
  /** How many of them are signed in. */
  readonly signedIn: number;
}

const secret = (index: number) => `session-of-person-${index}`;

async function found(app: App, { teams, each, signedIn }: Company): Promise<void> {
  await app.data.organisation.save({ name: 'Amber', languages, language: 'en', k: 5, created: app.now().toISOString(), timeZone: null });
  const ids = Array.from({ length: teams }, () => app.newId());
  await app.data.departments.saveAll([aDepartment('amber', { name: 'Amber' }), ...ids.map((id, index) => aDepartment(id, { parentId: 'amber', name: `Team ${index + 1}`, position: index }))]);
  await app.data.people.saveAll(Array.from({ length: teams * each }, (_, index) => aPerson(`person-${index}`, { departmentId: ids[index % teams]!, language: 'en' })));
  await app.data.roles.grant('person-0', 'hr');
  for (let index = 0; index < signedIn; index += 1) {
    await app.data.sessions.save({ tokenHash: hashOfSecret(secret(index)), personId: `person-${index}`, createdOn: day('2024-01-01'), expiresOn: day('2099-01-01') });
  }
}

async function openPulse(app: App): Promise<(language: Language) => string> {
  const today = app.today();
  const questions = questionsOf(template('pulse-core') as SurveyTemplate, { k: 5 });
  await app.data.surveys.add(aDraft(survey, { opens: today, closes: addDays(today, 7), definition: { k: 5, languages, questions, cuts: [] } }));
  const sealed = await sealSurvey(app, survey);
  if (!sealed.ok) throw new Error(`not sealed: ${sealed.because}`);
  const { manifest, hash } = sealed.value;
  return (language) => `/ballot/${manifest.pages[language]}#${hash}`;
}

/** The built server, with the company put into its folder while it is down, and what `prepare` adds. */
export async function companyPortal<T>(company: Company, prepare: (app: App) => Promise<T>): Promise<CompanyPortal & { readonly prepared: T }> {
  const portal = await openPortal();
  await portal.kill();
  const app = await openApp(readConfig({ dataFolder: portal.dataFolder, port: Number(new URL(portal.url).port) }));
  await found(app, company);
  const prepared = await prepare(app);
  await letGo(app);
  await app.data.close();
  await portal.start();
  return { ...portal, prepared, session: (index) => ({ name: 'murmur_session', value: secret(index), url: portal.url }) };
}

export async function pulsePortal(): Promise<PulsePortal> {
  const { prepared: path, ...portal } = await companyPortal({ teams: 18, each: 9, signedIn: 18 }, openPulse);
  return { ...portal, survey, link: (language) => portal.url + path(language) };
}
