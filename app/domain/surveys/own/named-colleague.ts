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

/** Most names and words need no more than the first line, and a company has many. */
function plain(text: string): string {
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const isHan = (name: string): boolean => /^\p{Script=Han}+$/u.test(name);

/** In a sentence a name of one word, or of two characters, is an ordinary word too often. */
const standsOut = (name: string): boolean => name.includes(' ') || (name.length >= 3 && isHan(name));

/** Who works here, found by the name as it is said, and with the family name first: a text is looked through once, however many they are. */
export interface Colleagues {
  readonly bySpelling: ReadonlyMap<string, string>;
  /** How many words, or Chinese characters, a name has that stands out in a sentence. */
  readonly words: readonly number[];
  readonly characters: readonly number[];
}

export function colleaguesCalled(names: readonly string[]): Colleagues {
  const bySpelling = new Map<string, string>();
  const [words, characters] = [new Set<number>(), new Set<number>()];
  for (const person of names) {
    const name = plain(person);
    const last = name.lastIndexOf(' ');
    if (name !== '') bySpelling.set(name, person);
    if (last > 0) bySpelling.set(`${name.slice(last + 1)} ${name.slice(0, last)}`, person);
    if (last > 0) words.add(name.split(' ').length);
    else if (standsOut(name)) characters.add(name.length);
  }
  return { bySpelling, words: [...words], characters: [...characters] };
}

/** Null where nobody is named. */
function namedIn(text: string, { bySpelling, words, characters }: Colleagues): string | null {
  const said = plain(text);
  const parts = said.split(' ');
  const runs = parts.flatMap((_, at) => words.map((n) => parts.slice(at, at + n).join(' ')));
  const signs = Array.from({ length: said.length }, (_, at) => characters.map((n) => said.slice(at, at + n))).flat();
  const found = [...runs, ...signs].find((run) => standsOut(run) && bySpelling.has(run));
  return found === undefined ? null : (bySpelling.get(found) ?? null);
}

/** The first place; null where nobody of these people is named. Among answers short names count where two of them are names. */
export function namedColleague(words: Asked, colleagues: Colleagues): NamedColleague | null {
  for (const name of ['text', 'label', 'expected', 'experienced'] as const) {
    for (const [tongue, text] of Object.entries(words[name] ?? {})) {
      const person = namedIn(text, colleagues);
      if (person !== null) return { field: `${name}-${tongue}`, person };
    }
  }
  return amongAnswers(words.answers ?? [], colleagues);
}

function amongAnswers(answers: readonly Texts[], colleagues: Colleagues): NamedColleague | null {
  for (const tongue of new Set(answers.flatMap((texts) => Object.keys(texts)))) {
    const lines = answers.map((texts) => texts[tongue] ?? '');
    const short = lines.flatMap((line) => colleagues.bySpelling.get(plain(line)) ?? []);
    const person = lines.map((line) => namedIn(line, colleagues)).find((one) => one !== null) ?? (short.length >= 2 ? short[0] : undefined);
    if (person !== undefined && person !== null) return { field: `answers-${tongue}`, person };
  }
  return null;
}
