// Proposals of what to ask: what is taken, what HR may answer, who reads what, and how the question of the pulse comes to be.
import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { answered, askedWords, mayReadProposal, propose, standingOf, waitsForHr, type AnswerWishes, type Proposal } from '#app/domain/surveys/proposals/proposal.ts';
import { askedIn, extrasOfProposals, isSupport, supportId } from '#app/domain/surveys/proposals/support-question.ts';
import { aDraft } from '#tests/support/drafts.ts';

const today = day('2026-11-23');
const aProposal = (change: Partial<Proposal> = {}): Proposal => ({ id: 'p1', authorId: 'north-2', day: today, words: 'Whether the bus is on time', why: '', mayShow: true, keptBack: false, answers: [], ...change });
const wishes = (change: Partial<AnswerWishes>): AnswerWishes => ({ decision: 'declined', text: {}, reason: '', review: null, ...change });
const ground = { today, spoken: ['en', 'de'], sealed: false };
const words = { en: 'How important would a bus be to you?', de: 'Wie wichtig wäre Ihnen ein Bus?' };
const asked = (change: Partial<Proposal> = {}) => aProposal({ ...change, answers: [{ kind: 'asked', on: today, text: words }] });

const proposing = (earlier: readonly Proposal[]) => propose({ words: '  Whether the bus\nis on time ', why: ' I wait ', mayShow: false }, { id: 'p2', authorId: 'north-2', today, earlier });

test('a proposal is one line, signed, and shown to nobody unless its writer says so', () => {
  expect(proposing([])).toEqual({ ok: true, value: { id: 'p2', authorId: 'north-2', day: today, words: 'Whether the bus is on time', why: 'I wait', mayShow: false, keptBack: false, answers: [] } });
});

test('nothing that an employee proposes or HR answers turns round what stands beside it', () => {
  const turned = String.fromCharCode(0x202e);
  const proposed = propose({ words: `The bus${turned}`, why: `${turned}Late`, mayShow: true }, { id: 'p2', authorId: 'north-2', today, earlier: [] });
  expect(proposed.ok && [proposed.value.words, proposed.value.why]).toEqual(['The bus', 'Late']);
  const support = answered(aProposal(), wishes({ decision: 'asked', text: { en: `${turned}How important?`, de: 'Wie wichtig?' } }), ground);
  expect(support.ok && askedWords(support.value)?.text).toEqual({ en: 'How important?', de: 'Wie wichtig?' });
  const declined = answered(aProposal(), wishes({ reason: `No${turned} money` }), ground);
  expect(declined.ok && declined.value.answers).toMatchObject([{ reason: 'No money' }]);
});

test('the same words are not taken twice from one person, and the day is said', () => {
  expect(proposing([aProposal({ day: day('2026-01-02') })])).toEqual({ ok: false, because: 'proposal-twice', details: { field: 'words', day: '2026-01-02' } });
});

test('five in a week are taken and a sixth is told when it may come', () => {
  const earlier = ['17', '18', '19', '20', '23'].map((on) => aProposal({ words: on, day: day(`2026-11-${on}`) }));
  expect(proposing(earlier.slice(1)).ok).toBe(true);
  expect(proposing(earlier)).toEqual({ ok: false, because: 'proposal-too-many', details: { field: '', most: 5, day: '2026-11-24' } });
  expect(proposing([...earlier.slice(1), aProposal({ words: 'old', day: day('2026-11-16') })]).ok).toBe(true);
});

test.each([
  [{ decision: 'declined' }, 'proposal-reason', 'reason'],
  [{ decision: 'parked', review: day('2027-01-01') }, 'proposal-reason', 'reason'],
  [{ decision: 'parked', reason: 'no money' }, 'proposal-review', 'review'],
  [{ decision: 'parked', reason: 'no money', review: today }, 'proposal-review', 'review'],
  [{ decision: 'asked', text: { en: 'How important?' } }, 'proposal-no-words', 'text-de'],
  [{ decision: 'asked', text: { en: ' ', de: 'Wie wichtig?' } }, 'proposal-no-words', 'text-en'],
] as const)('the answer %j is refused: %s', (change, because, field) => {
  expect(answered(aProposal(), wishes(change), ground)).toMatchObject({ ok: false, because, details: { field } });
});

test('the answer that was given last holds, and the ones before stay', () => {
  const once = answered(aProposal(), wishes({ decision: 'parked', reason: 'no money', review: day('2027-01-01') }), ground);
  const twice = once.ok ? answered(once.value, wishes({ reason: 'the line was closed' }), ground) : once;
  expect(twice).toMatchObject({ ok: true, value: { answers: [{ kind: 'parked', on: today, reason: 'no money', review: '2027-01-01' }, { kind: 'declined', on: today, reason: 'the line was closed' }] } });
});

test('sent twice, an answer stands once', () => {
  const once = answered(aProposal(), wishes({ reason: 'the line was closed' }), ground);
  expect(once.ok && answered(once.value, wishes({ reason: 'the line was closed' }), ground)).toEqual(once);
});

test('what a sealed survey asks is not asked about again', () => {
  expect(answered(aProposal(), wishes({ decision: 'asked', text: words }), { ...ground, sealed: true })).toMatchObject({ ok: false, because: 'proposal-asked-already' });
});

test('the writer reads it always; others when it is answered, the writer lets them and HR does not keep it back', () => {
  const said = [{ kind: 'declined' as const, on: today, reason: 'no' }];
  expect(mayReadProposal(aProposal({ mayShow: false, keptBack: true }), 'north-2')).toBe(true);
  const others = [aProposal(), aProposal({ answers: said }), aProposal({ answers: said, mayShow: false }), aProposal({ answers: said, keptBack: true }), aProposal({ answers: said, authorId: null })];
  expect(others.map((one) => mayReadProposal(one, 'north-3'))).toEqual([false, true, false, false, true]);
});

test('how it stands follows from the last answer, the day and the surveys that ask about it', () => {
  const parked = aProposal({ answers: [{ kind: 'parked', on: today, reason: 'x', review: day('2026-12-01') }] });
  const at = (proposal: Proposal, asking: 'open' | 'closed' | null = null, on = today) => standingOf(proposal, { today: on, asking });
  const stands = [at(aProposal()), at(asked()), at(asked(), 'open'), at(asked(), 'closed'), at(parked), at(parked, null, day('2026-12-01'))];
  expect(stands).toEqual(['waiting', 'to-be-asked', 'asking', 'result', 'parked', 'due']);
  expect(stands.map(waitsForHr)).toEqual([true, false, false, true, false, true]);
});

test('a proposal is asked of everybody, by nobody’s words but HR’s, in groups of eight at least, and once', () => {
  const pulse = { k: 5, languages: ['en', 'de'], asked: new Set<string>() };
  const [extra, ...others] = extrasOfProposals([asked(), aProposal({ id: 'p3' })], pulse);
  expect(others).toEqual([]);
  expect(extra).toMatchObject({ kind: 'proposed', of: null, since: today, plans: [], questions: [{ kind: 'scale', id: supportId('p1'), k: 8, points: 5, dimension: null, reverse: false, text: { en: words.en, de: words.de } }] });
  expect(extrasOfProposals([asked()], { ...pulse, k: 12 })[0]?.questions[0]?.k).toBe(12);
  expect(extrasOfProposals([asked()], { ...pulse, asked: new Set([supportId('p1')]) })).toEqual([]);
  expect(extrasOfProposals([asked()], { ...pulse, languages: ['en', 'fr'] })).toEqual([]);
  expect([isSupport(supportId('p1')), isSupport('OWN-1'), askedWords(aProposal())]).toEqual([true, false, null]);
});

test('what was lost unread may be asked about again', () => {
  const survey = aDraft('pulse');
  const questions = extrasOfProposals([asked()], { k: 5, languages: ['en'], asked: new Set() })[0]!.questions;
  const having = (state: 'draft' | 'sealed' | 'closed' | 'lost') => askedIn([{ ...survey, state, definition: { ...survey.definition, questions } }]).has(supportId('p1'));
  expect((['draft', 'sealed', 'closed', 'lost'] as const).map(having)).toEqual([false, true, true, false]);
});
