// The company's logo and colour: who sets them, what is taken, and where they appear.
import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loader as docx } from '#app/routes/results.$id.report[.]docx.tsx';
import { loader as json } from '#app/routes/results.$id.report[.]json.tsx';
import { loader as pdf } from '#app/routes/results.$id.report[.]pdf.tsx';
import { loader as pptx } from '#app/routes/results.$id.report[.]pptx.tsx';
import { action, loader } from '#app/routes/results.letterhead.tsx';
import { loader as logo } from '#app/routes/results.letterhead_.logo[.]png.tsx';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { publishWaves } from '#tests/support/published.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { sourcesIn } from '#tests/support/sources.ts';
import { uploadTo } from '#tests/support/uploads.ts';
import { visit } from '#tests/support/visit.ts';
import { aClosedSurvey, type Closed } from '#tests/support/waves.ts';

const drawing = (inside: string) => new Uint8Array(new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="400">${inside}</svg>`).render().asPng());
const red = drawing('<rect width="900" height="400" fill="#b00020"/>');
/** A text that a camera or a drawing program leaves in the file, as a chunk of its own behind the head. */
const telling = (png: Uint8Array, words: string) => {
  const text = Buffer.from(`Comment\0${words}`, 'latin1');
  const chunk = Buffer.alloc(12 + text.length);
  chunk.writeUInt32BE(text.length, 0);
  chunk.write('tEXt', 4, 'latin1');
  text.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + text.length)), 8 + text.length);
  return Buffer.concat([png.slice(0, 33), chunk, png.slice(33)]);
};

let wave: Closed;
beforeAll(() => {
  wave = aClosedSurvey({ id: 'pulse', closed: '2026-02-20', tree: [{ id: 'amber', parentId: null, name: 'Amber' }, { id: 'north', parentId: 'amber', name: 'North' }, { id: 'south', parentId: 'amber', name: 'South' }], people: { north: 14, south: 12 } });
});

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
  await aSmallCompany(app);
  await publishWaves(app, [wave]);
});

const set = (texts: Record<string, string>, file?: Uint8Array | string) => uploadTo(app, action, { as: 'hr', texts, files: file === undefined ? {} : { logo: file } });
const ask = (load: unknown, as = 'hr') => visit(app, load as (args: never) => Promise<unknown>, '/results/pulse/report', { as, params: { id: 'pulse' } }) as Promise<Response>;
const bytes = async (answer: Promise<Response>) => new Uint8Array(await (await answer).arrayBuffer());
const media = (file: Uint8Array) => Object.keys(unzipSync(file)).filter((name) => /media\/.*png$/.test(name));
const parts = (file: Uint8Array, name: RegExp) => Object.entries(unzipSync(file)).filter(([path]) => name.test(path)).map(([, content]) => strFromU8(content)).join('\n');

describe('a logo', () => {
  test('is drawn anew, no larger than a slide needs, and nothing else of the file is kept', async () => {
    const answer = await set({ colour: '' }, telling(red, 'made by Ida, 52.5 N 13.4 E'));
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/results/letterhead?saved']);
    const kept = (await app.data.letterhead.get()).logo!;
    expect([kept.width, kept.height]).toEqual([800, 200]);
    const png = Buffer.from(kept.png, 'base64');
    expect(png.toString('latin1')).not.toContain('Ida');
    expect(png.includes('tEXt')).toBe(false);
    const shown = await bytes(ask(logo));
    expect(Buffer.from(shown).equals(png)).toBe(true);
  });

  test('stays where only the colour is sent, and goes by its own box', async () => {
    await set({ colour: '' }, red);
    await set({ colour: '#063' });
    expect(await app.data.letterhead.get()).toMatchObject({ colour: '#006633', logo: { width: 800 } });
    await set({ colour: '#063', remove: '1' });
    expect(await app.data.letterhead.get()).toEqual({ colour: '#006633', logo: null });
    expect((await ask(logo)).status).toBe(404);
  });

  test.each([
    ['a drawing that may hold a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'logo-kind'],
    ['the beginning of a picture', red.slice(0, 60), 'logo-unseen'],
    ['white on nothing', drawing('<rect width="900" height="400" fill="#fff"/>'), 'logo-unseen'],
    ['nothing at all', drawing(''), 'logo-unseen'],
    ['more than 1 MB', new Uint8Array(1_100_000), 'logo-large'],
  ])('that is %s is refused at its field, and the colour comes back as it was typed', async (_, file, because) => {
    const answer = await set({ colour: '#036' }, file);
    expect([413, 422]).toContain(answer.status);
    expect(await answer.json()).toMatchObject({ errors: { logo: because } });
    expect(await app.data.letterhead.get()).toEqual({ logo: null, colour: null });
  });

  test('with a colour that is too pale is refused whole, and a darker one is named', async () => {
    const answer = await set({ colour: '#ffcc00' }, red);
    expect(await answer.json()).toMatchObject({ errors: { colour: 'colour-pale' }, values: { colour: '#ffcc00' }, details: { ratio: '1.5' } });
    expect(await app.data.letterhead.get()).toEqual({ logo: null, colour: null });
  });
});

describe('papers', () => {
  test('carry neither before anybody set them, and both afterwards', async () => {
    const before = { pptx: await bytes(ask(pptx)), docx: await bytes(ask(docx)), pdf: await readPdf(await bytes(ask(pdf))) };
    expect(media(before.pptx)).toEqual([]);
    await set({ colour: '#7a0019' }, red);
    const after = { pptx: await bytes(ask(pptx)), docx: await bytes(ask(docx)), pdf: await bytes(ask(pdf)) };
    expect(media(after.pptx).length).toBeGreaterThan(0);
    expect(media(after.docx).length).toBe(media(before.docx).length + 1);
    const slides = parts(after.pptx, /slides\/slide\d+\.xml$/);
    expect(slides).toContain('descr="Logo: Amber"');
    expect(slides).toContain('7A0019');
    expect(parts(after.docx, /document\.xml$/)).toContain('Logo: Amber');
    expect(parts(after.docx, /styles\.xml$/)).toContain('7A0019');
    const printed = await readPdf(after.pdf);
    expect([before.pdf.alts.includes('Logo: Amber'), printed.alts.includes('Logo: Amber'), printed.silentFigures]).toEqual([false, true, 0]);
  });

  test('have the same numbers with and without, and the same bytes twice', async () => {
    const plain = await (await ask(json)).text();
    await set({ colour: '#7a0019' }, red);
    expect(await (await ask(json)).text()).toBe(plain);
    expect(Buffer.from(await bytes(ask(pptx))).equals(Buffer.from(await bytes(ask(pptx))))).toBe(true);
  });
});

test('heads see the logo of their papers and set none; employees see neither', async () => {
  await set({ colour: '' }, red);
  expect((await ask(logo, 'north-1')).status).toBe(200);
  expect((await ask(logo, 'operations-1')).status).toBe(403);
  expect(((await visit(app, loader, '/results/letterhead', { as: 'north-1' })) as Response).status).toBe(403);
});

test('the answer page knows of no logo: it is the same for every company', () => {
  const sources = [...sourcesIn('app/ballot'), ...sourcesIn('app/text/ballot'), ...sourcesIn('app/services/publication'), ...sourcesIn('app/services/responses')];
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.filter(({ text }) => /letterhead/i.test(text)).map(({ path }) => path)).toEqual([]);
});
