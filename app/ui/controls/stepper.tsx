import { useText } from '../text.ts';
import { Icon } from './icon.tsx';

export interface Step {
  readonly label: string;
  readonly state: 'done' | 'now' | 'later';
}

/** How far something has come; «done» is said in words too. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  const text = useText();
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step) => (
        <li key={step.label} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className={step.state === 'done' ? 'dot' : 'dot number'}>{step.state === 'done' && <Icon name="check" />}</span>
          <span>
            {step.label}
            {step.state === 'done' && <span className="visually-hidden"> ({text('step.done')})</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
