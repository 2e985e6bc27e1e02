// The controls of one question, of every kind, with the reasons that open beside a low score. Drawn once; later answers change
// only what they concern, so that focus and typed text stay where they are.
import type { Answer } from '#app/domain/responses/answers.ts';
import type { Option, PairQuestion, Question, RecommendQuestion, ScaleQuestion, SeveralQuestion } from '#app/domain/surveys/question.ts';
import { expectedOf, experiencedOf } from '../answers-to-send.ts';
import { h } from '../element.ts';
import { followUps, reasonsOf, textOf } from '../follow-ups.ts';
import type { Scene } from '../scene.ts';
import { choiceList, type Choice } from './choices.ts';

const unsaidValue = ':unsaid';
const noneValue = ':none';

export interface Answering {
  readonly node: HTMLElement;
  /** Follows answers given elsewhere on the page. */
  readonly refresh: () => void;
}

/** `title` is the heading of the question, drawn inside the legend. */
export function answering(scene: Scene, question: Question, title: HTMLElement): Answering {
  switch (question.kind) {
    case 'scale':
    case 'recommend':
      return withReasons(scene, question, oneOf(scene, question, title));
    case 'choice':
    case 'background':
      return { node: oneOf(scene, question, title), refresh: () => undefined };
    case 'several':
      return { node: severalOf(scene, question, title), refresh: () => undefined };
    case 'pair':
      return { node: pairOf(scene, question, title), refresh: () => undefined };
    case 'open':
      return { node: openOf(scene, question, title), refresh: () => undefined };
  }
}

function optionChoices(scene: Scene, options: readonly Option[]): Choice[] {
  return options.map(({ id, label }, place) => ({ value: id, label: label[scene.text.language], ...(place < 9 ? { digit: String(place + 1) } : {}) }));
}

function pointChoices(scene: Scene, question: ScaleQuestion | PairQuestion): Choice[] {
  return question.labels.map((label, place) => ({
    value: String(place + 1),
    label: label[scene.text.language],
    digit: String(place + 1),
  }));
}

function recommendChoices(scene: Scene, { labels }: RecommendQuestion): Choice[] {
  const named = new Map([0, 5, 10].map((value, place) => [value, labels[place]?.[scene.text.language] ?? '']));
  return Array.from({ length: 11 }, (_, value) => ({ value: String(value), label: named.get(value) ?? '', digit: String(value) }));
}

type OneOf = Extract<Question, { kind: 'scale' | 'recommend' | 'choice' | 'background' }>;

function oneOf(scene: Scene, question: OneOf, title: HTMLElement): HTMLElement {
  const { text, flow, on } = scene;
  const numbers = question.kind === 'scale' || question.kind === 'recommend';
  const { answers, unsaid } = flow().draft;
  const chosen = unsaid.includes(question.id) ? unsaidValue : String(answers[question.id] ?? '');
  const onchange = (value: string): void => {
    if (value === unsaidValue) on({ kind: 'unsaid', question });
    else on({ kind: 'answered', key: question.id, answer: numbers ? Number(value) : value });
  };
  const apart: Choice = { value: unsaidValue, label: question.kind === 'background' ? text.question.notSaid : text.question.apart, apart: true };
  const group = { type: 'radio', name: question.id, chosen: [chosen], onchange } as const;
  const choices =
    question.kind === 'recommend' ? recommendChoices(scene, question) : question.kind === 'scale' ? pointChoices(scene, question) : optionChoices(scene, question.options);
  return h(
    'fieldset',
    { class: 'question' },
    h('legend', {}, title),
    question.kind === 'background' && h('p', { class: 'quiet' }, text.question.background),
    question.kind === 'recommend' && ends(scene, question),
    choiceList({ ...group, choices }, question.kind === 'recommend'),
    choiceList({ ...group, choices: [apart] }),
  );
}

function ends({ text }: Scene, { labels }: RecommendQuestion): HTMLElement {
  return h('ul', { class: 'ends quiet', 'aria-hidden': 'true' }, ...labels.map((label, place) => h('li', {}, `${place * 5} = ${label[text.language]}`)));
}

function severalOf(scene: Scene, question: SeveralQuestion, title: HTMLElement): HTMLElement {
  const { text, flow, on } = scene;
  const { answers, unsaid } = flow().draft;
  const answer = answers[question.id] as readonly string[] | undefined;
  const chosen = unsaid.includes(question.id) ? [unsaidValue] : answer?.length === 0 ? [noneValue] : (answer ?? []);
  const count = h('p', { class: 'quiet', role: 'status' });
  const node = h('fieldset', { class: 'question' }, h('legend', {}, title), count);
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
    for (const input of inputs()) input.disabled = ticked.length >= question.most && !input.checked && !input.value.startsWith(':');
    count.textContent = text.question.chosen(ticked.length, question.most);
  };
  const group = { type: 'checkbox', name: question.id, chosen, onchange: settle } as const;
  const apart = [
    { value: noneValue, label: text.question.none, apart: true },
    { value: unsaidValue, label: text.question.notSaid, apart: true },
  ];
  node.append(choiceList({ ...group, choices: optionChoices(scene, question.options) }), choiceList({ ...group, choices: apart }));
  limit();
  return node;
}

function pairOf(scene: Scene, question: PairQuestion, title: HTMLElement): HTMLElement {
  const { text, flow, on } = scene;
  const { draft } = flow();
  const node = h('div', { class: 'question', role: 'group', 'aria-label': question.text[text.language] }, title);
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
  node.append(level(expectedOf(question.id), expected[text.language]), level(experiencedOf(question.id), experienced[text.language]), apart);
  return node;
}

function openOf(scene: Scene, question: Extract<Question, { kind: 'open' }>, title: HTMLElement): HTMLElement {
  const { text } = scene;
  const hint = h('p', { class: 'quiet', id: `${question.id}:hint` }, text.question.open);
  const area = writing(scene, question.id, question.longest, { 'aria-describedby': hint.id });
  return h('div', { class: 'question' }, h('label', {}, title, area.node), hint, area.room);
}

interface Writing {
  readonly node: HTMLTextAreaElement;
  readonly room: HTMLElement;
}

function writing({ text, flow, on }: Scene, key: string, longest: number, given: Record<string, string>): Writing {
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

function withReasons(scene: Scene, question: ScaleQuestion | RecommendQuestion, node: HTMLElement): Answering {
  const { text, flow } = scene;
  const place = h('div', {});
  const told = h('p', { class: 'hidden', role: 'status' });
  let drawn = false;
  const refresh = (): void => {
    const asked = followUps(flow().questions, flow().draft.answers).find((one) => one.question.id === question.id);
    if (Boolean(asked) === drawn) return;
    drawn = Boolean(asked);
    told.textContent = asked ? asked.low.prompt[text.language] : '';
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
  const choices = low.options.map(({ id, label }) => ({ value: id, label: label[text.language] }));
  const area = writing(scene, textOf(question.id), low.longest, {});
  return h(
    'fieldset',
    { class: 'reasons' },
    h('legend', {}, low.prompt[text.language]),
    h('p', { class: 'quiet' }, text.question.reasons),
    h('div', { class: 'chips' }, choiceList({ type: 'checkbox', name: key, choices, chosen: chosen(), onchange })),
    h('label', { class: 'asked' }, text.question.words, area.node),
    area.room,
  );
}
