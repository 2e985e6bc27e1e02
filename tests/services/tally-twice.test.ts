// Counting moves a few answers so that doubt is left. Two differently moved tables of one box would undo it.
import { expect, test } from 'vitest';
import { letGo } from '#app/services/responses.server.ts';
import { tally } from '#app/services/publication/tally.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';

test('two tallies of one box publish the same to the byte', async () => {
  const app = await ballotApp();
  const { hash } = await sealed(app, aDraft('pulse'));
  await rehearse(app, 'pulse', (await everybody(app)).slice(0, 30).map((personId, index) => ({ personId, answers: { 'PAY-01': 1 + (index % 2), 'PAY-01:reasons': [index % 3 === 0 ? 'level' : 'rules'] } })));
  await letGo(app);
  // Everybody complains: in each group some are moved, and which of them shows in the tables.
  const order = { dataFolder: app.config.dataFolder, manifest: (await app.data.manifests.ofSurvey('pulse'))!.text, manifestHash: hash, closed: app.today(), previous: null };
  const counted = await Promise.all([1, 2, 3].map(() => tally(order, () => undefined)));
  const texts = counted.map((one) => (one.ok ? one.value.text : one.because));
  expect(texts[0]).toContain('PAY-01');
  expect(texts).toEqual([texts[0], texts[0], texts[0]]);
}, 60_000);
