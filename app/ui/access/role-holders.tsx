import { Link } from '@remix-run/react';
import { grantedRoles, type GrantedRole } from '#app/domain/access/granted-role.ts';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { useText } from '#app/ui/text.ts';

export type Holders = Readonly<Record<GrantedRole, readonly { readonly id: string; readonly name: string }[]>>;

export function RoleHolders({ holders }: { holders: Holders }) {
  const text = useText();
  return (
    <Disclosure summary={text('people.roles.title')}>
      <dl className="facts">
        {grantedRoles.map((role) => (
          <div key={role} className="fact">
            <dt>{text(`role.${role}`)}</dt>
            <dd>
              {holders[role].length === 0 && text('people.roles.nobody')}
              <ul className="bare inline">
                {holders[role].map(({ id, name }) => (
                  <li key={id}>
                    <Link to={`/people/${id}`}>{name}</Link>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
