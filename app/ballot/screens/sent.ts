// After sending: the receipt, what happens next, and after closing whether the ballot was counted.
import { inLanguage } from '#app/domain/kernel/language.ts';
import { button, fold, h, heading, notice } from '../element.ts';
import { dayIn, type Scene } from '../scene.ts';
import { unsentOf } from '../unsent.ts';
import { proof } from './proof.ts';

export function sentScreen(scene: Scene): HTMLElement {
  const { text, manifest, flow, counting, kiosk, replaced } = scene;
  const { draft } = flow();
  const receipt = draft.sent?.receipt ?? '';
  const closes = dayIn(scene, manifest.survey.closes);
  const unsent = unsentOf(flow());
  if (!counting && unsent !== 'nothing') return unsentScreen(scene, unsent, receiptCard(scene, receipt, closes));
  return h(
    'section',
    {},
    heading(counting ? (counting.counted ? text.counted.yes : text.counted.no) : text.sent.title),
    h('p', { class: 'lead' }, counting ? (counting.counted ? text.counted.yesText : text.counted.noText)(counting.ballots) : text.sent.lead),
    replaced !== null && notice('quiet', h('p', {}, text.sent.replaced(shortReceipt(replaced)))),
    counting && unsent !== 'nothing' && notice('warn', h('p', {}, text.unsent.late)),
    receiptCard(scene, receipt, closes),
    !counting && h('h2', {}, text.sent.next),
    !counting && h('p', {}, text.sent.results(closes)),
    !counting && !kiosk && changing(scene, closes),
    draft.draw && draft.paper && proof(scene),
    kiosk ? h('p', {}, button(text.sent.kioskEnd, scene.restart, { class: 'primary' })) : h('p', {}, h('a', { href: '/feed' }, text.sent.portal)),
  );
}

/** Changed answers that lie here look like the ballot in the box, and are not: nothing else is said before that. */
function unsentScreen(scene: Scene, unsent: 'changes' | 'unsure', card: HTMLElement): HTMLElement {
  const { text, on, replaced } = scene;
  const said = text.unsent;
  const [title, lead, send, keep] =
    unsent === 'unsure' ? [said.unsureTitle, said.unsureLead, said.unsureSend, said.unsureKeep] : [said.title, said.lead, said.send, said.keep];
  return h(
    'section',
    {},
    heading(title),
    notice('warn', h('p', {}, lead)),
    h('p', { class: 'row' }, button(send, () => on({ kind: 'reviewed' }), { class: 'primary' }), button(keep, () => on({ kind: 'kept-as-sent' }))),
    replaced !== null && notice('quiet', h('p', {}, text.sent.replaced(shortReceipt(replaced)))),
    card,
  );
}

/** The first twelve digits in threes of four: enough to recognise, short enough to read out. */
function shortReceipt(receipt: string): string {
  return (receipt.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
}

function receiptCard(scene: Scene, receipt: string, closes: string): HTMLElement {
  const { text, manifest } = scene;
  const told = h('p', { class: 'quiet', role: 'status' });
  const copy = (): void => {
    const tell = (sentence: string) => (): void => void (told.textContent = sentence);
    const copied = navigator.clipboard?.writeText(receipt) ?? Promise.reject(new Error('no clipboard'));
    void copied.then(tell(text.sent.copied), tell(text.sent.notCopied));
  };
  const file = text.sent.file(inLanguage(manifest.survey.title, text.language), receipt, closes);
  const href = URL.createObjectURL(new Blob([file], { type: 'text/plain' }));
  return h(
    'div',
    { class: 'card' },
    h('h2', {}, text.sent.receipt),
    h('p', { class: 'receipt num' }, shortReceipt(receipt)),
    h('p', {}, text.sent.receiptText),
    h('p', { class: 'row' }, button(text.sent.copy, copy), h('a', { class: 'button', href, download: `${text.sent.fileName}.txt` }, text.sent.save)),
    told,
    fold(text.sent.whole, h('p', { class: 'whole' }, receipt)),
  );
}

function changing(scene: Scene, closes: string): HTMLElement {
  const { text, flow, on } = scene;
  if (!flow().draft.paper) return notice('quiet', text.sent.clearedText);
  return h(
    'div',
    {},
    h('p', {}, text.sent.changeText(closes)),
    h('p', { class: 'row' }, button(text.sent.change, () => on({ kind: 'changing' })), button(text.sent.clear, () => on({ kind: 'cleared' }), { class: 'plain' })),
    h('p', { class: 'quiet' }, text.sent.clearText),
  );
}
