// A disk that fills up while a survey is sealed, answered and closed: nothing acknowledged goes, HR is told where it began, and everything
// goes on by itself when there is room again.
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { letGo } from '#app/services/responses.server.ts';
import { checkReadiness } from '#app/services/installation/check-readiness.server.ts';
import { sealedView } from '#app/services/surveys/sealed-view.server.ts';
import { closeDueSurveys, closeSurvey, fixParticipation, releaseOf, resumeSealing, sealSurvey } from '#app/services/publication.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { beginClosing } from '#app/services/surveys/seal-and-invite.server.ts';
import { importPeople } from '#app/services/organisation/import-people.server.ts';
import { dropBallot, issuePaper, offerPaper } from '#app/services/responses.server.ts';
import { commitPlan, startPlan } from '#app/services/plans.server.ts';
import { drawPaper } from '#app/ballot/paper.ts';
import { sealWith, takePaper } from '#app/services/privacy/rehearse.server.ts';
import { failureOf } from '#app/platform/failures.server.ts';
import { action as uploadPast } from '#app/routes/surveys.past.new.tsx';
import { loader as home } from '#app/routes/_index.tsx';
import { loader as surveys } from '#app/routes/surveys._index.tsx';
import { newcomersUntil } from '#tests/support/newcomers.ts';
import { publishWaves } from '#tests/support/published.ts';
import { aSurveyOfAmber } from '#tests/support/survey-of-amber.ts';
import { cookieOf } from '#tests/support/visit.ts';
import { wished } from '#tests/support/wished-plan.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { answerWith } from '#tests/support/code-browser.ts';
import { aCompanyWithFewAddresses, bothWrite, hands, openDoor, printed, sealedWith } from '#tests/support/slips.ts';
import { printSlips } from '#app/services/responses/print-slips.server.ts';
import { slipsOf, writeDown } from '#app/services/surveys/slips.server.ts';
import { aDisk, type Disk } from '#tests/support/power-cut.ts';

const disks: Disk[] = [];
const probe = aDisk(16);
const possible = probe !== null;
probe?.remove();

afterEach(() => {
  for (const disk of disks.splice(0)) disk.remove();
});

/** Takes every block that is free, and gives it back. */
function ballastOn({ folder }: Disk) {
  const ballast = join(folder, 'ballast');
  return {
    fill() {
      for (let bytes = 1 << 20; bytes >= 512; bytes >>= 1) {
        try {
          for (let part = 0; ; part += 1) writeFileSync(`${ballast}-${bytes}-${part}`, Buffer.alloc(bytes, 1), { flush: true });
        } catch {
          // No room for a piece of this size any more.
        }
      }
      expect(statfsSync(folder).bavail).toBeLessThan(8);
    },
    free() {
      for (const name of readdirSync(folder)) if (name.startsWith('ballast')) rmSync(join(folder, name));
    },
  };
}

async function onDisk(): Promise<{ readonly app: TestApp; fill(): void; free(): void }> {
  const disk = aDisk(32)!;
  disks.push(disk);
  const app = await ballotApp({ dataFolder: disk.folder, database: join(disk.folder, 'murmur.sqlite') });
  return { app, ...ballastOn(disk) };
}

const six = [1, 2, 3, 4, 5, 6].map((number) => ({ personId: `operations-${number}`, answers: { 'PAY-01': 4 } }));

test.runIf(possible)(
  'full while it is sealed, a survey stays a draft, and is sealed by itself when there is room',
  async () => {
    const { app, fill, free } = await onDisk();
    await app.data.surveys.add(aDraft('pulse'));
    // The job is noted while there is room; the box finds none.
    const filling: TestApp = { ...app, checkpoint: (step) => step === 'seal:before-box' && fill() };
    await expect(sealSurvey(filling, 'pulse')).rejects.toThrow(/ENOSPC/);
    expect((await app.data.surveys.get('pulse'))?.state).toBe('draft');
    expect((await checkReadiness(app)).lines.join('\n')).toMatch(/disk: .*(cannot be written|are free)/);
    free();
    await resumeSealing(app);
    expect((await app.data.surveys.get('pulse'))?.state).toBe('sealed');
    await rehearse(app, 'pulse', six);
    await letGo(app);
  },
  120_000,
);

test.runIf(possible)(
  'full while it is answered and closed, a survey keeps every ballot, says so, and closes by itself when there is room',
  async () => {
    const { app, fill, free } = await onDisk();
    await sealed(app, aDraft('pulse'));
    await rehearse(app, 'pulse', six.slice(0, 3));
    fill();
    // Box and roll have all their room from the start.
    await rehearse(app, 'pulse', six.slice(3));
    // A page reads; only the clock writes.
    await fixParticipation(app).catch(() => undefined);
    expect((await sealedView(app, 'pulse')).ok).toBe(true);
    const closing = await beginClosing(app, await actorFor(app, 'hr'), 'pulse');
    expect(closing).toMatchObject({ ok: false, because: 'held-up' });
    const view = await sealedView(app, 'pulse');
    // Either it is open and takes ballots, or it is shown as being counted: never open and closed at once.
    if (!view.ok) throw new Error(view.because);
    expect(['open', 'counting']).toContain(view.value.phase);
    free();
    await closeDueSurveys(app);
    if ((await app.data.releases.ofSurvey('pulse')) === null) expect((await closeSurvey(app, 'pulse')).ok).toBe(true);
    expect((await releaseOf(app, 'pulse'))?.release.counts.ballots).toBe(6);
    await letGo(app);
  },
  120_000,
);

test.runIf(possible)(
  'full while papers are given and ballots come, each is kept or refused, and pages that read go on',
  async () => {
    const { app, fill, free } = await onDisk();
    await sealed(app, aDraft('pulse'));
    const taken = await takePaper(app, 'pulse', 'operations-1');
    const body = await sealWith(app, taken, { 'PAY-01': 3 });
    const cookie = await cookieOf(app, 'hr');
    fill();
    // Roll and box have all their room from the start.
    const offer = await offerPaper(app, 'north-2', 'pulse');
    if (!offer.ok) throw new Error(offer.because);
    const draw = await drawPaper(offer.value.key);
    if (!draw.ok) throw new Error(draw.because);
    expect(await issuePaper(app, 'north-2', { surveyId: 'pulse', blinded: Buffer.from(draw.value.blinded), reissue: false })).toMatchObject({ ok: true });
    expect(await dropBallot(app, 'pulse', body)).toMatchObject({ ok: true });
    for (const [loader, path] of [[home, '/'], [surveys, '/surveys']] as const) {
      const request = new Request(`http://localhost:3000${path}`, { headers: { cookie } });
      // Nothing is thrown: what a page writes on being read would be refused here.
      await (loader as (args: unknown) => Promise<unknown>)({ request, params: {}, context: { app, nonce: '' } });
    }
    free();
    expect((await closeSurvey(app, 'pulse')).ok).toBe(true);
    expect((await releaseOf(app, 'pulse'))?.release.counts.ballots).toBe(1);
    await letGo(app);
  },
  120_000,
);

test.runIf(possible)(
  'full while slips are printed, used and counted, no pile and no number goes, and codes in hands work',
  async () => {
    const disk = aDisk(32)!;
    disks.push(disk);
    const app = await aCompanyWithFewAddresses({ dataFolder: disk.folder, database: join(disk.folder, 'murmur.sqlite') });
    const { fill, free } = ballastOn(disk);
    const { hash } = await sealedWith(app, { kind: 'print', emails: hands });
    const [block, other] = (await slipsOf(app, 'pulse'))!.piles.map((pile) => pile.block);
    const { codes } = await printed(app, block!);
    await bothWrite(app, { [block!]: 5 });
    const { browser } = await openDoor(app);
    fill();
    const before = (await slipsOf(app, 'pulse'))!.piles.map(({ printings, agreed }) => [printings, agreed]);
    for (const code of codes.slice(0, 6)) expect(await answerWith(await browser(), code, hash)).toMatch(/\S/);
    // Each is refused in words of its own or by a database that is full; what it would have changed is as before.
    const hr = await actorFor(app, 'hr');
    const tried = [() => printSlips(app, hr, { surveyId: 'pulse', block: other ?? block! }), () => writeDown(app, hr, { surveyId: 'pulse', numbers: new Map([[block!, 9]]) })];
    for (const attempt of tried) expect(await attempt().then((outcome) => (outcome.ok ? 'done' : outcome.because), failureOf)).toMatch(/^(storage|full)$/);
    expect((await slipsOf(app, 'pulse'))!.piles.map(({ printings, agreed }) => [printings, agreed])).toEqual(before);
    free();
    expect((await printed(app, block!)).codes.length).toBe(codes.length);
    await bothWrite(app, { [block!]: 7 });
    expect((await slipsOf(app, 'pulse'))!.piles[0]!.agreed).toBe(7);
    await letGo(app);
  },
  120_000,
);

/** As somebody does it again when there is room. */
async function againUntilDone(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    return failureOf(error);
  }
}

test.runIf(possible)(
  'full while people are imported and a plan is committed, all of it is there or none, and it can be done again',
  async () => {
    const { app, fill, free } = await onDisk();
    await publishWaves(app, [aSurveyOfAmber()]);
    const head = await actorFor(app, 'north-1');
    const plan = await startPlan(app, head, wished());
    if (!plan.ok) throw new Error(plan.because);
    const fresh = async () => (await app.data.people.current()).filter(({ employeeId }) => employeeId?.startsWith('fresh-')).length;
    fill();
    // The log of the database may have room left for a little: for many people it has none.
    expect(await againUntilDone(() => importPeople(app, null, newcomersUntil(100)))).toBe('full');
    expect(await fresh()).toBe(0);
    const committed = await againUntilDone(() => commitPlan(app, head, plan.value.planId));
    expect(['full', 'done']).toContain(committed);
    expect((await app.data.plans.get(plan.value.planId))?.state).toBe(committed === 'done' ? 'committed' : 'draft');
    expect((await app.data.letters.counts()).waiting).toBe(committed === 'done' ? 1 : 0);
    free();
    expect((await importPeople(app, null, newcomersUntil(100))).imported).toBe(true);
    expect(await fresh()).toBe(4_000);
    if (committed !== 'done') expect((await commitPlan(app, head, plan.value.planId)).ok).toBe(true);
    expect((await app.data.plans.get(plan.value.planId))?.state).toBe('committed');
    await letGo(app);
  },
  120_000,
);

test.runIf(possible)(
  'full while a past survey is uploaded, the form says so, nothing of the file stays, and it can be sent again',
  async () => {
    const { app, fill, free } = await onDisk();
    const cookie = await cookieOf(app, 'hr');
    fill();
    const form = new FormData();
    form.set('answers', new File([Buffer.alloc(3 << 20, 'a,b\n')], 'answers.csv', { type: 'text/csv' }));
    const request = new Request('http://localhost:3000/surveys/past/new', { method: 'POST', body: form, headers: { cookie, 'content-length': String(4 << 20) } });
    const answered = await (uploadPast as (args: unknown) => Promise<Response>)({ request, params: {}, context: { app, nonce: '' } }).catch((error: unknown) => error);
    expect(answered).toBeInstanceOf(Response);
    expect((answered as Response).status).toBe(503);
    expect(await (answered as Response).text()).toContain('no-room');
    free();
    await letGo(app);
  },
  120_000,
);
