// A portal in a process of its own that kills itself at one step, as a power cut would: no handler runs, nothing is flushed.
// doomed.ts FOLDER STEP ACTION …: STEP is the name of a checkpoint or `-`; what was acknowledged is printed line by line.
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '#app/domain/access/actor.ts';
import { openApp, type App } from '#app/platform/app.server.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { dropBallot, holderOf, issuePaper, issuePaperForCode, tryCode } from '#app/services/responses.server.ts';
import { sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { closeSurvey, sealSurvey, startSurveys } from '#app/services/publication.server.ts';
import { removeTongue, takeTongue } from '#app/services/surveys/bring-tongue.server.ts';
import '#app/text/all.server.ts';

const [folder = '', step = '-', action = '', ...names] = process.argv.slice(2);

const hr: Actor = { personId: 'hr', name: 'HR', departmentId: null, language: 'en', roles: ['hr'], heads: [] };

const acknowledge = (line: string) => void writeSync(1, `${line}\n`);

const actions: Readonly<Record<string, (app: App) => Promise<void>>> = {
  async seal(app) {
    acknowledge((await sealSurvey(app, 'draft')).ok ? 'sealed' : 'refused');
  },
  async issue(app) {
    const blinded = readFileSync(join(folder, 'blinded'));
    const issued = await issuePaper(app, 'north-1', { surveyId: 'pulse', blinded, reissue: false });
    acknowledge(issued.ok ? issued.value.toString('hex') : issued.because);
  },
  async code(app) {
    acknowledge((await tryCode(app, { code: names[0] ?? '', holder: holderOf('a browser'), language: 'en' })).ok ? 'held' : 'refused');
  },
  async 'slip-paper'(app) {
    const blinded = readFileSync(join(folder, 'blinded'));
    const issued = await issuePaperForCode(app, holderOf('a browser'), { surveyId: 'pulse', blinded, reissue: false });
    acknowledge(issued?.ok ? issued.value.toString('hex') : 'refused');
  },
  async drop(app) {
    for (const name of names) if ((await dropBallot(app, 'pulse', readFileSync(join(folder, 'bodies', name)))).ok) acknowledge(name);
  },
  async close(app) {
    acknowledge((await closeSurvey(app, 'pulse')).ok ? 'closed' : 'refused');
  },
  async tongue(app) {
    const [stage = '', hash = ''] = names;
    acknowledge((await takeTongue(app, hr, stage, { tongue: 'it', hash, reviewed: false })).ok ? 'taken' : 'refused');
  },
  async 'no-tongue'(app) {
    acknowledge((await removeTongue(app, hr, 'it')).ok ? 'removed' : 'refused');
  },
  /** To the mail server at that address, until somebody kills it. */
  async send(app) {
    const config = { ...app.config, smtp: names[0] ?? '' };
    await sendLetters({ ...app, config }, openMailer(config)!);
    acknowledge('all sent');
  },
  async invite(app) {
    acknowledge(String(await inviteToOpenSurveys(app)));
  },
};

// Of a step that comes several times the time may be named.
let left = action === 'invite' ? Number(names[0] ?? 1) : 1;

const checkpoint = (reached: string) => {
  if (reached === step && --left === 0) process.kill(process.pid, 'SIGKILL');
};

const opened = await openApp({ ...readConfig({ dataFolder: folder, port: 3000 }, {}), buildFolder: join(folder, 'build') }, () => new Date(action === 'invite' ? '2026-11-23T10:00:00Z' : '2026-11-22T12:00:00Z'));
const app: App = { ...opened, checkpoint };
await startSurveys(app);
await actions[action]!(app);
process.exit(0);
