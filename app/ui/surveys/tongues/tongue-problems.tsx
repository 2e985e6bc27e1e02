// What is wrong in a file of sentences: on which line, what stands there, and what would be right.
import type { PlacedProblem } from '#app/domain/surveys/brought-tongue.ts';
import { tongueProblemText } from '#app/text/tongue-problem-text.ts';
import { useText } from '../../text.ts';

export function TongueProblems({ problems, further }: { readonly problems: readonly PlacedProblem[]; readonly further: number }) {
  const text = useText();
  return (
    <>
      <ul className="stack">
        {problems.map((problem, at) => (
          <li key={at}>
            <PlaceInFile line={problem.line} name={problem.key} /> {tongueProblemText(text, problem)}
            <Sentence label={text('tongues.review.english')} words={problem.english} lang="en" />
            <Sentence label={text('tongues.review.written')} words={problem.written} />
          </li>
        ))}
      </ul>
      {further > 0 && <p>{text('tongues.refused.further', { n: further })}</p>}
    </>
  );
}

/** A line where there is one, and the sentence's name for whoever looks for it. */
export function PlaceInFile({ line, name }: { readonly line: number | null; readonly name: string }) {
  const text = useText();
  return (
    <>
      {line !== null && <strong>{text('tongues.review.line', { line: String(line) })}</strong>} {name !== '' && <code>{name}</code>}
    </>
  );
}

export function Sentence({ label, words, lang }: { readonly label: string; readonly words: string; readonly lang?: string }) {
  const text = useText();
  if (words === '') return null;
  return (
    <p className="small quiet">
      {label}
      {text('punctuation.colon')}
      <span lang={lang} dir="auto">
        {words}
      </span>
    </p>
  );
}
