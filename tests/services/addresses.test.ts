// HR tries to vote in somebody's name by lending that person an address (threat T8): every way, every database, both sides of a vote.
import { describe, expect, test } from 'vitest';
import { drawPaper } from '#app/ballot/paper.ts';
import { hashOfSecret } from '#app/platform/secrets.server.ts';
import type { JournalEntry } from '#app/domain/installation/journal.ts';
import { entryText } from '#app/domain/installation/journal-chain.ts';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { issuePaper, offerPaper, openSurveysFor, voterOf } from '#app/services/responses.server.ts';
import { forgetWhatEnded } from '#app/services/installation/forget.server.ts';
import { changeRole } from '#app/services/access/grant-role.server.ts';
import { planImport } from '#app/services/organisation/import-people.server.ts';
import { ownPrivacy } from '#app/services/privacy/show-own-privacy.server.ts';
import { privacyOverview } from '#app/services/privacy/change-settings.server.ts';
import { closeSurvey } from '#app/services/publication.server.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import { mostLinks } from '#app/services/access/brake-links.server.ts';
import { heldAddresses, releaseAddresses } from '#app/services/organisation/release-addresses.server.ts';
import { actorOf, askForLink, daysSignedIn, enterByLink, isUsable, newSignInLink, refusalOf, signOutEverywhere } from '#app/services/access.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { databases } from '#tests/support/databases.ts';
import { aPerson } from '#tests/support/directory.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { bring, peopleFile, type FileWish } from '#tests/support/people-files.ts';
import { actorFor } from '#tests/support/people.ts';
import { cookieOf } from '#tests/support/visit.ts';

const lent = 'lent@hr.example';
const lending = { addresses: { 'north-2': lent } };

/** The small company as files know it, with HR, a second person of HR and an administrator. */
async function aCompany(options: Parameters<typeof ballotApp>[0] = {}) {
  const app = await ballotApp(options);
  await app.data.roles.grant('finance-1', 'hr');
  const hr = await actorFor(app, 'hr');
  await bring(app, hr);
  return { app, hr };
}

async function anOpenSurvey(options: Parameters<typeof ballotApp>[0] = {}) {
  const { app, hr } = await aCompany(options);
  const survey = await sealed(app, aDraft('pulse'));
  return { app, hr, survey, second: await actorFor(app, 'finance-1') };
}

const waitingLetters = async (app: TestApp) => app.data.letters.claim({ now: '2090-01-01T00:00:00.000Z', until: '2091-01-01T00:00:00.000Z', limit: 1000 });

async function noted(app: TestApp): Promise<JournalEntry[]> {
  return (await app.data.journal.pendingBefore(day('2099-01-01'))).map(({ text }) => JSON.parse(text) as JournalEntry);
}

const addressNotes = async (app: TestApp) => (await noted(app)).filter(({ kind }) => kind.startsWith('address-')).map(({ kind, by, of }) => `${typeof by === 'string' ? by : by.name}: ${kind} ${of}`);

const ways: readonly (readonly [string, readonly FileWish[], readonly string[]])[] = [
  ['directly', [lending], ['Person hr: address-changed Person north-2']],
  ['left and back', [{ without: ['north-2'] }, lending], ['Person hr: address-changed Person north-2']],
  ['left and back under another name', [{ without: ['north-2'] }, { ...lending, names: { 'north-2': 'Somebody Else' } }], ['Person hr: address-changed Person north-2']],
  ['blank in between', [{ addresses: { 'north-2': '' } }, lending], ['Person hr: address-changed Person north-2', 'Person hr: address-taken Person north-2']],
  ['blank, left and back', [{ addresses: { 'north-2': '' } }, { without: ['north-2'] }, lending], ['Person hr: address-changed Person north-2', 'Person hr: address-taken Person north-2']],
  ['under another name', [{ ...lending, names: { 'north-2': 'Somebody Else' } }], ['Person hr: address-changed Person north-2']],
  ['as another id', [{ ...lending, ids: { 'north-2': 'N-0002' } }], ['Person hr: address-changed Person north-2']],
  ['left, and back as another id', [{ without: ['north-2'] }, { ...lending, ids: { 'north-2': 'N-0002' } }], ['Person hr: address-changed Person north-2']],
  ['as another id whose name is written otherwise', [{ ...lending, ids: { 'north-2': 'N-0002' }, names: { 'north-2': 'PERSON  north-2' } }], ['Person hr: address-changed Person north-2']],
];

describe.each(databases)('another address of a known person on $name', (database) => {
  const company = async () => aCompany({ database: await database.create() });

  test.each(ways)('%s: on the log with whose it was and by whom, and both addresses hear of it', async (_way, files, entries) => {
    const { app, hr } = await company();
    for (const wish of files) await bring(app, hr, wish);
    expect((await addressNotes(app)).sort()).toEqual(entries);
    const letters = (await waitingLetters(app)).map(({ to }) => to);
    expect([letters.includes('north-2@amber.example'), letters.includes(lent), letters.length]).toEqual([true, true, entries.length + 1]);
    const changed = (await privacyOverview(app)).log.filter(({ code }) => code === 'addresses');
    expect(changed).toHaveLength(entries.length);
    const person = (await app.data.people.byEmail(lent))!;
    expect(await ownPrivacy(app, { personId: person.id })).toMatchObject({ addresses: expect.arrayContaining([expect.objectContaining({ day: '2026-11-22', who: 'Person hr', became: 'l···@hr.example' })]) });
  });

  test('lent and taken back are two events, and a spelling is none', async () => {
    const { app, hr } = await company();
    await bring(app, hr, lending);
    await bring(app, null);
    await bring(app, hr, { addresses: { 'north-2': 'NORTH-2@amber.example' } });
    expect((await addressNotes(app)).sort()).toEqual(['Person hr: address-changed Person north-2', 'command: address-changed Person north-2']);
    expect((await ownPrivacy(app, { personId: 'north-2' })).addresses.map(({ who }) => who)).toEqual([null, 'Person hr']);
  });

  test('a first address is one too, and somebody who is new has none changed', async () => {
    const { app, hr } = await company();
    await app.data.people.save({ ...(await app.data.people.get('north-3'))!, email: null });
    await bring(app, hr);
    expect(await addressNotes(app)).toEqual(['Person hr: address-given Person north-3']);
    expect((await waitingLetters(app)).map(({ to }) => to)).toEqual(['north-3@amber.example']);
  });

  test('an import that fails tells nobody anything', async () => {
    const { app, hr } = await company();
    const failing: TestApp = { ...app, today: () => { throw new Error('a broken clock'); } };
    await expect(bring(failing, hr, lending)).rejects.toThrow();
    expect([await addressNotes(app), await waitingLetters(app), await app.data.addressChanges.ofPerson('north-2')]).toEqual([[], [], []]);
  });
});

test('a thousand who move to another domain are a thousand events, each at both addresses', async () => {
  const { app, hr } = await aCompany();
  const everybody = (await app.data.people.current()).map(({ employeeId }) => employeeId as string);
  const { report } = await bring(app, hr, { addresses: Object.fromEntries(everybody.map((id) => [id, `${id}@new.example`])) });
  expect(report.readdressed).toBe(everybody.length);
  expect((await waitingLetters(app)).length).toBe(2 * everybody.length);
});

test('the letters are in the person’s language, say who did it, and show the other address masked', async () => {
  const { app, hr } = await anOpenSurvey();
  await app.data.people.save({ ...(await app.data.people.get('north-2'))!, language: 'zh-Hant' });
  await bring(app, hr, lending);
  const letters = await waitingLetters(app);
  const former = letters.find(({ to }) => to === 'north-2@amber.example')!.text;
  const present = letters.find(({ to }) => to === lent)!.text;
  expect(former).toContain('操作者：Person hr');
  expect([former.includes('l···@hr.example'), former.includes(lent), present.includes('n···@amber.example'), present.includes('north-2@amber')]).toEqual([true, false, true, false]);
  expect([former, present].every((text) => text.includes('答卷'))).toBe(true);
});

const blindedFor = async (app: TestApp, personId: string) => {
  const offer = await offerPaper(app, personId, 'pulse');
  if (!offer.ok) throw new Error(offer.because);
  const draw = await drawPaper(offer.value.key);
  if (!draw.ok) throw new Error(draw.because);
  return Buffer.from(draw.value.blinded);
};

describe('while a survey is open', () => {
  test('a new address gets everything but the paper, and sees the same whether or not one was taken', async () => {
    const { app, hr } = await anOpenSurvey();
    const blinded = await blindedFor(app, 'north-2');
    await castBallot(app, 'pulse', { personId: 'north-3', answers: { 'PAY-01': 3 } });
    await bring(app, hr, { addresses: { 'north-2': lent, 'north-3': 'other@hr.example' } });
    for (const personId of ['north-2', 'north-3']) {
      expect(await offerPaper(app, personId, 'pulse')).toEqual({ ok: false, because: 'held', details: {} });
      for (const reissue of [false, true]) expect(await issuePaper(app, personId, { surveyId: 'pulse', blinded, reissue })).toEqual({ ok: false, because: 'held', details: {} });
      expect(await actorFor(app, personId)).toMatchObject({ roles: ['employee'] });
    }
    const [didNot] = await openSurveysFor(app, { personId: 'north-2', language: 'en' });
    const [did] = await openSurveysFor(app, { personId: 'north-3', language: 'en' });
    expect(did).toEqual(didNot);
    expect(did).toMatchObject({ held: true, taken: false });
    expect((await offerPaper(app, 'north-4', 'pulse')).ok).toBe(true);
  });

  test.each(ways)('%s: no paper', async (_way, files) => {
    const { app, hr } = await anOpenSurvey();
    for (const wish of files) await bring(app, hr, wish);
    const person = (await app.data.people.byEmail(lent))!;
    expect((await offerPaper(app, person.id, 'pulse')).ok).toBe(false);
  });

  test('what changed before the survey was sealed, on the same day too, holds nobody', async () => {
    const { app, hr } = await aCompany();
    await bring(app, hr, lending);
    await sealed(app, aDraft('pulse'));
    expect((await offerPaper(app, 'north-2', 'pulse')).ok).toBe(true);
    await bring(app, hr, { addresses: { 'north-2': 'third@amber.example' } });
    await sealed(app, aDraft('later'));
    expect([await offerPaper(app, 'north-2', 'pulse'), (await offerPaper(app, 'north-2', 'later')).ok]).toMatchObject([{ because: 'held' }, true]);
  });

  test('whoever comes back to the address that was sealed is not held, whatever lay between', async () => {
    const { app, hr } = await anOpenSurvey();
    for (const wish of [lending, { addresses: { 'north-2': '' } }, { without: ['north-2'] }, {}]) await bring(app, hr, wish);
    expect((await offerPaper(app, 'north-2', 'pulse')).ok).toBe(true);
    expect(await heldAddresses(app, hr)).toEqual([]);
  });

  test('somebody who had no address when it was sealed gets no paper by the first one', async () => {
    const { app, hr } = await aCompany();
    await bring(app, hr, { addresses: { 'north-2': '' } });
    const draft = aDraft('pulse');
    await sealed(app, { ...draft, definition: { ...draft.definition, slips: { kind: 'without' } } });
    await bring(app, hr, lending);
    expect(await offerPaper(app, 'north-2', 'pulse')).toMatchObject({ because: 'not-on-roll' });
    expect(await askForLink(app, 'north-2@amber.example', '/')).toBeNull();
    expect((await waitingLetters(app)).filter(({ subject }) => subject.includes('answer page'))).toEqual([]);
  });
});

/** What somebody gets who asks for a link with this address: the session it opens. */
async function enteredWith(app: TestApp, email: string): Promise<string | null> {
  await waitingLetters(app);
  await askForLink(app, email, '/');
  const letter = (await app.data.letters.claim({ now: '2090-06-01T00:00:00.000Z', until: '2090-12-01T00:00:00.000Z', limit: 1000 })).find(({ text, to }) => to === email && text.includes('/sign-in/'));
  const token = /\/sign-in\/(\S+)/.exec(letter?.text ?? '')?.[1];
  const entered = token === undefined ? null : await enterByLink(app, token);
  return entered?.ok ? hashOfSecret(entered.value.secret) : null;
}

describe('the address that was sealed', () => {
  test('still takes the paper, by a link that opens no page of the portal', async () => {
    const { app, hr } = await anOpenSurvey();
    await bring(app, hr, lending);
    const session = (await enteredWith(app, 'north-2@amber.example'))!;
    expect(await actorOf(app, session)).toBeNull();
    const voter = (await voterOf(app, session))!;
    expect(voter).toEqual({ personId: 'north-2', former: 'north-2@amber.example' });
    const offer = await offerPaper(app, voter, 'pulse');
    if (!offer.ok) throw new Error(offer.because);
    const draw = await drawPaper(offer.value.key);
    if (!draw.ok) throw new Error(draw.because);
    expect((await issuePaper(app, voter, { surveyId: 'pulse', blinded: Buffer.from(draw.value.blinded), reissue: false })).ok).toBe(true);
    await sealed(app, aDraft('later'));
    expect(await offerPaper(app, voter, 'later')).toMatchObject({ because: 'held' });
  });

  test('does so when the address was only taken away, and not for anybody else’s old or lent address', async () => {
    const { app, hr } = await anOpenSurvey();
    await bring(app, hr, lending);
    await bring(app, hr, { addresses: { 'north-2': '' } });
    expect(await enteredWith(app, lent)).toBeNull();
    expect(await enteredWith(app, 'north-2@amber.example')).not.toBeNull();
    await bring(app, hr, { without: ['north-2'] });
    expect(await enteredWith(app, 'north-2@amber.example')).toBeNull();
  });

  test('takes it also where that address is somebody else’s by now, who hears of their own link beside it', async () => {
    const { app, hr } = await anOpenSurvey();
    // Somebody new, or a colleague: whoever is given the address of before must not be a way to keep somebody from voting.
    await bring(app, hr, { addresses: { 'north-2': 'north-3@amber.example', 'north-3': 'north-2@amber.example' } });
    await waitingLetters(app);
    await askForLink(app, 'north-2@amber.example', '/');
    const sent = (await waitingLetters(app)).filter(({ to }) => to === 'north-2@amber.example');
    const sessions = [];
    for (const { text } of sent) {
      const entered = await enterByLink(app, /\/sign-in\/(\S+)/.exec(text)![1]!);
      if (entered.ok) sessions.push(hashOfSecret(entered.value.secret));
    }
    const [portal, paper] = [await Promise.all(sessions.map((session) => actorOf(app, session))), await Promise.all(sessions.map((session) => voterOf(app, session)))];
    expect(portal.map((actor) => actor?.personId ?? '').sort()).toEqual(['', 'north-3']);
    const voter = paper.find((one) => typeof one === 'object' && one !== null)!;
    expect(voter).toEqual({ personId: 'north-2', former: 'north-2@amber.example' });
    expect((await offerPaper(app, voter, 'pulse')).ok).toBe(true);
  });

  test('is written to a few times in the life of a link, like everybody’s', async () => {
    const { app, hr } = await anOpenSurvey();
    await bring(app, hr, lending);
    await waitingLetters(app);
    for (let time = 0; time < 20; time += 1) await askForLink(app, 'north-2@amber.example', '/');
    expect(await waitingLetters(app)).toHaveLength(mostLinks);
    expect(await enteredWith(app, lent)).not.toBeNull();
  });

  test('loses it when a second person releases the new one, with every link that still waits there', async () => {
    const { app, hr, second } = await anOpenSurvey();
    await bring(app, hr, lending);
    await askForLink(app, 'north-2@amber.example', '/');
    const link = (await waitingLetters(app)).flatMap(({ text }) => /\/sign-in\/(\S+)/.exec(text)?.[1] ?? []).at(-1)!;
    expect(await voterOf(app, hashOfSecret(link))).toBeNull();
    const session = (await enteredWith(app, 'north-2@amber.example'))!;
    expect((await releaseAddresses(app, second, ['north-2'])).ok).toBe(true);
    expect([await voterOf(app, session), await isUsable(app, link)]).toEqual([null, false]);
    expect(await enteredWith(app, 'north-2@amber.example')).toBeNull();
  });
});

describe('the second person', () => {
  test('releases it: the paper follows, it stands in the journal, both addresses hear of it', async () => {
    const { app, hr, second } = await anOpenSurvey();
    await bring(app, hr, lending);
    await waitingLetters(app);
    expect(await heldAddresses(app, second)).toEqual([
      { personId: 'north-2', name: 'Person north-2', was: 'north-2@amber.example', became: lent, day: '2026-11-22', by: ['Person hr'], refusal: null },
    ]);
    expect(await releaseAddresses(app, second, ['north-2'])).toMatchObject({ ok: true, value: 1 });
    expect((await offerPaper(app, 'north-2', 'pulse')).ok).toBe(true);
    expect(await addressNotes(app)).toContain('Person finance-1: address-released Person north-2');
    const letters = (await app.data.letters.claim({ now: '2090-06-01T00:00:00.000Z', until: '2090-12-01T00:00:00.000Z', limit: 100 })).filter(({ subject }) => subject.includes('follows'));
    expect(letters.map(({ to }) => to).sort()).toEqual([lent, 'north-2@amber.example']);
    // Another change after it is another one.
    await bring(app, hr, { addresses: { 'north-2': 'again@hr.example' } });
    expect(await offerPaper(app, 'north-2', 'pulse')).toMatchObject({ because: 'held' });
    expect((await heldAddresses(app, second))[0]).toMatchObject({ was: lent, became: 'again@hr.example' });
  });

  test('is nobody who changed it, whose own it is, who got the right or another address since', async () => {
    const { app, hr, second } = await anOpenSurvey();
    const admin = await actorFor(app, 'admin');
    await changeRole(app, admin, { personId: 'south-2', role: 'hr', grant: true });
    const puppet = await actorFor(app, 'south-2');
    await bring(app, hr, { addresses: { 'north-2': lent, admin: 'admin@hr.example', hr: 'hr@new.example' } });
    const refusals = async (actor: typeof hr) => Object.fromEntries((await heldAddresses(app, actor)).map(({ personId, refusal }) => [personId, refusal]));
    expect(await refusals(hr)).toEqual({ 'north-2': 'own-change', admin: 'own-change', hr: 'own-address' });
    expect(await refusals(puppet)).toEqual({ 'north-2': 'new-right', admin: 'new-right', hr: 'new-right' });
    expect(await refusals(admin)).toEqual({ 'north-2': 'new-address', admin: 'own-address', hr: 'new-address' });
    expect(await refusals(second)).toEqual({ 'north-2': null, admin: null, hr: null });
    for (const actor of [hr, puppet, admin]) expect(await releaseAddresses(app, actor, ['north-2'])).toMatchObject({ because: 'not-releasable' });
    expect(await releaseAddresses(app, second, ['north-2', 'north-3'])).toMatchObject({ because: 'not-releasable' });
    expect(await offerPaper(app, 'north-2', 'pulse')).toMatchObject({ because: 'held' });
    // A second change by the second person leaves neither of the two.
    await bring(app, second, { addresses: { 'north-2': 'third@hr.example', admin: 'admin@hr.example', hr: 'hr@new.example' } });
    expect((await refusals(second))['north-2']).toBe('own-change');
  });

  test('is nobody who was given an address before sealing by whoever changed it', async () => {
    const { app, hr } = await aCompany();
    await bring(app, hr, { addresses: { 'finance-1': 'second@hr.example' } });
    await sealed(app, aDraft('pulse'));
    await bring(app, hr, { addresses: { 'finance-1': 'second@hr.example', 'north-2': lent } });
    const puppet = await actorFor(app, 'finance-1');
    expect((await heldAddresses(app, puppet))[0]).toMatchObject({ personId: 'north-2', refusal: 'given-address' });
    expect(await releaseAddresses(app, puppet, ['north-2'])).toMatchObject({ because: 'not-releasable' });
    expect((await heldAddresses(app, await actorFor(app, 'admin')))[0]).toMatchObject({ refusal: null });
  });

  test('may be anybody with the right where the command line changed it', async () => {
    const { app, hr } = await anOpenSurvey();
    await bring(app, null, lending);
    expect((await heldAddresses(app, hr))[0]).toMatchObject({ by: [''], refusal: null });
  });

  test('sees the same list whether or not somebody voted, and nobody on it after closing', async () => {
    const { app, hr, second } = await anOpenSurvey();
    await castBallot(app, 'pulse', { personId: 'north-3', answers: { 'PAY-01': 3 } });
    await bring(app, hr, { addresses: { 'north-2': 'a@hr.example', 'north-3': 'b@hr.example' } });
    const [one, other] = await heldAddresses(app, second);
    expect(Object.keys(one!)).toEqual(Object.keys(other!));
    expect({ ...one, personId: '', name: '', was: '', became: '' }).toEqual({ ...other, personId: '', name: '', was: '', became: '' });
    await closeSurvey(app, 'pulse');
    expect(await heldAddresses(app, second)).toEqual([]);
  });
});

test('a dry run says how many addresses change, and changes none', async () => {
  const { app } = await anOpenSurvey();
  expect((await planImport(app, await peopleFile(app, lending))).readdressed).toBe(1);
  expect(await addressNotes(app)).toEqual([]);
});

test('a namesake who is new is nobody known, and neither is one of several who left', async () => {
  const { app, hr } = await aCompany();
  await app.data.people.saveAll([aPerson('old-1', { name: 'Li Na', leftOn: day('2026-11-01') }), aPerson('old-2', { name: 'Li Na', leftOn: day('2026-11-02') }), aPerson('old-3', { name: 'Bo', leftOn: day('2026-01-01') })]);
  await bring(app, hr, { names: { 'north-2': 'Li Na', 'north-3': 'Bo' }, ids: { 'north-2': 'X2', 'north-3': 'X3' }, addresses: { 'north-2': 'li@amber.example', 'north-3': 'bo@amber.example' } });
  expect(await addressNotes(app)).toEqual([]);
});

test('the link of a survey ends with it, however early it is closed, and says so', async () => {
  const { app, survey } = await anOpenSurvey();
  const link = (to?: string) => newSignInLink(app, 'north-2', { minutes: 50_000, to }).then((address) => address.slice(address.lastIndexOf('/') + 1));
  const toSurvey = await link(`/ballot/${survey.manifest.pages.en}#${survey.hash}`);
  const toPortal = await link();
  expect(await refusalOf(app, toSurvey)).toBeNull();
  const today = app.today();
  app.setNow(addDays(survey.manifest.survey.closes, 1));
  expect([await refusalOf(app, toSurvey), await refusalOf(app, toPortal)]).toEqual(['survey-ended', null]);
  expect(await enterByLink(app, toSurvey)).toMatchObject({ ok: false, because: 'survey-ended' });
  app.setNow(today);
  await closeSurvey(app, 'pulse');
  // With the survey its links are forgotten: this one is like any other that is good no more.
  expect(await enterByLink(app, toSurvey)).toMatchObject({ ok: false, because: 'link-used' });
  expect((await enterByLink(app, toPortal)).ok).toBe(true);
});

test('people see since which days they are signed in, and end all of it at once', async () => {
  const { app } = await aCompany();
  await cookieOf(app, 'north-2');
  app.setNow('2026-11-24');
  const link = await newSignInLink(app, 'north-2');
  await enterByLink(app, link.slice(link.lastIndexOf('/') + 1));
  expect((await ownPrivacy(app, { personId: 'north-2' })).signedInSince).toEqual(['2026-11-22', '2026-11-24']);
  const unused = await newSignInLink(app, 'north-2');
  await signOutEverywhere(app, 'north-2');
  expect([await daysSignedIn(app, 'north-2'), await isUsable(app, unused.slice(unused.lastIndexOf('/') + 1))]).toEqual([[], false]);
});

test('which addresses they were is forgotten when nothing needs it any more; that there was a change is not', async () => {
  const { app, hr } = await anOpenSurvey();
  await bring(app, hr, lending);
  app.setNow('2027-03-01');
  await forgetWhatEnded(app);
  expect((await app.data.addressChanges.ofPerson('north-2'))[0]).toMatchObject({ was: 'north-2@amber.example' });
  await closeSurvey(app, 'pulse');
  await forgetWhatEnded(app);
  expect((await app.data.addressChanges.ofPerson('north-2'))[0]).toMatchObject({ was: null, became: null, day: '2026-11-22' });
  expect((await ownPrivacy(app, { personId: 'north-2' })).addresses).toMatchObject([{ event: 'changed', who: 'Person hr', was: null }]);
});

test('an entry is canonical, so that the same is the same', () => {
  const entry: JournalEntry = { kind: 'signed-in', by: { name: 'Ada' }, of: '', what: '' };
  expect(entryText(entry)).toBe(entryText({ what: '', of: '', by: { name: 'Ada' }, kind: 'signed-in' }));
});
