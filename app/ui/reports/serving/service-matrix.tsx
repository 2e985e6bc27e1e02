// Providers across, their customers down; for HR alone.
import type { ReactNode } from 'react';
import { stepOf } from '#app/domain/reports/heat-view.ts';
import type { MatrixCell, ServicePage, ServiceProvider } from '#app/domain/reports/service-page.ts';
import type { Text } from '#app/text/text.ts';
import { differenceText } from '#app/text/difference-text.ts';
import { Card } from '../../controls/card.tsx';
import { useText } from '../../text.ts';
import { namesText } from '../map/group-name.tsx';
import { placeOf } from './service-provider.tsx';

export function ServiceMatrix({ page: { matrix, providers } }: { readonly page: ServicePage }) {
  const text = useText();
  if (!matrix) return null;
  const shared = matrix.some(({ cells }) => cells.some((cell) => cell !== 'own' && cell?.shared));
  return (
    <Card title={text('service.matrix')}>
      <p className="quiet small">
        {text('service.matrix.lead')} {text('service.matrix.colours')}
      </p>
      <div className="map-frame" tabIndex={0} role="group" aria-label={text('service.matrix')}>
        <table className="map">
          <caption className="visually-hidden">{text('service.matrix')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('services.customer')}</th>
              {providers.map(({ id, name }) => (
                <th key={id} scope="col">
                  <a className="column" href={`#${placeOf(id)}`}>
                    {name}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Totals providers={providers} />
            {matrix.map(({ customers, cells }) => (
              <tr key={customers.map(({ name }) => name).join()}>
                <th scope="row">{namesText(text, customers)}</th>
                {cells.map((cell, at) => (
                  <Cell key={providers[at]!.id} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shared && <p className="quiet small">{text('service.shared')}</p>}
    </Card>
  );
}

/** What stands for all customers of a provider, before its groups. */
function Totals({ providers }: Pick<ServicePage, 'providers'>) {
  const text = useText();
  const row = (name: string, cell: (provider: ServiceProvider) => ReactNode) => (
    <tr>
      <th scope="row">{name}</th>
      {providers.map(cell)}
    </tr>
  );
  return (
    <>
      {row(text('service.all'), ({ id, index, n }) => <Figure key={id} step={stepOf(index)} index={index} n={n} />)}
      {providers.some(({ adjusted }) => adjusted !== null) && row(text('service.adjusted'), ({ id, adjusted }) => (adjusted === null ? <Blank key={id} /> : <Figure key={id} step={stepOf(adjusted)} index={adjusted} n={null} />))}
      {row(text('service.own'), ({ id, own }) => (own ? <Figure key={id} step={null} index={own.index} n={own.n} /> : <Blank key={id} />))}
      {providers.some(({ moved }) => moved !== null) && row(text('service.since'), ({ id, moved }) => <Since key={id} moved={moved} text={text} />)}
    </>
  );
}

function Since({ moved, text }: { readonly moved: ServiceProvider['moved']; readonly text: Text }) {
  if (!moved) return <Blank />;
  const { points, arrow } = moved.change;
  return (
    <td className="none">
      {points === null || arrow === null ? '–' : text(`results.change.${arrow}`, { points: Math.abs(points) })}
      {(points === null || arrow === null) && <span className="visually-hidden"> {differenceText(text, moved.change, 'change')}</span>}
    </td>
  );
}

function Cell({ cell }: { readonly cell: MatrixCell }) {
  const text = useText();
  if (cell === null) return <Blank />;
  return cell === 'own' ? <td className="none">{text('service.same')}</td> : <Figure {...cell} />;
}

/** `step`: its colour; null where it is no figure of a customer. */
function Figure({ step, index, n, shared = false }: { readonly step: number | null; readonly index: number; readonly n: number | null; readonly shared?: boolean }) {
  const text = useText();
  return (
    <td data-step={step ?? undefined} className={step === null ? 'none' : undefined}>
      {text.number(index)}
      {shared && '*'} {n !== null && <small className="block">{text('results.n', { n })}</small>}
    </td>
  );
}

const Blank = () => <td className="none">–</td>;
