import { Link } from '@remix-run/react';
import { Icon, type IconName } from '#app/ui/controls/icon.tsx';

/** A way on, as wide as a thumb wants it. */
export function Onward({ to, icon, title, children }: { to: string; icon: IconName; title: string; children: string }) {
  return (
    <Link to={to} className="card onward">
      <Icon name={icon} />
      <div>
        <h2>{title}</h2>
        <p className="quiet">{children}</p>
      </div>
      <Icon name="arrow" />
    </Link>
  );
}
