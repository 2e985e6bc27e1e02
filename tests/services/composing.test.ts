import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { DraftWishes } from '#app/domain/surveys/draft-wishes.ts';
import { emptyTemplate } from '#app/domain/surveys/questions/empty-template.ts';
import { changeDraft, createDraft, draftOf, groundOf, removeDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';
import { testApp } from '#tests/support/app.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';

const three = (text: string) => ({ en: text, 'zh-Hans': `${text}简`, 'zh-Hant': `${text}繁` });
const wishes: DraftWishes = {
  template: 'pulse-core',
  title: three('Autumn pulse'),
  purpose: three('To learn'),
  opens: day('2026-11-23'),
  closes: day('2026-12-04'),
  further: [],
  pair: null,
};

async function company() {
  const app = await testApp();
  await aSmallCompany(app);
  return { app, hr: await actorFor(app, 'hr') };
}

test('a draft is kept as it was wished, with the k and the languages of the organisation', async () => {
  const { app, hr } = await company();
  const created = await createDraft(app, hr, wishes);
  const id = created.ok ? created.value.id : '';
  expect(await draftOf(app, id)).toMatchObject({
    state: 'draft',
    title: wishes.title,
    opens: '2026-11-23',
    programme: '2026',
    createdBy: 'hr',
    manifestHash: null,
    definition: { template: 'pulse-core', k: 5, languages: ['en', 'zh-Hans', 'zh-Hant'], cuts: [] },
  });
});

test('a refused draft leaves nothing behind', async () => {
  const { app, hr } = await company();
  const refused = await createDraft(app, hr, { ...wishes, closes: day('2026-11-01') });
  expect(refused).toMatchObject({ ok: false, because: 'closes-before-opening' });
  expect(await app.data.surveys.all()).toEqual([]);
});

test('a draft changes as long as it is one', async () => {
  const { app, hr } = await company();
  const created = await createDraft(app, hr, wishes);
  const id = created.ok ? created.value.id : '';
  expect((await changeDraft(app, id, { ...wishes, template: 'pulse-workload' })).ok).toBe(true);
  const draft = await draftOf(app, id);
  expect(draft?.definition.template).toBe('pulse-workload');
  await app.data.surveys.replace({ ...draft!, state: 'sealed', manifestHash: 'ab' }, 'draft');
  expect(await changeDraft(app, id, wishes)).toMatchObject({ because: 'not-a-draft' });
  expect(await removeDraft(app, id)).toMatchObject({ because: 'not-a-draft' });
  expect((await app.data.surveys.get(id))?.definition.template).toBe('pulse-workload');
});

test('a draft that was deleted is gone, and cannot be deleted twice', async () => {
  const { app, hr } = await company();
  const created = await createDraft(app, hr, wishes);
  const id = created.ok ? created.value.id : '';
  expect((await removeDraft(app, id)).ok).toBe(true);
  expect(await app.data.surveys.get(id)).toBeNull();
  expect((await removeDraft(app, id)).ok).toBe(false);
  expect(await changeDraft(app, id, wishes)).toMatchObject({ because: 'not-a-draft' });
});

test('what was asked in an earlier survey rests, but not because of the draft itself', async () => {
  const { app, hr } = await company();
  const offer = await draftOffer(app, {});
  const item = offer.further[0]!.id;
  const created = await createDraft(app, hr, { ...wishes, further: [item] });
  const draft = await draftOf(app, created.ok ? created.value.id : '');
  await app.data.surveys.replace({ ...draft!, state: 'sealed', manifestHash: 'ab' }, 'draft');
  expect((await groundOf(app)).lastAsked.get(item)).toBe('2026-11-23');
  expect((await groundOf(app, { except: draft!.id })).lastAsked.size).toBe(0);
  expect((await draftOffer(app, {})).further.find(({ id }) => id === item)?.restsUntil).not.toBeNull();
});

test('the form begins with words and days that could be sealed as they are', async () => {
  const { app, hr } = await company();
  for (const { id } of (await draftOffer(app, {})).templates) {
    const { initial } = await draftOffer(app, { template: id });
    const created = await createDraft(app, hr, { ...initial, template: id, pair: null, cuts: [] });
    // An empty one asks nothing until something is chosen.
    expect([id, created.ok ? null : created.because]).toEqual([id, id === emptyTemplate.id ? 'nothing-asked' : null]);
  }
  expect((await draftOffer(app, {})).initial.title).toEqual({ en: 'Core pulse, November 2026', 'zh-Hans': '核心脉搏调查（2026年11月）', 'zh-Hant': '核心脈動調查（2026年11月）' });
  expect((await draftOffer(app, { template: 'nonsense' })).template).toBe('pulse-core');
});
