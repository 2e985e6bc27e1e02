// One answer of several: scales, recommendation, choice and background. What is no answer is drawn apart.
import { inLanguage } from '#app/domain/kernel/language.ts';
import type { Question, RecommendQuestion } from '#app/domain/surveys/questions/question.ts';
import { h } from '../element.ts';
import type { Scene } from '../scene.ts';
import { optionChoices, pointChoices, recommendChoices, unsaidValue } from './choice-labels.ts';
import { choiceList, type Choice } from './choices.ts';

type Single = Extract<Question, { kind: 'scale' | 'recommend' | 'choice' | 'background' }>;

export function singleAnswer(scene: Scene, question: Single, title: HTMLElement): HTMLElement {
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
  return h('ul', { class: 'ends quiet', 'aria-hidden': 'true' }, ...labels.map((label, place) => h('li', {}, `${place * 5} = ${inLanguage(label, text.language)}`)));
}
