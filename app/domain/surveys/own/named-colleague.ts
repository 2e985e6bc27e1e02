// Nobody is rated by name, as no provider of fewer than k people is: words that name somebody who works here are no question of a survey.
// A tick does not keep them. Against HR, or a head through HR, who would have colleagues judged in the open.
import type { OwnWords, Texts } from './own-question.ts';

/** What people would read; of what is no own question the text alone. */
export type Asked = Pick<OwnWords, 'text'> & Partial<Pick<OwnWords, 'label' | 'expected' | 'experienced' | 'answers'>>;

/** Where a colleague is named, as a form calls the field, and how the people list writes the name. */
export interface NamedColleague {
  readonly field: string;
  readonly person: string;
}

const plain = (text: string): string => text.normalize('NFKC').toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const isHan = (name: string): boolean => /^\p{Script=Han}+$/u.test(name);

/** In a sentence a name of one word, or of two characters, is an ordinary word too often. */
const standsOut = (name: string): boolean => (isHan(name) ? name.length >= 3 : name.includes(' '));

/** As it is said, and with the family name first. */
function spellings(name: string): readonly string[] {
  const words = name.split(' ');
  return words.length === 1 ? [name] : [name, [...words.slice(-1), ...words.slice(0, -1)].join(' ')];
}

interface Known {
  readonly person: string;
  readonly spelt: readonly string[];
}

const says = (text: string, name: string): boolean => (isHan(name) ? text.includes(name) : ` ${text} `.includes(` ${name} `));

/** The first place; null where nobody of these people is named. Among answers short names count where two of them are names. */
export function namedColleague(words: Asked, names: readonly string[]): NamedColleague | null {
  const known = names.map((person): Known => ({ person, spelt: spellings(plain(person)) })).filter(({ spelt }) => spelt[0] !== '');
  const clear = known.filter(({ spelt }) => standsOut(spelt[0]!));
  const inText = (text: string) => clear.find(({ spelt }) => spelt.some((name) => says(plain(text), name)))?.person ?? null;
  for (const name of ['text', 'label', 'expected', 'experienced'] as const) {
    for (const [tongue, text] of Object.entries(words[name] ?? {})) {
      const person = inText(text);
      if (person !== null) return { field: `${name}-${tongue}`, person };
    }
  }
  return amongAnswers(words.answers ?? [], { known, inText });
}

function amongAnswers(answers: readonly Texts[], { known, inText }: { readonly known: readonly Known[]; readonly inText: (text: string) => string | null }): NamedColleague | null {
  const whole = new Map(known.flatMap(({ person, spelt }) => spelt.map((name) => [name, person])));
  for (const tongue of new Set(answers.flatMap((texts) => Object.keys(texts)))) {
    const lines = answers.map((texts) => texts[tongue] ?? '');
    const short = lines.flatMap((line) => whole.get(plain(line)) ?? []);
    const person = lines.map(inText).find((one) => one !== null) ?? (short.length >= 2 ? short[0] : undefined);
    if (person !== undefined && person !== null) return { field: `answers-${tongue}`, person };
  }
  return null;
}
