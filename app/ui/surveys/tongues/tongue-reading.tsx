// What a file of sentences has: how much of it, what would change, and what is read in English.
import type { TongueChange, TongueReading, UnsaidSentence } from '#app/domain/surveys/brought-tongue.ts';
import { Disclosure } from '../../controls/disclosure.tsx';
import { useText } from '../../text.ts';
import { PlaceInFile, Sentence } from './tongue-problems.tsx';

export function TongueParts({ parts }: Pick<TongueReading, 'parts'>) {
  const text = useText();
  return (
    <dl className="facts">
      {parts.map(({ part, said, of }) => (
        <div key={part} className="fact">
          <dt>{text(`tongues.sentences.${part}`)}</dt>
          <dd className="num">{text('tongues.sentences.of', { said, of })}</dd>
        </div>
      ))}
    </dl>
  );
}

export function TongueChanges({ change }: { readonly change: TongueChange | null }) {
  const text = useText();
  return <p>{change === null ? text('tongues.change.new') : text('tongues.change', { ...change })}</p>;
}

export function UnsaidSentences({ unsaid, unsaidCount }: Pick<TongueReading, 'unsaid' | 'unsaidCount'>) {
  const text = useText();
  if (unsaidCount === 0) return null;
  return (
    <Disclosure summary={text('tongues.unsaid', { n: unsaidCount })}>
      <ul className="stack">
        {unsaid.map(({ key, ...one }) => (
          <Unsaid key={key} name={key} {...one} />
        ))}
      </ul>
      {unsaidCount > unsaid.length && <p>{text('tongues.unsaid.further', { n: unsaidCount - unsaid.length })}</p>}
    </Disclosure>
  );
}

function Unsaid({ line, name, why, english }: Omit<UnsaidSentence, 'key'> & { readonly name: string }) {
  const text = useText();
  return (
    <li>
      <PlaceInFile line={line} name={name} /> {text(`tongues.unsaid.${why}`)}
      <Sentence label={text('tongues.review.english')} words={english} lang="en" />
    </li>
  );
}
