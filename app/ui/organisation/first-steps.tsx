import { stepNames, type FirstStep } from '#app/domain/surveys/first-steps.ts';
import { Stepper } from '#app/ui/controls/stepper.tsx';
import { useText } from '#app/ui/text.ts';

/** Where one is on the way from an empty installation to the first survey; what each step asks stands on the home page. */
export function FirstSteps({ now }: { now: FirstStep['name'] }) {
  const text = useText();
  const at = stepNames.indexOf(now);
  return (
    <Stepper
      label={text('home.steps')}
      steps={stepNames.map((step, index) => ({ label: text(`home.step.${step}`), state: index < at ? 'done' : index === at ? 'now' : 'later' }))}
    />
  );
}
