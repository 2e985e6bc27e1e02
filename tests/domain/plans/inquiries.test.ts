import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { mayReadInquiry, recorded, type Inquiry, type InquirySituation } from '#app/domain/plans/inquiry.ts';
import { namedIn } from '#app/domain/plans/named-people.ts';
import { repeatsSpeech } from '#app/domain/plans/spoken-words.ts';
import type { Standing } from '#app/domain/plans/standing.ts';

const head: Standing = { personId: 'head', hr: false, leads: new Set(['north']), belongs: new Set(['north', 'sales']) };
const member: Standing = { personId: 'member', hr: false, leads: new Set(), belongs: new Set(['north', 'sales']) };
const stranger: Standing = { personId: 'stranger', hr: false, leads: new Set(['south']), belongs: new Set(['south', 'sales']) };

const group = (more: Partial<Inquiry> = {}): Inquiry => ({ id: 'one', kind: 'focus-group', departmentId: 'north', day: day('2026-11-20'), surveyId: null, topic: 'Rush orders', moderatorId: 'head', participants: 9, points: 'Rush orders come on Fridays.', recordedBy: 'head', ...more });
const names = { everybody: ['Ada Lovelace', 'May Lin', '王芳', '高明'], own: ['Ada Lovelace', 'May Lin', '王芳'] };
const situation: InquirySituation = { who: head, today: day('2026-11-23'), people: 14, k: 5, names, closed: null };
const said = (more: Partial<Inquiry>, around: Partial<InquirySituation> = {}) => {
  const outcome = recorded(group(more), { ...situation, ...around });
  return outcome.ok ? 'kept' : [outcome.because, outcome.details['field']];
};

describe('what was found out beside the survey', () => {
  test('is kept as a day, a number and points', () => {
    expect(recorded(group({ points: ' Rush orders. ' }), situation)).toEqual({ ok: true, value: group({ points: 'Rush orders.' }) });
  });

  test.each([5, 7, 13])('a focus group of %i is refused with what would be right', (participants) => {
    const refused = recorded(group({ participants }), situation);
    expect(refused).toMatchObject({ because: 'focus-group-size', details: { field: 'participants', n: participants, least: 8, most: 12 } });
  });

  test.each([8, 12])('a focus group of %i is kept', (participants) => expect(said({ participants })).toBe('kept'));

  test('a talk needs three people, and not more than the department has', () => {
    const talk = { kind: 'talk' as const, surveyId: 'pulse' };
    expect([2, 3, 14, 15].map((participants) => said({ ...talk, participants }))).toEqual([['talk-too-few', 'participants'], 'kept', 'kept', ['more-than-department', 'participants']]);
  });

  test('its day has been, is not long ago, and a talk comes after the results', () => {
    expect(said({ day: day('2026-11-24') })).toEqual(['inquiry-day-ahead', 'day']);
    expect(said({ day: day('2025-11-01') })).toEqual(['inquiry-day-old', 'day']);
    expect(said({ kind: 'talk' }, { closed: day('2026-11-21') })).toEqual(['talk-before-results', 'day']);
    expect(said({ kind: 'talk' }, { closed: day('2026-11-20') })).toBe('kept');
  });

  test('no talk names anybody', () => {
    const talk = { kind: 'talk' as const, participants: 9 };
    expect(['Ask ada  lovelace.', 'Ada says so', '王芳说太晚了', '小王说太晚了', '王经理会去问', 'write to x@y.example'].map((points) => said({ ...talk, points }))).toEqual(Array(6).fill(['names-somebody', 'points']));
    expect(said({ ...talk, topic: 'What Ada Lovelace wants' })).toEqual(['names-somebody', 'topic']);
  });

  test('a word that only holds a name, or is one too, is no name', () => {
    expect(['In May we have adapted it.', '提高明确度', '每小时', '高工资'].map((text) => namedIn(text, names))).toEqual([null, null, null, null]);
  });

  test('few people are not quoted word for word; many are, and a term between marks is no speech', () => {
    const words = 'One said «we never hear what became of it».';
    expect(said({ kind: 'interview', participants: 4, points: words })).toEqual(['repeats-speech', 'points']);
    expect(said({ kind: 'interview', participants: 5, points: words })).toBe('kept');
    expect(['The «town hall» comes late', '“早会”太长', '有人说“我们提了意见以后没有人回复”'].map(repeatsSpeech)).toEqual([false, false, true]);
  });

  test('is written down by who leads the department and by HR alone', () => {
    expect([member, stranger].map((who) => said({}, { who }))).toEqual([['forbidden', undefined], ['forbidden', undefined]]);
    expect(said({}, { who: { ...stranger, hr: true } })).toBe('kept');
  });

  test('what few people said stays with those who lead them; a talk is read by the team', () => {
    const few = group({ kind: 'depth-talk', participants: 2 });
    expect([head, member, stranger].map((who) => mayReadInquiry(few, who, 5))).toEqual([true, false, false]);
    expect([head, member, stranger].map((who) => mayReadInquiry(group({ kind: 'talk', participants: 4 }), who, 5))).toEqual([true, true, false]);
    expect([head, member, stranger].map((who) => mayReadInquiry(group(), who, 5))).toEqual([true, true, false]);
  });
});
