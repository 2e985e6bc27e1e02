// What a plan rests on: the published figure or, where there is none, where it came up and what was seen or said.
import type { Issue } from '#app/domain/plans/issue.ts';
import { useText } from '../text.ts';
import { EvidenceText } from './evidence-text.tsx';

interface Props {
  readonly issue: Pick<Issue, 'source' | 'evidence' | 'facts'>;
  readonly dimension: string;
  readonly goal?: number;
}

export function SourceText({ issue: { source, evidence, facts }, dimension, goal }: Props) {
  const text = useText();
  if (evidence) return <EvidenceText evidence={evidence} dimension={dimension} goal={goal} />;
  const said = facts.find(({ kind }) => kind !== 'figure');
  return (
    <div className="stack-tight">
      <p>{text('plan.source.feed', { source: sourceName(text, source), dimension })}</p>
      {said && <p>{said.text}</p>}
      <p className="small quiet">{text('plan.source.none')}</p>
    </div>
  );
}

const names = { indicator: 'plan.source.manual', 'reason-theme': 'plan.source.voice-theme', 'voice-theme': 'plan.source.voice-theme', safety: 'plan.source.safety', manual: 'plan.source.manual', talk: 'plan.source.talk' } as const;

export const sourceName = (text: ReturnType<typeof useText>, source: Issue['source']): string => text(names[source]);
