// Questions of a made-up company's own.
import type { GateWishes } from '#app/domain/surveys/own/four-gates.ts';
import type { OwnKind } from '#app/domain/surveys/own/own-kind.ts';
import { writeOwn, type OwnQuestion, type OwnWishes } from '#app/domain/surveys/own/own-question.ts';

/** As somebody would say why it is worth asking. */
export const passing: GateWishes = { decision: 'ask', important: 'Named in two focus groups', measurable: true, controllable: 'Another caterer', owner: 'hr', comparable: 'past', reason: '', review: null };

const en = 'How satisfied are you with the canteen?';

/** In English, 简体中文 and German. */
export const ownWishes = (kind: OwnKind): OwnWishes => ({
  kind,
  about: null,
  reverse: false,
  sensitivity: 'normal',
  describes: false,
  text: { en, 'zh-Hans': '您对食堂满意吗？', de: 'Wie zufrieden sind Sie mit der Kantine?' },
  label: { en: 'Canteen', 'zh-Hans': '食堂', de: 'Kantine' },
  expected: { en: 'What do you expect?', 'zh-Hans': '您期望什么？', de: 'Was erwarten Sie?' },
  experienced: { en: 'What do you get?', 'zh-Hans': '您得到什么？', de: 'Was bekommen Sie?' },
  answers: { en: 'None\nA little\nMuch\nAll', 'zh-Hans': '无\n少\n多\n全部', de: 'Nichts\nWenig\nViel\nAlles' },
  asTheyAre: true,
});

export function anOwnQuestion(number: number, change: Partial<OwnWishes> = {}): OwnQuestion {
  const words = writeOwn({ ...ownWishes(change.kind ?? 'satisfaction'), ...change }, ['en']);
  if (!words.ok) throw new Error(words.because);
  return { number, version: 1, words: words.value, standing: 'active', gates: null, parked: null };
}
