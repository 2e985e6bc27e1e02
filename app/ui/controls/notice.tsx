import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

const icons: Readonly<Record<'info' | 'warn' | 'danger' | 'good', IconName>> = { info: 'info', warn: 'warning', danger: 'warning', good: 'check' };

interface Props {
  readonly tone?: keyof typeof icons;
  readonly title?: string;
  /** Announced when it appears after something was done. */
  readonly live?: boolean;
  readonly children?: ReactNode;
}

export function Notice({ tone = 'info', title, live = false, children }: Props) {
  return (
    <div className={`notice ${tone}`} role={live ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      {title && <p className="strong">{title}</p>}
      {children && <div>{children}</div>}
    </div>
  );
}
