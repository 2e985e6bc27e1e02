// What exactly will be stored, before it is: in words and as bytes, made by the functions that send it.
import { padRecord, recordOf } from '#app/domain/responses/answer-record.ts';
import { bodyBytes } from '#app/domain/responses/ballot-format.ts';
import { answersToSend } from '../answers-to-send.ts';
import { toHex } from '../bytes.ts';
import { button, fold, h, heading, notice } from '../element.ts';
import { recordLines, type RecordLine } from '../record-lines.ts';
import { readersIn, type Scene, type Screen } from '../scene.ts';
import { isStop } from '#app/domain/responses/ballot-stop.ts';
import { paperStopped, stopNotice } from './stopped.ts';

export function reviewScreen(scene: Scene): Screen {
  const { text, flow, on } = scene;
  const { questions, draft } = flow();
  const record = recordOf(answersToSend(questions, draft.answers));
  const padded = padRecord(record);
  const state = h('div', {});
  const back = button(text.question.back, () => on({ kind: 'back' }));
  const clear = button(text.review.clear, () => on({ kind: 'cleared' }), { class: 'plain' });
  // Disabled for assistive technology only: a button that is really disabled would lose the focus while the ballot is on its way.
  const send = button('', () => (send.getAttribute('aria-disabled') === 'false' ? scene.send() : tell()), { class: 'primary' });
  // Below a record that is longer than a phone nobody would see why nothing was sent.
  const tell = (): void => state.scrollIntoView({ block: 'center' });
  let told = flow().drop;
  const refresh = (): void => {
    const { drop, paper } = flow();
    const sending = drop === 'sending';
    state.replaceChildren(...(isStop(drop) ? [stopNotice(scene, drop)] : []), paperState(scene));
    send.textContent = sending ? text.review.sending : isStop(drop) ? text.review.trySend : text.review.send;
    send.setAttribute('aria-disabled', String(sending || paper !== 'ready' || !padded.ok));
    back.disabled = clear.disabled = sending;
    if (drop !== told && isStop(drop)) tell();
    told = drop;
  };
  refresh();
  const node = h(
    'section',
    {},
    heading(text.review.title),
    h('p', { class: 'lead' }, draft.sent ? text.review.leadAgain : text.review.lead),
    h('ul', { class: 'lines' }, ...recordLines(record, questions, text).map((line) => lineOf(scene, line))),
    h('p', {}, text.review.notInIt),
    padded.ok ? bytesOf(scene, record, padded.value) : notice('warn', text.review.tooLong(Number(padded.details['over']))),
    state,
    h('p', {}, clear, draft.sent?.record && button(text.unsent.keep, () => on({ kind: 'kept-as-sent' }), { class: 'plain' })),
    h('div', { class: 'bar' }, back, send),
  );
  return { node, refresh };
}

/** A person's tap stands between the paper and the ballot: the drop never follows the issuance by itself. */
function paperState(scene: Scene): HTMLElement {
  const { text, flow } = scene;
  const { paper } = flow();
  if (isStop(paper)) return paperStopped(scene, paper);
  return h('p', { class: 'quiet', role: 'status' }, paper === 'ready' ? text.review.paperReady : text.review.paperTaking);
}

function lineOf(scene: Scene, { step, asked, answers, own }: RecordLine): HTMLElement {
  const { text, on } = scene;
  const said = answers === null ? h('span', { class: 'quiet' }, text.review.noAnswer) : h('strong', {}, answers.join(' · ') || text.question.none);
  const change = button(text.review.changeShort, () => on({ kind: 'gone-to', step }), { class: 'plain', 'aria-label': text.review.change(asked) });
  return h('li', {}, h('div', {}, h('span', {}, asked), said, own && answers !== null && h('span', { class: 'read' }, readersIn(scene, text.review.readByHr))), change);
}

function bytesOf({ text }: Scene, record: string, padded: Uint8Array): HTMLElement {
  const length = new TextEncoder().encode(record).length;
  const shown = padded.subarray(0, Math.ceil((length + 2) / 16) * 16);
  const rows = Array.from({ length: shown.length / 16 }, (_, row) => toHex(shown.subarray(row * 16, row * 16 + 16)).replace(/..(?=.)/g, '$& '));
  return fold(
    text.review.bytes,
    h('p', {}, text.review.bytesText(length, bodyBytes)),
    h('h2', {}, text.review.asWritten),
    h('pre', { class: 'record', tabindex: 0 }, record),
    h('h2', {}, text.review.asBytes),
    h('pre', { tabindex: 0 }, `${rows.join('\n')}\n${text.review.padding(padded.length - shown.length)}`),
  );
}
