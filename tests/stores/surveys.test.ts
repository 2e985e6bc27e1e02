import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { databases, dataOf } from '#tests/support/databases.ts';

const created = '2026-11-22';
const said = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });

function aSurvey(id: string, more: Partial<Survey> = {}): Survey {
  return {
    id,
    state: 'draft',
    title: said('Pulse'),
    purpose: said('To know'),
    opens: day('2026-11-23'),
    closes: day('2026-12-04'),
    programme: null,
    definition: { k: 5, languages: ['en'], questions: [], cuts: [] },
    manifestHash: null,
    createdBy: null,
    createdAt: created,
    closedAt: null, closedOn: null,
    ...more,
  };
}

describe.each(databases)('surveys and what they publish on $name', (database) => {
  const data = dataOf(database);

  test('a survey comes back as it was saved', async () => {
    await data().surveys.add(aSurvey('s1'));
    expect(await data().surveys.get('s1')).toEqual(aSurvey('s1'));
    expect(await data().surveys.get('none')).toBeNull();
  });

  test('a survey leaves a state once, however many try', async () => {
    const sealed = aSurvey('s1', { state: 'sealed', manifestHash: 'a1' });
    const tries = await Promise.all(Array.from({ length: 6 }, () => data().surveys.replace(sealed, 'draft')));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await data().surveys.byManifest('a1')).toEqual(sealed);
    expect(await data().surveys.inState('sealed')).toEqual([sealed]);
  });

  test('only a draft is removed', async () => {
    await data().surveys.add(aSurvey('s2', { opens: day('2026-12-01') }));
    expect((await data().surveys.all()).map((survey) => survey.id)).toEqual(['s2', 's1']);
    expect(await data().surveys.removeDraft('s2')).toBe(true);
    expect(await data().surveys.removeDraft('s1')).toBe(false);
    expect((await data().surveys.all()).map((survey) => survey.id)).toEqual(['s1']);
  });

  test('a survey has one manifest', async () => {
    const manifest = { hash: 'a1', surveyId: 's1', text: '{"murmur":1}' };
    await data().manifests.add(manifest);
    expect(await data().manifests.get('a1')).toEqual(manifest);
    expect(await data().manifests.ofSurvey('s1')).toEqual(manifest);
    await expect(data().manifests.add({ ...manifest, hash: 'a2' })).rejects.toThrow();
  });

  test('a ballot page is kept by its hash, once', async () => {
    const page = { hash: 'b1', language: 'zh-Hant' as const, body: '<!doctype html>' };
    await data().ballotPages.add(page);
    await data().ballotPages.add({ ...page, body: 'something else' });
    expect(await data().ballotPages.get('b1')).toEqual(page);
  });

  test('a survey is released once, however many try', async () => {
    const release = (hash: string) => ({ surveyId: 's1', hash, previous: null, position: 0, text: '{}', releasedAt: created });
    const tries = await Promise.all(Array.from({ length: 6 }, (_, index) => data().releases.add(release(`h${index}`))));
    expect(tries.filter(Boolean)).toHaveLength(1);
    const kept = await data().releases.ofSurvey('s1');
    expect(await data().releases.all()).toEqual([kept]);
    expect(await data().releases.byHash(kept?.hash ?? '')).toEqual(kept);
  });

  test('two releases never take the same place in the chain', async () => {
    const next = { surveyId: 's3', hash: 'n', previous: 'h0', position: 0, text: '{}', releasedAt: created };
    expect(await data().releases.add(next)).toBe(false);
    expect(await data().releases.add({ ...next, position: 1 })).toBe(true);
    expect((await data().releases.latest())?.hash).toBe('n');
  });

  test('the participation of a day is written once and stays until the next one takes its place', async () => {
    const figure = { surveyId: 's1', day: day('2026-11-24'), company: 40, step: 5, departments: { sales: 30 } };
    await data().participation.keep(figure);
    await data().participation.keep({ ...figure, company: 45 });
    expect(await data().participation.ofSurvey('s1')).toEqual(figure);
    const next = { ...figure, day: day('2026-11-25'), company: 45 };
    await data().participation.keep(next);
    await data().participation.keep(figure);
    expect(await data().participation.ofSurvey('s1')).toEqual(next);
    await data().participation.remove('s1');
    expect(await data().participation.ofSurvey('s1')).toBeNull();
  });
});

describe.each(databases)('settings on $name', (database) => {
  const data = dataOf(database);

  test('the company is one and can be renamed', async () => {
    const company = { name: 'Amber', languages: ['en', 'zh-Hans'] as const, language: 'en' as const, k: 5, created, timeZone: null };
    expect(await data().organisation.get()).toBeNull();
    await data().organisation.save(company);
    await data().organisation.save({ ...company, name: '琥珀' });
    expect(await data().organisation.get()).toEqual({ ...company, name: '琥珀' });
  });

  test('k below five is refused by the database itself', async () => {
    const company = { name: 'Amber', languages: ['en'] as const, language: 'en' as const, k: 4, created, timeZone: null };
    await expect(data().organisation.save(company)).rejects.toThrow();
  });

  test('changes of settings are listed, the latest first', async () => {
    const change = { id: 'c1', at: '2026-11-01', actorId: null, setting: 'k', from: '5', to: '8' };
    await data().organisation.logChange(change);
    await data().organisation.logChange({ ...change, id: 'c2', at: '2026-11-02', actorId: 'ada' });
    expect((await data().organisation.changes()).map((one) => one.id)).toEqual(['c2', 'c1']);
    expect((await data().organisation.changes())[1]).toEqual(change);
  });
});
