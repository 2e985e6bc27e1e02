// A pile as it is shown once: every code with where it is typed.
import type { PrintedPile } from '#app/domain/surveys/slips.ts';
import { Notice } from '../controls/notice.tsx';
import { PageHeader } from '../controls/page-header.tsx';
import { useText } from '../text.ts';

export function PrintedSlips({ pile: { survey, origin, codes } }: { pile: PrintedPile }) {
  const text = useText();
  const words = survey.fingerprintWords[text.language].join(' ');
  return (
    <div className="narrow">
      <PageHeader title={text('slips.pile.title', { title: text.of(survey.title) })} lead={text('slips.pile.until', { day: text.day(survey.closesOn) })} />
      <div className="stack">
        <Notice tone="warn">{text('slips.pile.once')}</Notice>
        <p>{text('slips.pile.words', { words })}</p>
        <p className="mono">{`${origin}/code`}</p>
        <ul className="mono">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
