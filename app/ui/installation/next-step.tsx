import { Link } from '@remix-run/react';
import type { FirstStep } from '#app/domain/surveys/first-steps.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { useText } from '#app/ui/text.ts';

export function FirstSteps({ steps }: { steps: readonly FirstStep[] }) {
  const text = useText();
  return (
    <Card title={text('home.steps')}>
      <ol className="steps">
        {steps.map(({ name, state, to }) => (
          <li key={name} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className={state === 'done' ? 'dot' : 'dot number'}>{state === 'done' && <Icon name="check" />}</span>
            <div>
              <h3>
                {state === 'later' ? text(`home.step.${name}`) : <Link to={to}>{text(`home.step.${name}`)}</Link>}
                {state === 'done' && <span className="visually-hidden"> ({text('step.done')})</span>}
              </h3>
              <p className="quiet small">{text(`home.step.${name}.text`)}</p>
            </div>
            {state === 'now' && (
              <Link className="button primary" to={to} aria-label={`${text('home.step.go')}${text('punctuation.colon')}${text(`home.step.${name}`)}`}>
                {text('home.step.go')}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
