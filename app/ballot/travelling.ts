// Ways of a person that the browser knows: «back» and «forward» go through the questions, a reload stays, and the page in another
// language, which is another document, goes on at the same question. Nothing of it is sent: it lies in the history of this tab, in
// the fragment of the link, and for answers that nothing keeps in the window's name until the other document has read it.
import { emptyDraft, type Draft } from './draft.ts';
import { markOf, positionOf, type Position } from './position.ts';

/** Puts a position into the history: a new entry, or another meaning of the one that is there. */
export function remember(position: Position, instead: boolean): void {
  const state = markOf(position);
  if (history.state === state) return;
  if (instead) history.replaceState(state, '');
  else history.pushState(state, '');
}

/** Where this tab was, or the page in the other language; null for somebody who has just opened the link. */
export function rememberedPosition(fromLink: Position | null): Position | null {
  const mark = fromLink && markOf(fromLink);
  if (mark) history.replaceState(mark, '', location.pathname + location.hash.replace(`&${mark}`, ''));
  return fromLink ?? positionOf(history.state);
}

const nameOf = (hash: string): string => `murmur:${hash}:`;

/** For a browser that keeps nothing: the draft goes along to the other document in this window. */
export function handOver(hash: string, draft: Draft): void {
  window.name = nameOf(hash) + JSON.stringify(draft);
}

/** What was handed over to this document; read once and gone. */
export function handedOver(hash: string): Draft {
  const { name } = window;
  if (!name.startsWith('murmur:')) return emptyDraft;
  window.name = '';
  return name.startsWith(nameOf(hash)) ? { ...emptyDraft, ...(JSON.parse(name.slice(nameOf(hash).length)) as Partial<Draft>) } : emptyDraft;
}
