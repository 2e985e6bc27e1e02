// Taking the paper and dropping the ballot side by side, as they were made here, and that a paper fits any entry of the list.
import { bodyBytes } from '#app/domain/responses/ballot-format.ts';
import { fromBase64url, toHex } from '../bytes.ts';
import { button, fold, h } from '../element.ts';
import { fitsEntries } from '../fits.ts';
import type { Scene } from '../scene.ts';

const madeUp = 4;

export function proof(scene: Scene): HTMLElement {
  const { proof: text } = scene.text;
  const { draft } = scene.flow();
  const start = (bytes = ''): string => toHex((fromBase64url(bytes) ?? new Uint8Array()).subarray(0, 8)).replace(/.{4}(?=.)/g, '$& ');
  const columns = [
    [text.asked, text.session, text.blinded(start(draft.draw?.blinded)), text.roll],
    [text.dropped, text.nothing, text.sealed(bodyBytes, start(draft.paper?.serial)), text.box],
  ];
  const requests = columns.map(([title = '', ...cells]) =>
    h('div', { class: 'card' }, h('h2', {}, title), h('dl', {}, ...cells.flatMap((cell, row) => [h('dt', {}, text.rows[row]), h('dd', {}, cell)]))),
  );
  return fold(text.heading, h('p', {}, text.lead), h('div', { class: 'two' }, ...requests), demonstration(scene));
}

function demonstration(scene: Scene): HTMLElement {
  const { proof: text } = scene.text;
  const result = h('div', { role: 'status' });
  const tryIt = (): void => {
    const { draw, paper, key } = scene.flow().draft;
    if (!draw || !paper) return;
    const fits = fitsEntries({ key, ...draw, signature: paper.signature }, madeUp);
    const rows = fits.map((fit, entry) => fit && h('li', {}, text.fitsRow(entry + 1, entry === 0)));
    result.replaceChildren(h('ol', { class: 'entries' }, ...rows), fits.every(Boolean) ? h('p', {}, text.fitsResult(fits.length)) : '');
  };
  return h('div', {}, h('h2', {}, text.fits), h('p', {}, text.fitsText), button(text.fitsButton, tryIt), result);
}
