import type { Phase } from '#app/domain/surveys/phase.ts';
import { Badge, type Tone } from '../controls/badge.tsx';
import { useText } from '../text.ts';

const tones: Readonly<Record<Phase, Tone>> = { draft: 'quiet', scheduled: 'wait', open: 'good', counting: 'wait', closed: 'accent', lost: 'late' };

export function PhaseBadge({ phase }: { phase: Phase }) {
  const text = useText();
  return <Badge tone={tones[phase]}>{text(`survey.phase.${phase}`)}</Badge>;
}
