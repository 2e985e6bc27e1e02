// «You said»: the published figure an issue rests on, with everybody it speaks of.
import type { Evidence } from '#app/domain/plans/evidence.ts';
import type { Text } from '#app/text/text.ts';
import { namesText } from '#app/ui/reports/map/group-name.tsx';
import { useText } from '../text.ts';
import { ScoreBar } from './score-bar.tsx';
import { whole } from '#app/domain/kernel/rounding.ts';

function groupOf(text: Text, { group }: Pick<Evidence, 'group'>): string {
  return group.with.length === 0 ? group.name : text('counted-with', { department: group.name, others: namesText(text, group.with) });
}

/** How many said what: people of a group of their own work, or those who depend on it. */
export function saidText(text: Text, evidence: Evidence, dimension: string): string {
  const said = { n: evidence.n, group: groupOf(text, evidence), index: whole(evidence.index) };
  return evidence.byCustomers ? text('plan.said.customers', said) : text('plan.said.text', { ...said, dimension });
}

interface Props {
  readonly evidence: Evidence;
  readonly dimension: string;
  readonly goal?: number;
}

export function EvidenceText({ evidence, dimension, goal }: Props) {
  const text = useText();
  const { index, low, high, survey, customers = [] } = evidence;
  return (
    <div className="stack-tight">
      <p>{saidText(text, evidence, dimension)}</p>
      <ScoreBar index={index} low={low} high={high} goal={goal} />
      <p className="small quiet">{text('plan.said.where', { survey: text.of(survey.title), day: text.day(survey.closed) })}</p>
      {customers.length > 0 && <p className="small quiet">{text('plan.said.told', { customers: text.list(customers.map(({ name }) => name)) })}</p>}
    </div>
  );
}
