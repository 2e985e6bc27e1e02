// Papers of the works council: each is made once, from what the page «Privacy» and the privacy check say at that moment, and is printed
// from what was kept ever after. A paper is a question about rights and settings; no answer and no count of answers is in it.
import { may, type Actor } from '#app/domain/access/actor.ts';
import { day } from '#app/domain/kernel/day.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { CouncilPaper, PaperFacts } from '#app/domain/privacy/council-paper.ts';
import type { PrivacyReport } from '#app/domain/privacy/privacy-report.ts';
import { keptSentences, limitSentences, promisedSentences } from '#app/domain/privacy/promise-sentences.ts';
import type { App } from '#app/platform/app.server.ts';
import { journalSeal } from '#app/services/installation/keep-journal.server.ts';
import { clockOf } from '#app/services/organisation/set-time-zone.server.ts';
import { checkPrivacyOnce } from '#app/services/privacy.server.ts';
import { textOf, type TextKey } from '#app/text/text.ts';
import { privacyOverview } from './change-settings.server.ts';

interface Making {
  /** Of the form, so that one sent twice makes one paper. */
  readonly request?: string | undefined;
  /** The privacy check, which takes some seconds. */
  readonly check?: (app: App) => Promise<PrivacyReport>;
}

/** Its number. */
export async function makeCouncilPaper(app: App, actor: Actor, { request = app.newId(), check = checkPrivacyOnce }: Making = {}): Promise<Outcome<number, 'forbidden'>> {
  if (!may(actor, 'manage-people')) return refused('forbidden');
  const report = await check(app);
  const facts = await factsNow(app, report);
  return done(await app.data.councilPapers.add({ id: request, day: app.today(), facts }));
}

async function factsNow(app: App, { at, checks }: PrivacyReport): Promise<PaperFacts> {
  const { k, retention, readers, log } = await privacyOverview(app);
  const clock = clockOf(app, at, 'en');
  const until = app.today();
  return {
    company: (await app.data.organisation.get())?.name ?? '',
    address: app.config.publicUrl,
    k,
    retention,
    timeZone: app.timeZone(),
    readers,
    checked: { day: clock?.day ?? day(until), time: clock?.time ?? '' },
    checks,
    log: { until, ids: log.filter((change) => change.day === until).map(({ id }) => id) },
    journal: await journalSeal(app),
    promise: promiseInEnglish(),
  };
}

/** Every sentence of the promise, how it is kept, and what it does not protect against. */
function promiseInEnglish(): Record<string, string> {
  const text = textOf('en');
  const keys: TextKey[] = [...promisedSentences.map(({ sentence }) => sentence), ...keptSentences.map((id) => `privacy.kept.${id}` as const), ...limitSentences.map((id) => `privacy.limits.${id}` as const)];
  return Object.fromEntries(keys.map((key) => [key, text(key, { k: '', n: '', m: '' })]));
}

/** Latest first. */
export const councilPapers = (app: App): Promise<Pick<CouncilPaper, 'number' | 'day'>[]> => app.data.councilPapers.listed();
