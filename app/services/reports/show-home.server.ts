// What somebody finds after signing in, by what that person is: what is asked of them and owed to them, what came of what they said; for
// a head what the own people need, for HR what runs and what is due, for administrators what is missing.
import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { inLanguage, type Language, type Localized } from '#app/domain/kernel/language.ts';
import type { SetUpItem } from '#app/domain/installation/set-up-list.ts';
import type { News } from '#app/domain/plans/feed-news.ts';
import type { FeedEntry } from '#app/domain/plans/feed-page.ts';
import type { Standing } from '#app/domain/organisation/people-source.ts';
import type { OwnDuty } from '#app/domain/plans/own-duties.ts';
import type { OpenInvitation, SurveyOfOthers } from '#app/domain/responses/open-invitation.ts';
import { firstSteps, type FirstStep } from '#app/domain/surveys/first-steps.ts';
import { lastDayOf } from '#app/domain/surveys/phase.ts';
import { isServiceSurvey } from '#app/domain/surveys/serving/service-survey.ts';
import type { HeldView } from '#app/domain/surveys/programme/held-view.ts';
import type { KeptForMe } from '#app/domain/surveys/set-aside.ts';
import type { App } from '#app/platform/app.server.ts';
import { cockpitOf, dutiesOfPerson, newsFor, type Cockpit } from '#app/services/plans.server.ts';
import { openSurveysFor, openSurveysOfOthers } from '#app/services/responses.server.ts';
import { scheduledTrouble } from '#app/services/organisation/scheduled-import.server.ts';
import { keptFor, keptSurveys } from '#app/services/surveys/decide-set-asides.server.ts';
import type { HandingOut } from '#app/domain/surveys/slips/slips-view.ts';
import { handOutsOf } from '#app/services/surveys/slips.server.ts';
import { answersUnseen, proposalsWaiting } from '#app/services/surveys/proposals.server.ts';
import { publishedSurveys } from '#app/services/surveys/survey-standing.server.ts';
import { ageOfResults, type Age } from './age-of-results.server.ts';
import { headHome, type HeadHome } from './show-head-home.server.ts';
import { heldViews } from '#app/services/surveys/held-views.server.ts';
import { textOf } from '#app/text/text.ts';
import { runningOf, type Running } from './show-running.server.ts';
import { setUpOf } from './show-set-up.server.ts';

export interface Home {
  readonly open: readonly OpenInvitation[];
  /** Open surveys that ask others, and why not this person. */
  readonly ofOthers: readonly SurveyOfOthers[];
  /** Surveys this person was asked for that are set aside or were destroyed uncounted. */
  readonly kept: readonly KeptForMe[];
  /** Surveys for which this person hands out slips. */
  readonly handsOut: readonly HandingOut[];
  /** How many wait for a decision, for those who decide; 0 otherwise. */
  readonly undecided: number;
  /** The survey of everybody that was published last; null before the first. */
  readonly last: { readonly id: string; readonly title: Localized; readonly closed: Day; readonly age: Age | null } | null;
  /** For HR until the first invitations are out; null otherwise. */
  readonly steps: readonly FirstStep[] | null;
  /** What this person has to do for plans, and nobody else's. */
  readonly duties: readonly OwnDuty[];
  readonly news: readonly HomeNews[];
  /** What heads, HR and administrators find besides; null for everybody else. */
  readonly head: HeadHome | null;
  readonly hr: (Cockpit & { readonly running: Running; /** That HR has not answered. */ readonly proposals: number; /** Of the programme. */ readonly held: readonly HeldView[] }) | null;
  readonly setUp: readonly SetUpItem[] | null;
  /** Own proposals that HR has answered since this person looked. */
  readonly proposalsAnswered: number;
  /** A people file that waits or was not had, for whoever looks after people. */
  readonly peopleFile: Standing | null;
}

/** What came of something this person said, in one line. */
export type HomeNews = { readonly departmentName: string; readonly own: boolean; readonly on: Day } & (
  | { readonly kind: 'plan'; readonly planId: string; readonly title: string; /** What the language is called it is read in, where that is not the reader's. */ readonly instead: string | null; readonly news: News }
  | { readonly kind: 'answer'; readonly issueId: string; readonly dimension: string; readonly to: string | null; /** What was answered; null where no survey asked it. */ readonly survey: string | null }
  | { readonly kind: 'words'; readonly id: string; readonly theme: string; readonly survey: string }
);

export async function homeOf(app: App, actor: Actor): Promise<Home> {
  const { language } = actor;
  const surveys = await app.data.surveys.all();
  const closed = surveys.filter((survey) => survey.state === 'closed').sort((one, other) => ((one.closedAt ?? '') < (other.closedAt ?? '') ? 1 : -1));
  const published = await publishedSurveys(app);
  const last = closed.find((survey) => published.has(survey.id) && !isServiceSurvey(survey));
  return {
    open: await openSurveysFor(app, actor),
    ofOthers: await openSurveysOfOthers(app, actor.personId),
    kept: await keptFor(app, actor.personId),
    handsOut: await handOutsOf(app, actor),
    undecided: may(actor, 'decide-set-asides') ? (await keptSurveys(app)).length : 0,
    last: last ? { id: last.id, title: last.title, closed: lastDayOf(last), age: await ageOfResults(app, last.id) } : null,
    steps: may(actor, 'compose-surveys') && closed.length === 0 ? await stepsOf(app) : null,
    duties: await dutiesOfPerson(app, actor, language),
    news: (await newsFor(app, actor, language)).flatMap((entry) => lineOf(entry, language)),
    head: may(actor, 'read-own-departments') ? await headHome(app, actor, language) : null,
    hr: may(actor, 'oversee-plans') ? { ...(await cockpitOf(app, actor, language)), running: await runningOf(app), proposals: await proposalsWaiting(app), held: await heldViews(app, textOf(language)) } : null,
    proposalsAnswered: await answersUnseen(app, actor),
    setUp: may(actor, 'run-system') ? await setUpOf(app) : null,
    peopleFile: may(actor, 'manage-people') ? await scheduledTrouble(app) : null,
  };
}

// What was answered to a theme stands in full on the page of what became of it.
function lineOf(entry: FeedEntry, language: Language): HomeNews[] {
  const { departmentName, own, on } = entry;
  if (entry.kind === 'words') return [{ kind: 'words', id: entry.id, theme: entry.theme, survey: entry.survey, departmentName, own, on }];
  if (entry.kind === 'answer') return [{ kind: 'answer', issueId: entry.issue.id, dimension: entry.dimension, to: entry.to, survey: inLanguage(entry.issue.evidence?.survey.title, language) ?? null, departmentName, own, on }];
  return [{ kind: 'plan', planId: entry.plan.id, title: entry.plan.title, instead: entry.words.instead, news: entry.news, departmentName, own, on }];
}

async function stepsOf(app: App): Promise<readonly FirstStep[] | null> {
  const surveys = await app.data.surveys.all();
  const sealed = surveys.filter((survey) => survey.state !== 'draft');
  const letters = await Promise.all(sealed.map((survey) => app.data.surveyLetters.ofSurvey(survey.id)));
  const steps = firstSteps({
    people: await app.data.people.count(),
    draft: surveys.find((survey) => survey.state === 'draft')?.id ?? null,
    sealed: sealed[0]?.id ?? null,
    invited: letters.some((list) => list.length > 0),
  });
  return steps.every(({ state }) => state === 'done') ? null : steps;
}
