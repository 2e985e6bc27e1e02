// What follows when known people have another address, whatever way it came: who came in by the former one is out, both addresses hear
// of it, and it stands in the journal with whose it was (threat T8). All of it in the transaction of the change.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { newLetter, type Letter } from '#app/domain/notifications/letter.ts';
import { eventOf, maskedEmail, type Readdressed } from '#app/domain/organisation/address-change.ts';
import type { Organisation } from '#app/domain/organisation/organisation.ts';
import { foldedEmail } from '#app/domain/organisation/email.ts';
import { languageOf, type Person } from '#app/domain/organisation/person.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf } from '#app/text/text.ts';
import type { Stores } from '#db/index.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';

export interface Readdressing {
  /** Null from the command line. */
  readonly actor: Actor | null;
  /** The people themselves are written before. */
  readonly readdressed: readonly Readdressed[];
}

export async function readdress(app: App, stores: Stores, { actor, readdressed }: Readdressing): Promise<void> {
  if (readdressed.length === 0) return;
  const ids = readdressed.map(({ personId }) => personId);
  // Whoever lends somebody an address of their own to come in as that person stays in no longer than the address.
  await stores.sessions.removeOf(ids);
  await stores.signInLinks.removeOf(ids);
  await stores.formerAccess.removeOf(ids);
  const standing = await stores.addressChanges.standing(ids);
  await enter(app, stores, { actor, readdressed, standing });
  // Somebody whose address was blank in between has a former one all the same.
  const told = readdressed.map((one) => ({ ...one, was: one.was ?? standing.get(one.personId)?.last ?? null }));
  await noteDown(app, stores, told.map((one) => ({ kind: `address-${eventOf(one)}` as const, by: actor, of: one.name })));
  await stores.letters.addAll(await lettersTo(app, stores, { actor, told }));
}

type AddressStanding = Awaited<ReturnType<Stores['addressChanges']['standing']>>;

async function enter(app: App, stores: Stores, { actor, readdressed, standing }: Readdressing & { readonly standing: AddressStanding }): Promise<void> {
  const seals = await stores.sealings.count();
  const folded = (email: string | null) => (email === null ? null : foldedEmail(email));
  await stores.addressChanges.addAll(
    readdressed.map(({ personId, was, became }) => ({
      id: app.newId(),
      personId,
      number: standing.get(personId)?.count ?? 0,
      day: app.today(),
      actorId: actor?.personId ?? null,
      was: folded(was),
      became: folded(became),
      seals,
      released: false,
    })),
  );
}

interface Occasion {
  readonly who: string | null;
  readonly day: Day;
  readonly organisation: Organisation | null;
  readonly open: readonly Survey[];
}

async function lettersTo(app: App, stores: Stores, { actor, told }: { actor: Actor | null; told: readonly Readdressed[] }): Promise<Letter[]> {
  const organisation = await stores.organisation.get();
  const open = (await stores.surveys.inState('sealed')).filter(({ closes }) => closes >= app.today());
  const occasion = { who: actor?.name ?? null, day: app.today(), organisation, open };
  const people = new Map((await stores.people.byIds(told.map(({ personId }) => personId))).map((person) => [person.id, person]));
  return told.flatMap((one) => lettersAbout(app, one, { occasion, person: people.get(one.personId) as Person }));
}

/** One to the address of before and one to that of now, each saying what it means for whoever reads there. */
function lettersAbout(app: App, { was, became }: Readdressed, { occasion, person }: { occasion: Occasion; person: Person }): Letter[] {
  const { organisation, open, day } = occasion;
  const text = textOf(languageOf(person, organisation));
  const values = {
    name: person.name,
    who: occasion.who ?? text('address.letter.command'),
    day: text.day(day),
    was: was === null ? '' : maskedEmail(was),
    became: became === null ? '' : maskedEmail(became),
    titles: text.list(open.map(({ title }) => text.of(title))),
    home: app.config.publicUrl,
  };
  const letter = (to: string, parts: readonly string[]) =>
    newLetter({ id: app.newId(), to, subject: text('address.letter.subject'), text: parts.join('\n\n'), dueOn: app.today() });
  const hello = text('address.letter.hello', values);
  const after = text('address.letter.wrong', values);
  const survey = (side: 'former' | 'present') => (open.length > 0 ? [text(`address.letter.${side}.survey`, values)] : []);
  const letters: Letter[] = [];
  if (was !== null) letters.push(letter(was, [hello, text(became === null ? 'address.letter.taken' : 'address.letter.former', values), ...survey('former'), after]));
  if (became !== null) letters.push(letter(became, [hello, text(was === null ? 'address.letter.given' : 'address.letter.present', values), ...survey('present'), after]));
  return letters;
}
