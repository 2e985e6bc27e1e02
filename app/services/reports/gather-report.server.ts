// What a written report is made of, gathered from what its pages show to this very reader. Attacker: whoever asks for the report of a
// department that is too small to be shown, to learn by a refusal that it exists or with whom it is counted.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { askedQuestions } from '#app/domain/reports/document/asked-questions.ts';
import type { ReportParts } from '#app/domain/reports/document/report-parts.ts';
import { manifestOf } from '#app/domain/publication/tally/manifest-text.ts';
import type { App } from '#app/platform/app.server.ts';
import { giveWay } from '#app/platform/slices.server.ts';
import { adviceOn, plansSaid } from '#app/services/plans.server.ts';
import { fingerprintIn } from '#app/services/publication/show-fingerprint.server.ts';
import { ageOfFigures } from './age-of-results.server.ts';
import { departmentIn, linesUpTo, mayRead, ownBranch, readMethod, readQuestions, readResults, type Refused } from './read-results.server.ts';
import { wordsSaid } from './words-said.server.ts';

export interface ReportLook {
  readonly surveyId: string;
  /** Null: the company, and for a head the first own department. */
  readonly department: string | null;
  readonly language: Language;
}

interface GatheredReport {
  readonly wave: Wave;
  readonly department: string;
  readonly parts: ReportParts;
}

export async function gatherReport(app: App, actor: Actor, look: ReportLook): Promise<Outcome<GatheredReport, Refused>> {
  const found = await reportable(app, actor, look);
  if (!found.ok) return found;
  const { wave, department } = found.value;
  const asked = { ...look, department };
  const results = await readResults(app, actor, { ...asked, compared: 'rest' });
  const questions = await readQuestions(app, actor, asked);
  const method = await readMethod(app, look.surveyId, look.language);
  if (!results.ok) return results;
  if (!questions.ok) return questions;
  if (!method.ok) return method;
  await giveWay();
  const short = results.value.priorities.map(({ id }) => id);
  const parts: ReportParts = {
    ...(await sealedWords(app, look)),
    company: (await app.data.organisation.get())?.name ?? '',
    age: await ageOfFigures(app, { surveyId: look.surveyId, closed: results.value.survey.closed }),
    results: results.value,
    questions: questions.value,
    method: method.value,
    questionnaire: askedQuestions(wave, look.language),
    words: await wordsSaid(app, actor, { wave, department, language: look.language }),
    advice: adviceOn(wave, { department, dimensions: short }, look.language),
    plans: await plansSaid(app, actor, { within: withinOf(wave, department), language: look.language }),
  };
  await giveWay();
  return done({ wave, department, parts });
}

/** Whether this reader is offered a report of the department at all. */
export async function offersReport(app: App, actor: Actor, look: Omit<ReportLook, 'language'>): Promise<boolean> {
  return (await reportable(app, actor, look)).ok;
}

/** Departments that have a report of this survey, whoever may read it; none where nothing is published. */
export async function reportedDepartments(app: App, surveyId: string): Promise<ReadonlySet<string>> {
  const wave = (await linesUpTo(app, surveyId)).at(-1)?.wave;
  return new Set(wave ? wave.tree.ids.filter((id) => hasOwnNumber(wave, id)) : []);
}

async function reportable(app: App, actor: Actor, look: Omit<ReportLook, 'language'>): Promise<Outcome<{ readonly wave: Wave; readonly department: string }, Refused>> {
  const last = (await linesUpTo(app, look.surveyId)).at(-1)?.wave;
  const found = departmentIn(last, look.department ?? ownBranch(actor, last));
  if (!found.ok) return found;
  const { wave, department } = found.value;
  if (!mayRead(actor, wave, department)) return refused('forbidden');
  return hasOwnNumber(wave, department) ? found : refused('not-found');
}

/** Has a number of its own; what is only found through those it is counted with is refused like what is not there. */
export function hasOwnNumber(wave: Wave, department: string): boolean {
  return department === wave.root || ownNumbersOf(wave).has(department);
}

const ownNumbers = new WeakMap<Wave, ReadonlySet<string>>();

function ownNumbersOf(wave: Wave): ReadonlySet<string> {
  const known = ownNumbers.get(wave) ?? new Set(wave.base === null ? [] : wave.release.partitions[wave.base]?.departments.map(({ id }) => id));
  ownNumbers.set(wave, known);
  return known;
}

export function withinOf({ tree }: Wave, department: string): ReadonlySet<string> {
  const place = tree.indexOf.get(department) ?? 0;
  return new Set(tree.ids.slice(place, tree.end[place]));
}

async function sealedWords(app: App, { surveyId, language }: ReportLook): Promise<Pick<ReportParts, 'asked' | 'fingerprint'>> {
  const manifest = await app.data.manifests.ofSurvey(surveyId);
  if (!manifest) return { asked: null, fingerprint: null };
  const { opens, closes, purpose } = manifestOf(manifest.text).survey;
  return { asked: { opens, closes, purpose: inLanguage(purpose, language) }, fingerprint: fingerprintIn(language, manifest.hash) };
}
