import { useEffect, useRef } from 'react';
import { useText } from '../text.ts';
import type { ValidatedForm } from './use-validated-form.ts';

interface Props {
  readonly form: ValidatedForm;
  /** What each field is called, by name; order of the form. */
  readonly labels: Readonly<Record<string, string>>;
}

/** After a refused form: every problem as a link to its field, and the title says that something is wrong. */
export function ErrorSummary({ form, labels }: Props) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const { refusals } = form;
  const wrong = Object.entries(form.errors);
  const order = Object.keys(labels);
  wrong.sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  useEffect(() => {
    if (refusals === 0) return;
    box.current?.focus();
    const prefix = text('error.title', { title: '' });
    if (!document.title.startsWith(prefix)) document.title = text('error.title', { title: document.title });
  }, [refusals, text]);
  if (refusals === 0 || wrong.length === 0) return null;
  return (
    <div className="summary-of-errors" role="alert" tabIndex={-1} ref={box} aria-labelledby="summary-of-errors">
      <h2 id="summary-of-errors" className="strong" style={{ fontSize: 'var(--fs-3)' }}>
        {text('error.summary')}
      </h2>
      <ul>
        {wrong.map(([name]) => (
          <li key={name}>
            {labels[name] ? <a href={`#field-${name}`}>{`${labels[name]}${text('punctuation.colon')}${form.said(name)}`}</a> : form.said(name)}
          </li>
        ))}
      </ul>
    </div>
  );
}
