import { Link } from '@remix-run/react';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  /** One sentence. */
  readonly text: string;
  readonly icon?: IconName;
  /** One button. */
  readonly action?: { readonly to: string; readonly label: string };
}

export function EmptyState({ text, icon = 'info', action }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p>{text}</p>
      {action && (
        <Link className="button primary" to={action.to}>
          {action.label}
        </Link>
      )}
    </div>
  );
}
