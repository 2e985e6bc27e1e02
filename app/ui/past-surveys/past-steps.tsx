import { Stepper } from '#app/ui/controls/stepper.tsx';
import { useText } from '#app/ui/text.ts';

const steps = ['file', 'columns', 'names', 'plan'] as const;

export function PastSteps({ now }: { now: (typeof steps)[number] }) {
  const text = useText();
  const at = steps.indexOf(now);
  const state = (index: number) => (index < at ? 'done' : index === at ? 'now' : 'later');
  return <Stepper label={text('past.steps')} steps={steps.map((step, index) => ({ label: text(`past.step.${step}`), state: state(index) }))} />;
}
