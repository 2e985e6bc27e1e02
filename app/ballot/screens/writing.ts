// Room for a person's own words, with a word about who will read them and how much room is left: at every box, whatever it is under.
import { fewestBesideText } from '#app/domain/surveys/own/own-words.ts';
import type { OpenQuestion } from '#app/domain/surveys/questions/question.ts';
import { h } from '../element.ts';
import { namesIn } from '../names-in.ts';
import { readersIn, type Scene } from '../scene.ts';

export function openAnswer(scene: Scene, question: OpenQuestion, title: HTMLElement): HTMLElement {
  const area = writing(scene, question.id, question);
  return h('div', { class: 'question' }, h('label', {}, title, area.node), area.below);
}

export interface Writing {
  readonly node: HTMLTextAreaElement;
  /** Who reads it, and how much room is left. */
  readonly below: HTMLElement;
}

export function writing(scene: Scene, key: string, { longest, rows = 4 }: { readonly longest: number; readonly rows?: number }): Writing {
  const { text, manifest, names, flow, on } = scene;
  const readers = h('p', { class: 'quiet', id: `${key}:readers` }, readersIn(scene, text.question.whoReads(fewestBesideText(manifest.k), manifest.wordsFor === 'heads')));
  const room = h('p', { class: 'quiet room num' });
  const named = h('p', { class: 'warns', role: 'status' });
  const tell = (): void => {
    room.textContent = text.question.room(longest - node.value.length);
    const found = namesIn(node.value, names).join(' · ');
    const warning = found && text.question.names + found;
    // Said again only where it changes: a screen reader would repeat it with every letter.
    if (named.textContent !== warning) named.textContent = warning;
  };
  const node = h('textarea', {
    'aria-describedby': readers.id,
    rows,
    maxlength: longest,
    oninput: () => {
      tell();
      on({ kind: 'answered', key, answer: node.value === '' ? null : node.value });
    },
  });
  node.value = String(flow().draft.answers[key] ?? '');
  tell();
  return { node, below: h('div', {}, readers, named, room) };
}
