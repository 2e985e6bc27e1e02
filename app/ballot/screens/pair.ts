// What is expected and what is found of one thing, on the same scale, one below the other.
import { inLanguage } from '#app/domain/kernel/language.ts';
import type { PairQuestion } from '#app/domain/surveys/questions/question.ts';
import { expectedOf, experiencedOf } from '../answers-to-send.ts';
import { h } from '../element.ts';
import type { Scene } from '../scene.ts';
import { pointChoices, unsaidValue } from './choice-labels.ts';
import { choiceList } from './choices.ts';

export function pairOfAnswers(scene: Scene, question: PairQuestion, title: HTMLElement): HTMLElement {
  const { text, flow, on } = scene;
  const { draft } = flow();
  const node = h('div', { class: 'question', role: 'group', 'aria-label': inLanguage(question.text, text.language) }, title);
  const apart = choiceList({
    type: 'checkbox',
    name: `${question.id}${unsaidValue}`,
    choices: [{ value: unsaidValue, label: text.question.apart, apart: true }],
    chosen: draft.unsaid.includes(question.id) ? [unsaidValue] : [],
    onchange: (_, checked) => {
      if (!checked) return on({ kind: 'answered', key: expectedOf(question.id), answer: null });
      for (const input of node.querySelectorAll<HTMLInputElement>('input[type=radio]')) input.checked = false;
      on({ kind: 'unsaid', question });
    },
  });
  const level = (key: string, asked: string): HTMLElement =>
    h(
      'fieldset',
      {},
      h('legend', { class: 'asked' }, asked),
      choiceList({
        type: 'radio',
        name: key,
        choices: pointChoices(scene, question),
        chosen: [String(draft.answers[key] ?? '')],
        onchange: (value) => {
          for (const input of apart.querySelectorAll('input')) input.checked = false;
          on({ kind: 'answered', key, answer: Number(value) });
        },
      }),
    );
  const { expected, experienced } = question;
  node.append(level(expectedOf(question.id), inLanguage(expected, text.language)), level(experiencedOf(question.id), inLanguage(experienced, text.language)), apart);
  return node;
}
