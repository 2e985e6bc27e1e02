// Where the page cannot go on, or not yet: what happened, what it means for the answers, and what to do.
import { inLanguage } from '#app/domain/kernel/language.ts';
import { answersToSend } from '../answers-to-send.ts';
import { recordOf } from '#app/domain/responses/answer-record.ts';
import { button, fold, h, heading, notice } from '../element.ts';
import { recordLines } from '../record-lines.ts';
import type { Scene } from '../scene.ts';
import type { Stop } from '#app/domain/responses/ballot-stop.ts';
import type { BallotText } from '#app/text/ballot/ballot-text.ts';

/** A notice inside another screen. */
export function stopNotice({ text }: Pick<Scene, 'text'>, stop: Stop, ...more: HTMLElement[]): HTMLElement {
  const { title, text: body } = text.stops[stop];
  const node = notice('warn', h('h2', {}, title), h('p', {}, body), ...more);
  node.setAttribute('role', 'alert');
  return node;
}

/** The paper could not be taken; a lost paper may be replaced once, and is explained before it is. */
export function paperStopped(scene: Scene, stop: Stop): HTMLElement {
  const { text, take } = scene;
  if (stop === 'other-paper') return stopNotice(scene, stop, button(text.stopped.takeReplacement, () => take(true)));
  if (stop === 'connection' || stop === 'busy') return stopNotice(scene, stop, button(text.review.tryPaper, () => take(false)));
  if (stop === 'sign-in') return stopNotice(scene, stop, signInLink(text));
  return stopNotice(scene, stop);
}

function signInLink(text: BallotText): HTMLAnchorElement {
  const here = location.pathname + location.hash;
  return h('a', { class: 'button primary', href: `/sign-in?to=${encodeURIComponent(here)}` }, text.stopped.signIn);
}

/** A whole screen; `scene` where the survey is known, so that answers on the device can be shown. */
export function stoppedScreen(text: BallotText, stop: Stop, scene: Scene | null): HTMLElement {
  const { title, text: body } = text.stops[stop];
  const others = stop === 'not-on-roll' ? inLanguage(scene?.manifest.audience?.said?.others, text.language) : undefined;
  return h(
    'section',
    {},
    heading(title),
    h('p', { class: 'lead' }, body),
    others !== undefined && h('p', {}, others),
    stop === 'sign-in' && signInLink(text),
    stop === 'connection' && button(text.stopped.again, () => location.reload(), { class: 'primary' }),
    scene && stop === 'other-person' && button(text.stopped.removeOther, scene.forget),
    scene && stop !== 'other-person' && left(scene),
    scene?.kiosk && stop !== 'sign-in' && h('p', {}, button(text.sent.kioskEnd, scene.restart)),
  );
}

function left(scene: Scene): HTMLElement | null {
  const { text, flow, on } = scene;
  const { questions, draft } = flow();
  const record = recordOf(answersToSend(questions, draft.answers));
  const lines = recordLines(record, questions, text).filter(({ answers }) => answers !== null);
  if (lines.length === 0) return null;
  const list = lines.map(({ asked, answers }) => h('li', {}, h('div', {}, h('span', {}, asked), h('strong', {}, (answers ?? []).join(' · ')))));
  return h(
    'div',
    { class: 'card' },
    h('p', {}, text.stopped.answersKept),
    fold(text.stopped.answersHere(lines.length), h('ul', { class: 'lines' }, ...list)),
    button(text.review.clear, () => on({ kind: 'cleared' })),
  );
}
