import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inspectFile, placeOf } from '#db/boxes.server.ts';
import { castBallot } from '#app/services/rehearsing.server.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';

async function afterSomeBallots() {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  for (const personId of ['north-1', 'north-2', 'south-1']) await castBallot(app, 'pulse', { personId, answers: { 'PAY-01': 3 } });
  return placeOf(app.config.dataFolder, 'pulse');
}

test('while ballots come nothing that keeps their order lies in or beside the box', async () => {
  const place = await afterSomeBallots();
  expect(readdirSync(place.folder).sort()).toEqual(['box.sqlite', 'keys', 'roll.sqlite']);
  for (const path of [place.box, place.roll]) expect(inspectFile(path)).toMatchObject({ rollback: true, beside: [] });
});

test('every connection overwrites what it deletes and waits for the disk', async () => {
  const place = await afterSomeBallots();
  for (const path of [place.box, place.roll]) expect(inspectFile(path)).toMatchObject({ secureDelete: true, durable: true });
});
