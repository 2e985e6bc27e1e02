import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  /** State of the thing the page is about. */
  readonly badge?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
}

/** Where one is, in one line and a sentence, and what can be done here. */
export function PageHeader({ title, lead, badge, actions, back }: Props) {
  return (
    <header className="page-header">
      {back && (
        <Link className="back" to={back.to}>
          <Icon name="back" />
          {back.label}
        </Link>
      )}
      <div className="line">
        <div className="title">
          <h1>{title}</h1>
          {badge}
        </div>
        {actions && <div className="row no-print">{actions}</div>}
      </div>
      {lead && <p>{lead}</p>}
    </header>
  );
}
