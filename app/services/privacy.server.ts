// The privacy self-test of an installation: looks at everything the promise rests on and tries the attack on made-up people. It
// changes nothing and tells no number of ballots of an open survey.
import { nothingFound, privacyChecks, type PrivacyCheck, type PrivacyReport } from '#app/domain/privacy/privacy-report.ts';
import type { App } from '#app/platform/app.server.ts';
import { inspectStages } from './past-surveys/stage-files.server.ts';
import { checkBackups } from './privacy/check-backups.server.ts';
import { checkClosedSurveys, checkManifests } from './privacy/check-closed-surveys.server.ts';
import { checkGroupSize, checkSchema, checkVersions, portalFilesOpenToOthers } from './privacy/check-portal.server.ts';
import { checkDisk, checkForgetting, checkSwap } from './privacy/check-disks.server.ts';
import { rehearsePrivacy } from './privacy/rehearse-privacy.server.ts';
import { strays, talkativeLogs } from './privacy/find-strays.server.ts';
import { checkJournal } from './installation/keep-journal.server.ts';
import { hasUnannouncedProxy } from './installation/notice-trouble.server.ts';
import { inspectOpenSurveys } from './publication/inspect-open-surveys.server.ts';

export async function checkPrivacy(app: App): Promise<PrivacyReport> {
  const open = await inspectOpenSurveys(app);
  const logs = await talkativeLogs(app.config.dataFolder);
  const past = inspectStages(app);
  const n = open.surveys;
  const found: PrivacyCheck[] = [
    ...(await checkSchema(app)),
    await checkGroupSize(app),
    nothingFound('folders', [...(await portalFilesOpenToOthers(app)), ...open.folders]),
    nothingFound('box-files', open.files, { n }),
    nothingFound('slots', open.slots, { n }),
    nothingFound('papers', open.papers, { n }),
    nothingFound('roll', open.roll, { n }),
    nothingFound('keys', open.keys, { n }),
    await checkManifests(app),
    nothingFound('open-surveys', open.standing, { n }),
    ...(await checkClosedSurveys(app)),
    nothingFound('strays', await strays(app.config.dataFolder, open.secrets)),
    nothingFound('past-files', past.found, { n: past.waiting }),
    nothingFound('logs', logs.found, { n: logs.logs }),
    nothingFound('proxies', hasUnannouncedProxy(app) ? ['MURMUR_PROXIES=0'] : []),
    await checkJournal(app),
    await checkBackups(app, open.secrets),
    ...(await rehearsePrivacy(app)),
    await checkVersions(app),
    checkForgetting(app),
    ...checkDisk(app),
    checkSwap(),
  ];
  const checks = privacyChecks.map((id) => found.find((check) => check.id === id)!);
  return { ok: checks.every(({ ok }) => ok), at: app.now().toISOString(), checks };
}

const running = new WeakMap<App['data'], Promise<PrivacyReport>>();
const latest = new WeakMap<App['data'], PrivacyReport>();

/** For the page: one at a time, however often it is asked for; the result is kept until the next. */
export function checkPrivacyOnce(app: App): Promise<PrivacyReport> {
  const before = running.get(app.data);
  if (before) return before;
  const check = checkPrivacy(app)
    .then((report) => {
      latest.set(app.data, report);
      return report;
    })
    .finally(() => running.delete(app.data));
  running.set(app.data, check);
  return check;
}

/** The latest result since the portal was started; null before the first. */
export function latestPrivacyReport(app: App): PrivacyReport | null {
  return latest.get(app.data) ?? null;
}
