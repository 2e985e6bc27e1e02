// A file of sentences that is not taken, and why: for HR to hand to whoever translates.
import type { TonguesView } from '#app/domain/surveys/tongues-view.ts';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';
import { TongueProblems } from './tongues/tongue-problems.tsx';

export function RefusedFile({ file, problems, further }: TonguesView['refused'][number]) {
  const text = useText();
  return (
    <Notice tone="warn" title={text('tongues.refused', { file })}>
      <TongueProblems problems={problems} further={further} />
    </Notice>
  );
}
