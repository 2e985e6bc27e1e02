// Room for a person's own words, with a word about who will read them and how much room is left.
import type { OpenQuestion } from '#app/domain/surveys/question.ts';
import { h } from '../element.ts';
import type { Scene } from '../scene.ts';

export function openAnswer(scene: Scene, question: OpenQuestion, title: HTMLElement): HTMLElement {
  const { text } = scene;
  const hint = h('p', { class: 'quiet', id: `${question.id}:hint` }, text.question.open);
  const area = writing(scene, question.id, question.longest, { 'aria-describedby': hint.id });
  return h('div', { class: 'question' }, h('label', {}, title, area.node), hint, area.room);
}

export interface Writing {
  readonly node: HTMLTextAreaElement;
  readonly room: HTMLElement;
}

export function writing({ text, flow, on }: Scene, key: string, longest: number, given: Record<string, string>): Writing {
  const room = h('p', { class: 'quiet room num' });
  const tell = (): void => void (room.textContent = text.question.room(longest - node.value.length));
  const node = h('textarea', {
    ...given,
    rows: 4,
    maxlength: longest,
    oninput: () => {
      tell();
      on({ kind: 'answered', key, answer: node.value === '' ? null : node.value });
    },
  });
  node.value = String(flow().draft.answers[key] ?? '');
  tell();
  return { node, room };
}
