// What programs show to read what was published. HR makes it and can end it; of the secret only a hash under the installation's own key
// is stored, so that a row that somebody writes into a copy of the database opens nothing elsewhere.
import { createHmac, hkdfSync } from 'node:crypto';
import { may, type Actor } from '#app/domain/access/actor.ts';
import { lastDayOf, readerBy, type MachineToken, type Scope } from '#app/domain/access/machine-token.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { actorOfPerson } from '#app/services/access.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';

export interface WishedToken {
  /** Made with the form: a form sent twice makes one token. */
  readonly request: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly lastDay: Day;
}

/** So that a scanner for leaked secrets knows one when it meets it. */
const prefix = 'murmur_';

async function hashOf(app: App, secret: string): Promise<string> {
  const key = await app.data.installation.key();
  if (key === null) throw new Error('no server has served this installation yet');
  return createHmac('sha256', Buffer.from(hkdfSync('sha256', key, '', 'murmur: tokens of programs', 32))).update(secret).digest('base64url');
}

/** The secret, to be shown once; what becomes of the token stands in the public log and in the journal. */
export async function makeToken(app: App, actor: Actor, { request, name, scopes, lastDay }: WishedToken): Promise<Outcome<string, 'forbidden' | 'token-day' | 'token-made'>> {
  if (!may(actor, 'read-results')) return refused('forbidden');
  const until = lastDayOf(lastDay, app.today());
  if (!until.ok) return until;
  const secret = prefix + app.newSecret();
  const token: MachineToken = { id: request, name, scopes, hash: await hashOf(app, secret), madeBy: actor.personId, madeOn: app.today(), lastDay, usedOn: null };
  const added = await app.data.transaction(async (stores) => {
    if (!(await stores.machineTokens.add(token))) return false;
    await logged(app, stores, { actor, setting: 'token-made', from: scopes.join(', '), to: name });
    return true;
  });
  return added ? done(secret) : refused('token-made');
}

/** Of whomever it is: any of HR may end it. False where it is gone already. */
export async function endToken(app: App, actor: Actor, id: string): Promise<boolean> {
  if (!may(actor, 'read-results')) return false;
  return app.data.transaction(async (stores) => {
    const ended = await stores.machineTokens.remove(id);
    if (ended) await logged(app, stores, { actor, setting: 'token-ended', from: ended.name, to: '' });
    return ended !== null;
  });
}

interface Change {
  readonly actor: Actor;
  readonly setting: 'token-made' | 'token-ended';
  readonly from: string;
  readonly to: string;
}

async function logged(app: App, stores: Stores, { actor, setting, from, to }: Change): Promise<void> {
  await stores.organisation.logChange({ id: app.newId(), at: app.today(), actorId: actor.personId, setting, from, to });
  await noteDown(app, stores, [{ kind: setting, by: actor, what: to || from }]);
}

export interface ListedToken extends Omit<MachineToken, 'hash' | 'madeBy'> {
  readonly maker: string;
}

/** Those that still open something, the latest first. */
export async function tokensRunning(app: App): Promise<ListedToken[]> {
  const tokens = await app.data.machineTokens.running(app.today());
  const people = new Map((await app.data.people.byIds([...new Set(tokens.map(({ madeBy }) => madeBy))])).map(({ id, name }) => [id, name]));
  return tokens.map(({ id, name, scopes, madeBy, madeOn, lastDay, usedOn }) => ({ id, name, scopes, madeOn, lastDay, usedOn, maker: people.get(madeBy) ?? '' }));
}

export interface MachineReader {
  readonly token: MachineToken;
  readonly actor: Actor;
}

/** Who reads with this secret; null where it opens nothing, whatever the reason. The first use of a day stands in the journal. */
export async function readerOfToken(app: App, secret: string): Promise<MachineReader | null> {
  if (!secret.startsWith(prefix) || secret.length > 200) return null;
  const token = await app.data.machineTokens.byHash(await hashOf(app, secret), app.today());
  const actor = token && readerBy(await actorOfPerson(app, token.madeBy));
  if (!actor) return null;
  if (token.usedOn !== app.today()) await noteUse(app, token, actor);
  return { token, actor };
}

async function noteUse(app: App, token: MachineToken, actor: Actor): Promise<void> {
  await app.data.transaction(async (stores) => {
    if (await stores.machineTokens.use(token.id, app.today())) await noteDown(app, stores, [{ kind: 'token-used', by: actor, what: token.name }]);
  });
}
