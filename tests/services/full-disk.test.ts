// A disk that fills up while a survey is sealed, answered and closed: nothing acknowledged goes, HR is told where it began, and everything
// goes on by itself when there is room again.
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { letGo } from '#app/services/answering.server.ts';
import { checkReadiness } from '#app/services/checking-readiness.server.ts';
import { sealedView } from '#app/services/overseeing-surveys.server.ts';
import { closeDueSurveys, closeSurvey, fixParticipation, releaseOf, resumeSealing, sealSurvey } from '#app/services/publishing.server.ts';
import { rehearse } from '#app/services/rehearsing.server.ts';
import { beginClosing } from '#app/services/sealing-and-inviting.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { aDisk, type Disk } from '#tests/support/power-cut.ts';

const disks: Disk[] = [];
const probe = aDisk(16);
const possible = probe !== null;
probe?.remove();

afterEach(() => {
  for (const disk of disks.splice(0)) disk.remove();
});

async function onDisk(): Promise<{ readonly app: TestApp; fill(): void; free(): void }> {
  const disk = aDisk(32)!;
  disks.push(disk);
  const app = await ballotApp({ dataFolder: disk.folder, database: join(disk.folder, 'murmur.sqlite') });
  const ballast = join(disk.folder, 'ballast');
  return {
    app,
    fill() {
      for (let bytes = 1 << 20; bytes >= 512; bytes >>= 1) {
        try {
          for (let part = 0; ; part += 1) writeFileSync(`${ballast}-${bytes}-${part}`, Buffer.alloc(bytes, 1), { flush: true });
        } catch {
          // No room for a piece of this size any more.
        }
      }
      expect(statfsSync(disk.folder).bavail).toBeLessThan(8);
    },
    free() {
      for (const name of readdirSync(disk.folder)) if (name.startsWith('ballast')) rmSync(join(disk.folder, name));
    },
  };
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
