import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { PageHeader } from '../controls/page-header.tsx';
import { useText } from '../text.ts';

interface Props {
  readonly title: string;
  readonly says: string;
  /** `of` is 0 until it is known. */
  readonly progress: { readonly done: number; readonly of: number };
  /** How far it is, in words. */
  readonly far?: string | null;
  /** The list of surveys unless told. */
  readonly back?: { readonly to: string; readonly label: string };
}

/** Looks again every second; without a script the page does it by itself. */
export function JobUnderWay({ title, says, progress, far, back }: Props) {
  const text = useText();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, 1000);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <div className="narrow">
      <PageHeader title={title} back={back ?? { to: '/surveys', label: text('surveys.title') }} />
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <div className="card" role="status">
        <p>{says}</p>
        <progress aria-label={says} {...(progress.of > 0 ? { value: progress.done, max: progress.of } : {})} />
        {far && <p className="quiet small">{far}</p>}
      </div>
    </div>
  );
}
