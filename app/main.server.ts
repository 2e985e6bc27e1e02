// Puts the house together and opens its door. The anonymous way stands in front of everything else: no session, no log, no
// framework ever sees a ballot.
import type { Server } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import { door } from './http/door.server.ts';
import { openApp, type App } from './platform/app.server.ts';
import './text/all.server.ts';
import { readConfig, type Overrides } from './platform/config.server.ts';
import { openMailer, type Mailer } from './platform/mailer.server.ts';
import { collectSooner } from './platform/memory.server.ts';
import { schedule, type Job } from './platform/scheduler.server.ts';
import { adoptTimeZone } from './services/organisation/set-time-zone.server.ts';
import { learnTongues } from './services/surveys/tongues.server.ts';
import { inviteToOpenSurveys } from './services/notifications/invite.server.ts';
import { tellWhatIsLate } from './services/notifications/tell-late.server.ts';
import { tellOfProgramme } from './services/notifications/tell-programme.server.ts';
import { watchWaves } from '#app/services/surveys/watch-waves.server.ts';
import { draftNextWave } from './services/surveys/draft-wave.server.ts';
import { tellChannel } from './services/notifications/tell-channel.server.ts';
import { tellNews } from './services/notifications/tell-news.server.ts';
import { writeOwedLetters } from './services/notifications/owe-letters.server.ts';
import { closeJournalDays } from './services/installation/keep-journal.server.ts';
import { dailyPlanLetters, reviewPlans } from './services/plans.server.ts';
import { closeDueSurveys, fixParticipation, forgetKeys, holdInstallation, lookAfterSetAsides, resumeForecasts, resumeSealing, retryAsWished, startSurveys, stopWork, tellOfRestored } from './services/publication.server.ts';
import { forgetLinks, forgetWhatEnded } from './services/installation/forget.server.ts';
import { forgetOldStages as forgetOldPastFiles } from './services/past-surveys/stage-files.server.ts';
import { takeScheduled } from './services/organisation/scheduled-import.server.ts';
import { forgetOldStages } from './services/organisation/stage-files.server.ts';
import { prepareResults } from './services/reports/read-results.server.ts';
import { sendLetters } from './services/notifications/send-letters.server.ts';

export interface Running {
  readonly app: App;
  readonly server: Server;
  readonly url: string;
  /** Resolves with what to say when another server took the installation over: then this one has to stop. */
  readonly lost: Promise<string>;
  /** Ends what is under way and closes everything, in order and within five seconds. False where something did not end in time: it goes on at the next start. */
  stop(): Promise<boolean>;
}

/** Where the sources are being changed: pages made anew with each request, and something that stands in front of the door. */
export interface Making {
  build(): Promise<ServerBuild>;
  stand(server: Server): void;
}

// @ts-expect-error a module that the Remix plugin makes at build time
const built = async () => (await import('virtual:remix/server-build')) as ServerBuild;

async function listen(app: App, making?: Making): Promise<Server> {
  const server = door(app, { build: making ? making.build : await built() });
  making?.stand(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(app.config.port, app.config.host, () => resolve(server));
  });
}

/** All that happens by itself; letters leave only where there is a server for them. */
export function jobsOf(app: App, mailer: Mailer | null): readonly Job[] {
  const jobs: Job[] = [
    { name: 'close surveys', when: '20 * * * * *', byDay: true, run: () => closeDueSurveys(app) },
    { name: 'go on sealing', when: '30 * * * * *', run: () => resumeSealing(app) },
    { name: 'tell of what a restore took', when: '3 * * * * *', run: () => tellOfRestored(app) },
    { name: 'retry as wished', when: '5 * * * * *', run: () => retryAsWished(app) },
    { name: 'look after surveys set aside', when: '10 * * * * *', byDay: true, run: () => lookAfterSetAsides(app) },
    { name: 'tell participation', when: '35 * * * * *', byDay: true, run: () => fixParticipation(app) },
    { name: 'take the people file', when: '55 */5 * * * *', byDay: true, run: () => takeScheduled(app) },
    { name: 'draft the next survey of the programme', when: '45 */5 * * * *', byDay: true, run: () => draftNextWave(app).then(() => watchWaves(app)) },
    { name: 'get results ready', when: '50 * * * * *', run: () => prepareResults(app) },
    { name: 'look at what plans changed', when: '0 */10 * * * *', byDay: true, run: () => reviewPlans(app) },
    { name: 'forget files nobody imported', when: '0 */10 * * * *', byDay: true, run: () => Promise.all([forgetOldStages(app), forgetOldPastFiles(app), forgetKeys(app)]) },
    { name: 'overwrite the log of the data', when: '30 5-59/10 * * * *', byDay: true, run: () => forgetLinks(app) },
    { name: 'close the days of the journal', when: '30 */10 * * * *', byDay: true, run: () => closeJournalDays(app) },
    { name: 'forget what has ended', when: '0 15 3 * * *', byDay: true, run: () => forgetWhatEnded(app) },
  ];
  // Nobody lives at the addresses of the demonstration.
  if (!app.config.demo) {
    jobs.push({ name: 'invite to surveys', when: '40 */5 * * * *', byDay: true, run: () => inviteToOpenSurveys(app) });
    jobs.push({ name: 'tell the channel', when: '50 */5 * * * *', byDay: true, run: () => tellChannel(app) });
    jobs.push({ name: 'tell what came of it', when: '20 */5 * * * *', byDay: true, run: () => tellNews(app) });
    jobs.push({ name: 'tell HR what is late', when: '25 */5 * * * *', byDay: true, run: () => tellWhatIsLate(app) });
    jobs.push({ name: 'tell HR of the programme', when: '55 */5 * * * *', byDay: true, run: () => tellOfProgramme(app) });
    jobs.push({ name: 'remind of plans', when: '0 */5 * * * *', byDay: true, run: () => dailyPlanLetters(app) });
  }
  jobs.push({ name: 'write letters that are owed', when: '15 * * * * *', run: () => writeOwedLetters(app) });
  if (mailer) jobs.push({ name: 'send letters', when: '*/5 * * * * *', run: () => sendLetters(app, mailer) });
  return jobs;
}

/** Milliseconds: those who start services wait ten seconds or more before they kill. */
const stopsWithin = 4_500;

/** Builds the App value, listens, and resolves when the first request can be answered. `now` tells the time; the computer's own clock unless told. */
export async function serve(overrides: Overrides = {}, now?: () => Date, making?: Making): Promise<Running> {
  collectSooner();
  const app = await openApp(readConfig(overrides), now);
  learnTongues(app);
  let hold: Awaited<ReturnType<typeof holdInstallation>> | null = null;
  try {
    hold = await holdInstallation(app);
    return await open(app, hold, making);
  } catch (error) {
    // A start that failed holds nothing: the next one must not find another portal here.
    await hold?.letGo();
    await app.data.close();
    throw error;
  }
}

/** What a stop interrupted does not wait for the clock. */
function resumed(app: App): void {
  for (const work of [resumeSealing(app), resumeForecasts(app)]) work.catch((error: unknown) => app.log.error({ err: error }, 'long work could not be taken up'));
}

async function open(app: App, hold: Awaited<ReturnType<typeof holdInstallation>>, making?: Making): Promise<Running> {
  await adoptTimeZone(app);
  // Before the first request: which slots are used is known only after reading the boxes.
  const { closing } = await startSurveys(app);
  await tellOfRestored(app).catch((error: unknown) => app.log.error({ err: error }, 'nobody could be told what a restore took; it is tried again'));
  const mailer = openMailer(app.config);
  const server = await listen(app, making);
  const stopJobs = schedule(jobsOf(app, mailer), app.log, app);
  resumed(app);
  const endInOrder = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), stopsWithin / 2).unref();
    await Promise.all([closed, stopWork(app), stopJobs(), closing]);
    mailer?.close();
    await hold.letGo();
    await app.data.close();
    return true;
  };
  const stop = () => Promise.race([endInOrder(), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), stopsWithin).unref())]);
  return { app, server, url: app.config.publicUrl, lost: hold.lost, stop };
}
