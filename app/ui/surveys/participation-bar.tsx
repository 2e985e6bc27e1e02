import { shownStep } from '#app/domain/surveys/participation/participation-shown.ts';
import { Progress } from '../controls/progress.tsx';
import { useText } from '../text.ts';

interface Props {
  readonly label: string;
  /** Per cent, rounded down to a step. */
  readonly rounded: number;
  /** Of the survey for the company, 10 for a department. */
  readonly step: number;
}

export function ParticipationBar({ label, rounded, step }: Props) {
  const text = useText();
  const { from, to } = shownStep(rounded, step);
  return <Progress label={label} value={from} said={to === null ? text('survey.participation.most', { from }) : text('survey.participation.step', { from, to })} />;
}
