import { expect, test } from 'vitest';
import { loader as report } from '#app/routes/privacy.check.tsx';
import { loader as privacy } from '#app/routes/privacy._index.tsx';
import { action as change, loader as settings } from '#app/routes/privacy.settings.tsx';
import { ballotApp } from '#tests/support/open-survey.ts';
import { visit } from '#tests/support/visit.ts';

test('what HR changes every employee reads, and a lower group is refused with words', async () => {
  const app = await ballotApp();
  const saved = (await visit(app, change, '/privacy/settings', { as: 'hr', form: { k: '8', letters: '30', sessions: '14' } })) as Response;
  expect(saved.headers.get('location')).toBe('/privacy/settings?saved');
  expect(await visit(app, settings, '/privacy/settings?saved', { as: 'hr' })).toMatchObject({ saved: true, overview: { k: 8 } });
  const refused = (await visit(app, change, '/privacy/settings', { as: 'hr', form: { k: '5', letters: '30', sessions: '14' } })) as Response;
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: { k: 'k-only-up' }, details: { k: 8 }, values: { k: '5' } }]);
  const odd = (await visit(app, change, '/privacy/settings', { as: 'hr', form: { k: 'many', letters: '', sessions: '-1' } })) as Response;
  expect((await odd.json()).errors).toEqual({ k: 'whole-number', letters: 'required', sessions: 'whole-number' });
  const seen = await visit(app, privacy, '/privacy', { as: 'operations-3' });
  expect(seen).toMatchObject({ changes: false, overview: { k: 8, log: [{ who: 'Person hr', code: 'k', from: '5', to: '8' }] } });
});

test('before the first check there is no report, only a way to begin one', async () => {
  const app = await ballotApp();
  expect(await visit(app, report, '/privacy/check', { as: 'admin' })).toMatchObject({ report: null });
});
