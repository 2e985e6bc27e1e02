// One question at a time, by thumb or by keys, and all of them as a list on request. No answer is required anywhere.
import { inLanguage } from '#app/domain/kernel/language.ts';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { button, h, heading } from '../element.ts';
import type { Scene, Screen } from '../scene.ts';
import { answering } from './answering.ts';
import { chooseByDigit } from './choices.ts';

export function questionScreen(scene: Scene): Screen {
  const { text, flow, on } = scene;
  const { questions, step } = flow();
  const question = questions[step] as Question;
  const { node, refresh } = answering(scene, question, heading(inLanguage(question.text, text.language)));
  const last = step === questions.length - 1;
  const where = `${text.question.position(step + 1, questions.length)} · ${text.question.left(secondsFrom(questions, step))}`;
  const screen = h(
    'form',
    { onsubmit: (event) => (event.preventDefault(), on({ kind: 'next' })), onkeydown: (event) => onKey(scene, event as KeyboardEvent) },
    h('progress', { max: questions.length, value: step, 'aria-label': where }),
    h('div', { class: 'progress' }, h('p', { class: 'quiet num' }, where), button(text.question.asList, () => on({ kind: 'listed' }), { class: 'plain small' })),
    node,
    keysHint(scene, question),
    h(
      'div',
      { class: 'bar' },
      button(text.question.back, () => on({ kind: 'back' })),
      h('button', { type: 'submit', class: 'primary' }, last ? text.question.toReview : text.question.next),
    ),
  );
  return { node: screen, refresh };
}

export function listScreen(scene: Scene): Screen {
  const { text, flow, on, manifest } = scene;
  // What depends on an answer is there from the first, so that nothing is drawn anew under somebody's fingers.
  const drawn = flow().offered.map((question) => ({ question, ...answering(scene, question, h('h2', {}, inLanguage(question.text, text.language))) }));
  const refresh = (): void => {
    const asked = flow().questions.map(({ id }) => id);
    for (const one of drawn) {
      one.node.hidden = !asked.includes(one.question.id);
      one.refresh?.();
    }
  };
  refresh();
  const node = h(
    'form',
    { class: 'list', onsubmit: (event) => (event.preventDefault(), on({ kind: 'reviewed' })) },
    heading(inLanguage(manifest.survey.title, text.language)),
    ...drawn.map((one) => one.node),
    h(
      'div',
      { class: 'bar' },
      button(text.question.oneByOne, () => on({ kind: 'one-by-one' })),
      h('button', { type: 'submit', class: 'primary' }, text.question.toReview),
    ),
  );
  return { node, refresh };
}

/** Keys work only while the question has the focus, and never while somebody writes. */
function onKey({ on }: Scene, event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.altKey || event.metaKey || target.tagName === 'TEXTAREA') return;
  if (event.key === 'Enter' && target.tagName === 'H1') return on({ kind: 'next' });
  if (!/^\d$/.test(event.key)) return;
  const near = [target.closest('fieldset'), event.currentTarget as HTMLElement];
  if (near.some((within) => within && chooseByDigit(within, event.key))) event.preventDefault();
}

function keysHint({ text }: Scene, question: Question): HTMLElement | null {
  if (question.kind === 'scale') return h('p', { class: 'quiet keys' }, text.question.keys(question.points));
  if (!('options' in question) || question.options.length < 2) return null;
  return h('p', { class: 'quiet keys' }, text.question.keysByPlace(Math.min(9, question.options.length)));
}
