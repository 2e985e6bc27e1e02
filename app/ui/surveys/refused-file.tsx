// A file of sentences that is not taken, and why: for HR to hand to whoever translates.
import type { TonguesView } from '#app/domain/surveys/tongues-view.ts';
import { tongueProblemText } from '#app/text/tongue-problem-text.ts';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';

export function RefusedFile({ file, problems, further }: TonguesView['refused'][number]) {
  const text = useText();
  return (
    <Notice tone="warn" title={text('tongues.refused', { file })}>
      <ul>
        {problems.map((problem, at) => (
          <li key={at}>
            {problem.key !== '' && <code>{problem.key}</code>} {tongueProblemText(text, problem)}
          </li>
        ))}
      </ul>
      {further > 0 && <p>{text('tongues.refused.further', { n: further })}</p>}
    </Notice>
  );
}
