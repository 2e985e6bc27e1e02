// The reasons that open beside a low score, on the same page and never required. Drawn in place, so that the focus stays.
import { inLanguage } from '#app/domain/kernel/language.ts';
import type { Answer } from '#app/domain/responses/answers.ts';
import type { LowScore, RecommendQuestion, ScaleQuestion } from '#app/domain/surveys/questions/question.ts';
import { h } from '../element.ts';
import { followUps, hasBoxes, reasonsOf, textOf } from '../follow-ups.ts';
import type { Scene, Screen } from '../scene.ts';
import { choiceList } from './choices.ts';
import { writing } from './writing.ts';

export function withReasons(scene: Scene, question: ScaleQuestion | RecommendQuestion, node: HTMLElement): Screen {
  const { text, flow } = scene;
  const place = h('div', {});
  const told = h('p', { class: 'hidden', role: 'status' });
  let drawn = false;
  const refresh = (): void => {
    const asked = followUps(flow().questions, flow().draft.answers).find((one) => one.question.id === question.id);
    if (Boolean(asked) === drawn) return;
    drawn = Boolean(asked);
    told.textContent = asked ? text.question.why : '';
    place.replaceChildren(...(asked ? [reasons(scene, asked.question)] : []));
  };
  const both = h('div', {}, node, told, place);
  refresh();
  told.textContent = '';
  return { node: both, refresh };
}

function reasons(scene: Scene, question: ScaleQuestion | RecommendQuestion): HTMLElement {
  const { text, flow, on } = scene;
  const low = question.low as NonNullable<typeof question.low>;
  const key = reasonsOf(question.id);
  const chosen = (): readonly string[] => (flow().draft.answers[key] as readonly string[] | undefined) ?? [];
  const onchange = (value: string, checked: boolean): void => {
    const others = chosen().filter((id) => id !== value);
    const now: Answer = checked ? [...others, value] : others;
    on({ kind: 'answered', key, answer: now.length > 0 ? now : null });
  };
  const choices = low.options.map(({ id, label }) => ({ value: id, label: inLanguage(label, text.language) }));
  return h(
    'fieldset',
    { class: 'reasons' },
    h('legend', {}, text.question.why),
    h('p', { class: 'quiet' }, text.question.reasons),
    h('div', { class: 'chips' }, choiceList({ type: 'checkbox', name: key, choices, chosen: chosen(), onchange })),
    ...(hasBoxes(flow().questions) ? box(scene, question.id, low) : []),
  );
}

/** The question stands over the box alone: it often asks for one thing, and above any number of reasons it would be wrong. */
function box(scene: Scene, id: string, low: LowScore): HTMLElement[] {
  const { text } = scene;
  const area = writing(scene, textOf(id), low);
  return [h('label', { class: 'asked' }, inLanguage(low.prompt, text.language), h('span', { class: 'quiet' }, text.question.words), area.node), area.below];
}
