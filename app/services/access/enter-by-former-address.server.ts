// A survey's paper stays with the address that was sealed. Whoever can read there still takes it by a link of its own, which opens the
// ballot page and no page of the portal: the mailbox may be another person's by now. So nobody is kept from voting by a change that
// nobody else has looked at, and nobody votes by one.
import { addDays } from '#app/domain/kernel/day.ts';
import type { SignInLink } from '#app/domain/access/sign-in-link.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { holdOn } from '#app/domain/organisation/address-change.ts';
import { foldedEmail } from '#app/domain/organisation/email.ts';
import { languageOf, type Person } from '#app/domain/organisation/person.ts';
import { isOpen } from '#app/domain/surveys/lifecycle.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { App } from '#app/platform/app.server.ts';
import { hashOfSecret } from '#app/platform/secrets.server.ts';
import { ballotLink } from '#app/services/responses/show-invitations.server.ts';
import { openRoll } from '#app/services/responses/open-roll.server.ts';
import { mayAskAgain } from './brake-links.server.ts';
import { textOf } from '#app/text/text.ts';
import { linkMinutes, newSignInLink } from './make-link.server.ts';

/** Long enough to take the paper and to answer at leisure; the ballot itself needs no session. */
const seconds = 86_400;
/** To the end of tomorrow: by no hour can be told when somebody came. Longer than any link, so that none outlives what it is known by. */
const daysGood = 2;

interface Waiting {
  readonly person: Person;
  readonly manifest: Manifest;
  readonly hash: string;
}

/** Open surveys whose paper stays with this address. */
async function waitingAt(app: App, email: string): Promise<Waiting[]> {
  const found: Waiting[] = [];
  const people = await app.data.people.byIds(await app.data.addressChanges.peopleOnceAt(email));
  const surveys = people.length === 0 ? [] : (await app.data.surveys.inState('sealed')).filter((survey) => isOpen(survey, app.today()));
  for (const person of people.filter(({ leftOn }) => leftOn === null)) {
    const changes = await app.data.addressChanges.ofPerson(person.id);
    for (const { id } of surveys) {
      const hold = holdOn(changes, await app.data.sealings.positionOf(id));
      const roll = hold.held && hold.sealed === email ? await openRoll(app, id) : null;
      if (roll?.has(person.id)) found.push({ person, manifest: roll.manifest, hash: roll.hash });
    }
  }
  return found;
}

/** A letter for each survey whose paper stays with this address; in the demonstration the first link comes back. */
export async function linksByFormerAddress(app: App, typed: string): Promise<string | null> {
  const email = foldedEmail(typed);
  const organisation = await app.data.organisation.get();
  for (const { person, manifest, hash } of await waitingAt(app, email)) {
    if (!app.config.demo && !mayAskAgain(app, `${person.id} ${manifest.survey.id}`, linkMinutes)) continue;
    const text = textOf(languageOf(person, organisation));
    const link = await newSignInLink(app, person.id, { to: ballotLink(manifest, hash, text.tongue), reusable: app.config.demo });
    const tokenHash = hashOfSecret(link.slice(link.lastIndexOf('/') + 1));
    await app.data.formerAccess.add({ tokenHash, personId: person.id, email, entered: false, expiresOn: addDays(app.today(), daysGood) });
    if (app.config.demo) return link;
    const values = { name: person.name, title: text.of(manifest.survey.title), minutes: linkMinutes, link };
    const [subject, body] = [text('sign-in.former.subject', values), text('sign-in.former.text', values)];
    await app.data.letters.addAll([newLetter({ id: app.newId(), to: email, subject, text: body, dueOn: app.today() })]);
  }
  return null;
}

/** Null for a link that went to today's address. */
export async function enterByFormerAddress(app: App, { tokenHash, personId, destination }: Pick<SignInLink, 'tokenHash' | 'personId' | 'destination'>) {
  const link = await app.data.formerAccess.get(tokenHash, app.today());
  if (!link) return null;
  if (!app.config.demo) await app.data.formerAccess.remove(tokenHash);
  const secret = app.newSecret();
  await app.data.formerAccess.add({ tokenHash: hashOfSecret(secret), personId, email: link.email, entered: true, expiresOn: addDays(app.today(), daysGood) });
  return { secret, seconds, to: destination };
}
