// Which programs read here, and the end of each.
import { Form } from '@remix-run/react';
import type { Scope } from '#app/domain/access/machine-token.ts';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useText } from '#app/ui/text.ts';

interface Props {
  readonly tokens: readonly { readonly id: string; readonly name: string; readonly scopes: readonly Scope[]; readonly madeOn: string; readonly maker: string; readonly lastDay: string; readonly usedOn: string | null }[];
}

const columns = ['name', 'scopes', 'made', 'last', 'used'] as const;

export function MachineTokens({ tokens }: Props) {
  const text = useText();
  if (tokens.length === 0) return <p className="quiet">{text('machines.none')}</p>;
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={text('machines.running')}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">{text(`machines.column.${column}`)}</th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ id, name, scopes, madeOn, maker, lastDay, usedOn }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{text.list(scopes.map((scope) => text(`machines.short.${scope}`)))}</td>
              <td>{text('machines.made-by', { day: text.day(madeOn), who: maker || text('privacy.log.somebody-gone') })}</td>
              <td>{text.day(lastDay)}</td>
              <td>{usedOn === null ? text('machines.never') : text.day(usedOn)}</td>
              <td>
                <Form method="post">
                  <input type="hidden" name="intent" value="end" />
                  <SubmitButton className="button" name="token" value={id} aria-label={text('machines.end.label', { name })}>
                    {text('machines.end')}
                  </SubmitButton>
                </Form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
