import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { databases, dataOf } from '#tests/support/databases.ts';

describe.each(databases)('letters a survey has sent on $name', (database) => {
  const data = dataOf(database);

  test('each kind is noted once, also when two try at the same moment', async () => {
    const said = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });
    const definition = { k: 5, languages: ['en' as const], questions: [], cuts: [] };
    const days = { opens: day('2026-11-23'), closes: day('2026-12-04') };
    const fixed = { programme: null, definition, manifestHash: null, createdBy: null, createdAt: '2026-11-22T08:00:00.000Z', closedAt: null, closedOn: null };
    await data().surveys.add({ id: 'pulse', state: 'draft', title: said('Pulse'), purpose: said('To know'), ...days, ...fixed });
    const opening = { surveyId: 'pulse', kind: 'opening' as const, day: days.opens, people: 44 };
    const added = await Promise.all([1, 2, 3].map((people) => data().surveyLetters.add({ ...opening, people })));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await data().surveyLetters.add({ ...opening, kind: 'last-reminder', day: days.closes })).toBe(true);
    const notes = await data().surveyLetters.ofSurvey('pulse');
    expect(notes.map(({ kind, day: on }) => `${kind} ${on}`)).toEqual(['opening 2026-11-23', 'last-reminder 2026-12-04']);
    expect(notes[1]!.people).toBe(44);
  });
});
