// What is printed comes once: the same form sent again, as a page does that is loaded again, makes nothing and spoils nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import SealPage, { loader as seal } from '#app/routes/surveys.$id.seal.tsx';
import { action, headers } from '#app/routes/surveys.$id.slips_.print.tsx';
import { decideSlips, slipsOf } from '#app/services/surveys/slips.server.ts';
import type { ShownPile } from '#app/ui/surveys/slips/printed-slips.tsx';
import { drawnPage } from '#tests/support/document-bytes.tsx';
import { actorFor } from '#tests/support/people.ts';
import { readQr } from '#tests/support/read-qr.ts';
import { aCompanyWithFewAddresses, hands, sealedWith } from '#tests/support/slips.ts';
import { visit } from '#tests/support/visit.ts';

test('a pile is given once with its cover; sent again the form shows nothing and leaves the printed slips good', async () => {
  const app = await aCompanyWithFewAddresses();
  await sealedWith(app, { kind: 'print', emails: hands });
  const pile = (await slipsOf(app, 'pulse'))!.piles[0]!;
  const ask = () => visit(app, action, '/surveys/pulse/slips/print', { as: 'hr', params: { id: 'pulse' }, form: { block: pile.block, printings: '0' } });
  const { pile: shown } = (await ask()) as { pile: ShownPile };
  expect(shown.cover).toMatchObject({ departments: pile.names, slips: pile.slips });
  const slips = shown.slips.sheets.flat();
  expect(slips).toHaveLength(pile.slips);
  expect(slips.map(({ qr }) => readQr(qr))).toEqual(slips.map(({ code }) => `${app.config.publicUrl}/code#${code}`));
  for (const name of [...pile.names, ...pile.people]) expect(JSON.stringify(shown.slips)).not.toContain(name);

  expect(await ((await ask()) as Response).text()).toContain('pile-shown');
  expect((await slipsOf(app, 'pulse'))!.piles[0]!.printings).toBe(1);
  expect(headers({} as never)).toEqual({ 'Cache-Control': 'no-store' });

  const files = readdirSync(app.config.dataFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const kept = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'));
  expect(files.length).toBeGreaterThan(3);
  for (const { code } of slips) expect(kept.some((bytes) => bytes.includes(code) || bytes.includes(code.replaceAll('-', '')))).toBe(false);
});

test('before sealing HR reads that whoever comes with a slip gets no letter, and without slips that everybody invited gets one', async () => {
  const app = await aCompanyWithFewAddresses();
  const read = async (decided: Parameters<typeof decideSlips>[3]) => {
    expect((await decideSlips(app, await actorFor(app, 'hr'), 'pulse', decided)).ok).toBe(true);
    const data = await visit(app, seal, '/surveys/pulse/seal', { as: 'hr', params: { id: 'pulse' } });
    return (await drawnPage(SealPage, data, '/surveys/pulse/seal')).html;
  };
  expect(await read({ kind: 'print', emails: hands })).toContain('whoever comes with a slip gets none');
  const without = await read({ kind: 'without' });
  expect(without).toContain('Everybody invited gets a letter');
  expect(without).not.toContain('comes with a slip');
});
