import { useId, type ReactNode } from 'react';

interface Props {
  readonly title?: string;
  /** Beside the title: a badge, a small link. */
  readonly aside?: ReactNode;
  readonly tone?: 'accent';
  readonly children: ReactNode;
}

/** A named part of a page. */
export function Card({ title, aside, tone, children }: Props) {
  const id = useId();
  const className = tone ? `card ${tone}` : 'card';
  if (!title) return <div className={className}>{children}</div>;
  return (
    <section className={className} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
