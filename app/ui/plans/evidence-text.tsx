// «You said»: the published figure an issue rests on, with everybody it speaks of.
import type { Evidence } from '#app/domain/plans/evidence.ts';
import type { Text } from '#app/text/text.ts';
import { namesText } from '#app/ui/reports/group-name.tsx';
import { useText } from '../text.ts';
import { ScoreBar } from './score-bar.tsx';
import { whole } from '#app/domain/kernel/rounding.ts';

export function groupOf(text: Text, { group }: Pick<Evidence, 'group'>): string {
  return group.with.length === 0 ? group.name : text('counted-with', { department: group.name, others: namesText(text, group.with) });
}

interface Props {
  readonly evidence: Evidence;
  readonly dimension: string;
  readonly goal?: number;
}

export function EvidenceText({ evidence, dimension, goal }: Props) {
  const text = useText();
  const { n, index, low, high, survey } = evidence;
  return (
    <div className="stack-tight">
      <p>{text('plan.said.text', { n, group: groupOf(text, evidence), dimension, index: whole(index) })}</p>
      <ScoreBar index={index} low={low} high={high} goal={goal} />
      <p className="small quiet">{text('plan.said.where', { survey: text.of(survey.title), day: text.day(survey.closed) })}</p>
    </div>
  );
}
