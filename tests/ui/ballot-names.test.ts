import { expect, test } from 'vitest';
import type { Fetch } from '#app/ballot/drop.ts';
import { askOffer, namesHash } from '#app/ballot/issuance.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { blockKey } from '#tests/support/ballot-keys.ts';
import { namesIn, sealedSurvey } from '#tests/support/ballot-survey.ts';

const offering = (offer: object): Fetch => () => Promise.resolve(Response.json({ block: 0, taken: false, reissued: false, ...offer }));

function withBlock(manifest: Manifest, block: Partial<Manifest['blocks'][number]>): Manifest {
  return { ...manifest, blocks: [{ ...manifest.blocks[0]!, ...block }, ...manifest.blocks.slice(1)] };
}

test('a list of names that was not sealed is refused before a paper is taken', async () => {
  const { manifest, hash, keys } = await sealedSurvey();
  const offered = { manifest: hash, key: keys[0]!.key, salt: 'salt', names: Array.from({ length: manifest.blocks[0]!.invited }, (_, index) => `Invented ${index}`) };
  expect(await askOffer(offering(offered), { manifest, hash })).toMatchObject({ ok: false, because: 'names' });
  const agreed = withBlock(manifest, { names: await namesHash('salt', offered.names) });
  expect(await askOffer(offering(offered), { manifest: agreed, hash })).toMatchObject({ ok: true, value: { names: offered.names } });
  expect(await askOffer(offering({ ...offered, block: 99 }), { manifest: agreed, hash })).toMatchObject({ because: 'altered' });
});

test('a key that is not the sealed one of the block is refused before anything is blinded', async () => {
  const { manifest, hash, keys, salt } = await sealedSurvey();
  const offer = { manifest: hash, salt, names: namesIn(0) };
  const [own, neighbours] = keys.map(({ key }) => key);
  for (const key of [neighbours, blockKey().key, `${own}AA`, own!.slice(4), '', 'no key!', undefined]) {
    expect(await askOffer(offering({ ...offer, key }), { manifest, hash })).toMatchObject({ ok: false, because: 'key' });
  }
  expect(await askOffer(offering({ ...offer, key: own }), { manifest, hash })).toMatchObject({ ok: true, value: { key: own } });
});
