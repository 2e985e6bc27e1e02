// What somebody is told of a file of sentences: each mistake with its line, and what is still read in English.
import { seenText } from '#app/domain/kernel/seen-text.ts';
import type { PlacedProblem, SentencePart, TongueReading, UnsaidSentence } from '#app/domain/surveys/brought-tongue.ts';
import type { TongueProblem } from '#app/domain/surveys/tongue-problem.ts';
import { writtenIn, type TongueFile } from './po-file.ts';
import { poLines } from './po-lines.ts';
import { tongueSentences, type TongueSentence } from './sentences.ts';

/** A page holds so many; more are as well mended by beginning with these. */
const most = 50;
/** Characters of a sentence that is shown to be found again. */
const shown = 300;

const partOf = (key: string): SentencePart => (key.startsWith('ballot/') ? 'ballot' : key.startsWith('library/') ? 'questions' : 'letters');
const parts: readonly SentencePart[] = ['ballot', 'letters', 'questions'];

/** As it can be looked at: what turns round what follows it would hide the mistake that it is. */
const seen = (text: string): string => seenText(text).slice(0, shown);

export function readingOf(file: TongueFile, bytes: Uint8Array): TongueReading {
  const sentences = tongueSentences();
  const source = new TextDecoder().decode(bytes);
  const [lines, written] = [poLines(source), writtenIn(bytes)];
  const english = new Map(sentences.map((one) => [one.key, one.english]));
  const placed = (problem: TongueProblem): PlacedProblem => {
    const key = english.has(problem.key) ? problem.key : twinOf(problem, file.said);
    return { ...problem, line: lines.get(key) ?? null, english: seen(english.get(problem.key) ?? ''), written: seen(written.get(problem.key) ?? '') };
  };
  const wrong = new Set(file.problems.map(({ key }) => key));
  const unsaid = sentences.filter(({ key }) => !file.said.has(key) && !wrong.has(key));
  const told = ({ key, english: words }: TongueSentence): UnsaidSentence => ({ key, english: seen(words), why: file.left.get(key) ?? 'absent', line: lines.get(key) ?? null });
  return {
    tongue: file.tongue,
    reviewed: file.reviewed,
    parts: parts.map((part) => ({ part, said: [...file.said.keys()].filter((key) => partOf(key) === part).length, of: sentences.filter(({ key }) => partOf(key) === part).length })),
    problems: file.problems.slice(0, most).map(placed),
    further: Math.max(0, file.problems.length - most),
    unsaid: unsaid.slice(0, most).map(told),
    unsaidCount: unsaid.length,
  };
}

/** Of two answers that read the same: the key of the one further down, where there is such a problem. */
const twinOf = ({ details }: TongueProblem, said: ReadonlyMap<string, string>): string => [...said].findLast(([, text]) => text.trim() === details['words'])?.[0] ?? '';
