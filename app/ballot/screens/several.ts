// Any answers up to a number, or just one. «None of these» is an answer, «prefer not to say» is none; both exclude the others.
import type { SeveralQuestion } from '#app/domain/surveys/questions/question.ts';
import { h } from '../element.ts';
import type { Scene } from '../scene.ts';
import { noneValue, optionChoices, unsaidValue } from './choice-labels.ts';
import { choiceList } from './choices.ts';

export function severalAnswers(scene: Scene, question: SeveralQuestion, title: HTMLElement): HTMLElement {
  const { text, flow, on } = scene;
  const { answers, unsaid } = flow().draft;
  const answer = answers[question.id] as readonly string[] | undefined;
  const chosen = unsaid.includes(question.id) ? [unsaidValue] : answer?.length === 0 ? [noneValue] : (answer ?? []);
  const single = question.most === 1;
  const count = h('p', { class: 'quiet', role: 'status' });
  const node = h('fieldset', { class: 'question' }, h('legend', {}, title), !single && count);
  const inputs = (): HTMLInputElement[] => [...node.querySelectorAll('input')];
  const settle = (value: string, checked: boolean): void => {
    const alone = value === unsaidValue || value === noneValue;
    for (const input of inputs()) {
      const other = input.value === unsaidValue || input.value === noneValue;
      if (checked && input.value !== value && (alone || other)) input.checked = false;
    }
    const ticked = inputs().filter((input) => input.checked).map((input) => input.value);
    if (ticked.includes(unsaidValue)) on({ kind: 'unsaid', question });
    else on({ kind: 'answered', key: question.id, answer: ticked.length === 0 ? null : ticked.filter((id) => id !== noneValue) });
    limit();
  };
  const limit = (): void => {
    const ticked = inputs().filter((input) => input.checked && !input.value.startsWith(':'));
    if (single) return;
    for (const input of inputs()) input.disabled = ticked.length >= question.most && !input.checked && !input.value.startsWith(':');
    count.textContent = text.question.chosen(ticked.length, question.most);
  };
  const group = { type: single ? 'radio' : 'checkbox', name: question.id, chosen, onchange: settle } as const;
  const apart = [
    { value: noneValue, label: text.question.none, apart: true },
    { value: unsaidValue, label: text.question.notSaid, apart: true },
  ];
  node.append(choiceList({ ...group, choices: optionChoices(scene, question.options) }), choiceList({ ...group, choices: apart }));
  limit();
  return node;
}
