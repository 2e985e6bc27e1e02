// Setting up a programme, pausing and ending it. Each stands in the log that everybody reads, because it says how often people are asked.
// A rule never changes: another one is another programme, and what the first had drafted goes with it.
import type { Actor } from '#app/domain/access/actor.ts';
import type { JournalKind } from '#app/domain/installation/journal.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { hashOf } from '#app/domain/publication/release/canonical.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Programme, ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import type { PlanRefusal } from '#app/domain/surveys/programme/programme-year.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { withoutDraft } from './compose-draft.server.ts';
import { isWaveOf, plannedYear } from './plan-programme.server.ts';
import { askingKept } from '#app/domain/surveys/programme/turning-own.ts';
import { turningOf, type TurnRefusal } from './turn-own.server.ts';

export type SetRefusal = PlanRefusal | TurnRefusal | 'programme-meanwhile';

interface Wanted {
  readonly rule: ProgrammeRule;
  readonly language: Language;
  /** Of the form, so that one sent twice sets one up. */
  readonly request?: string;
}

/** Refused where no year can be planned by it, or an own question could not be sealed: nothing is changed then. Who is asked what stays as it was. */
export async function setProgramme(app: App, actor: Actor, { rule, language, request = app.newId() }: Wanted): Promise<Outcome<Programme, SetRefusal>> {
  const before = await app.data.programme.get();
  const again = before?.programme.id === request;
  if (again && hashOf(before.programme.rule) === hashOf(rule)) return done(before.programme);
  const asking = askingKept(before?.programme.asking ?? [], rule.rotating);
  const programme: Programme = { id: again ? app.newId() : request, state: 'running', rule, next: 0, begun: app.today(), ...(asking.length > 0 && { asking }) };
  const drafts = before ? await draftsOf(app, before.programme) : [];
  const turning = await turningOf(app, programme);
  const [away] = turning.away;
  if (away) return refused(away.because, { ...away.details, field: 'rotating[]' });
  const year = await plannedYear(app, programme, { language, turning });
  if (!year.ok) return year;
  const from = before && before.programme.state !== 'ended' ? String(before.programme.rule.everyWeeks) : '';
  return app.data.transaction(async (stores) => {
    if (!(await stores.programme.save(programme, before?.revision ?? 0))) return (await stores.programme.get())?.programme.id === request ? done(programme) : refused('programme-meanwhile');
    for (const id of drafts) await withoutDraft(stores, id);
    await log(app, stores, { actor, setting: from === '' ? 'programme-set' : 'programme-changed', from, to: String(rule.everyWeeks) });
    return done(programme);
  });
}

/** Drafts that nobody has sealed. */
async function draftsOf(app: App, programme: Programme): Promise<readonly string[]> {
  return (await app.data.surveys.all()).filter((survey) => survey.state === 'draft' && isWaveOf(survey, programme)).map(({ id }) => id);
}

type Turn = 'pause' | 'resume' | 'end';

const turned = {
  pause: { from: ['running'], state: 'paused', setting: 'programme-paused' },
  resume: { from: ['paused'], state: 'running', setting: 'programme-resumed' },
  end: { from: ['running', 'paused'], state: 'ended', setting: 'programme-ended' },
} as const satisfies Record<Turn, { readonly from: readonly Programme['state'][]; readonly state: Programme['state']; readonly setting: Setting }>;

/** What was sealed is asked to its end. A draft stays while the programme is paused, and goes when it ends. */
export async function turnProgramme(app: App, actor: Actor, turn: Turn): Promise<Outcome<null, 'programme-none' | 'programme-meanwhile'>> {
  const before = await app.data.programme.get();
  const { from, state, setting } = turned[turn];
  // Pressed twice, it is one turn.
  if (before?.programme.state === state) return done(null);
  if (!before || !(from as readonly string[]).includes(before.programme.state)) return refused('programme-none');
  const drafts = turn === 'end' ? await draftsOf(app, before.programme) : [];
  return app.data.transaction(async (stores) => {
    if (!(await stores.programme.save({ ...before.programme, state }, before.revision))) return refused('programme-meanwhile');
    for (const id of drafts) await withoutDraft(stores, id);
    await log(app, stores, { actor, setting, from: '', to: String(before.programme.rule.everyWeeks) });
    return done(null);
  });
}

type Setting = Extract<JournalKind, `programme-${string}`>;

async function log(app: App, stores: Stores, { actor, setting, from, to }: { readonly actor: Actor; readonly setting: Setting; readonly from: string; readonly to: string }): Promise<void> {
  await stores.organisation.logChange({ id: app.newId(), at: app.today(), actorId: actor.personId, setting, from, to });
  await noteDown(app, stores, [{ kind: setting, by: actor, what: to }]);
}
