// What was said of providers: the table of all for HR, and of each provider how its customers see it, question by question, group by group.
import { Link } from '@remix-run/react';
import { stepOf } from '#app/domain/reports/heat-view.ts';
import type { ServicePage, ServiceProvider } from '#app/domain/reports/service-page.ts';
import { Card } from '../controls/card.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';
import { namesText } from './group-name.tsx';

export function ServiceResults({ page }: { readonly page: ServicePage }) {
  const text = useText();
  const { providers, few, comments } = page;
  return (
    <div className="stack-wide">
      {few.length > 0 && <Notice>{text('service.few', { providers: text.list(few) })}</Notice>}
      {providers.length === 0 && <EmptyState icon="results" text={text('service.none')} />}
      <Matrix page={page} />
      {providers.map((provider) => (
        <Provider key={provider.id} provider={provider} survey={page.id} />
      ))}
      {providers.length > 0 && <p className="quiet small">{text('service.not-for-ranking')}</p>}
      {comments !== null && comments.length > 0 && (
        <Card title={text('service.words')}>
          <p className="quiet small">{text('service.words.lead')}</p>
          <ul className="list">
            {comments.map((comment) => (
              <li key={comment}>{comment}</li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function Matrix({ page: { matrix, providers } }: { readonly page: ServicePage }) {
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
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{text(providers.some(({ adjusted }) => adjusted !== null) ? 'service.adjusted' : 'service.all')}</th>
              {providers.map(({ id, adjusted, index, n }) => (
                <Shade key={id} step={stepOf(adjusted ?? index)} index={adjusted ?? index} n={n} />
              ))}
            </tr>
            <tr>
              <th scope="row">{text('service.own')}</th>
              {providers.map(({ id, own }) => (own ? <Shade key={id} step={null} index={own.index} n={own.n} /> : <Blank key={id} />))}
            </tr>
            {matrix.map(({ customers, cells }) => (
              <tr key={customers.map(({ name }) => name).join()}>
                <th scope="row">{namesText(text, customers)}</th>
                {cells.map((cell, at) => {
                  const { id } = providers[at]!;
                  if (cell === null) return <Blank key={id} />;
                  return cell === 'own' ? <td key={id} className="none">{text('service.same')}</td> : <Shade key={id} {...cell} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shared && <p className="quiet small">{text('service.shared')}</p>}
    </Card>
  );
}

/** `step`: its colour; null where it is no figure of a customer. */
function Shade({ step, index, n, shared = false }: { readonly step: number | null; readonly index: number; readonly n: number; readonly shared?: boolean }) {
  const text = useText();
  return (
    <td data-step={step ?? undefined} className={step === null ? 'none' : undefined}>
      {text.number(index)}
      {shared && '*'} <small>{text('results.n', { n })}</small>
    </td>
  );
}

const Blank = () => <td className="none">–</td>;

function Provider({ provider, survey }: { readonly provider: ServiceProvider; readonly survey: string }) {
  const text = useText();
  const { name, n, index, adjusted, own, items, cells, plans } = provider;
  return (
    <Card title={name} aside={<span className="quiet num">{text('results.n', { n })}</span>}>
      <p>
        {text('service.level', { index })} {adjusted === null ? text('service.raw') : text('service.level.adjusted', { index: adjusted })}
      </p>
      <p>{own === null ? text('service.own.none') : text(own.gap > 0 ? 'service.own.above' : own.gap < 0 ? 'service.own.below' : 'service.own.same', { index: own.index, n: own.n, gap: Math.abs(own.gap) })}</p>
      <p className="quiet small">{text('service.weakest-first')}</p>
      <Figures caption={text('service.by-question')} rows={items.map((item) => ({ id: item.id, label: item.text, n: item.n, index: item.index }))} />
      <Disclosure summary={text('service.by-customer')}>
        <Figures caption={text('service.by-customer')} rows={cells.map((cell) => ({ id: cell.customers.map((one) => one.name).join(), label: namesText(text, cell.customers), n: cell.n, index: cell.index }))} />
      </Disclosure>
      <div className="row tight">
        {plans.map((department) => (
          <Link key={department.id} className="button" to={`/plans/new?department=${department.id}&dimension=service&provided=${survey}`}>
            {text('service.plan', { department: department.name })}
          </Link>
        ))}
      </div>
    </Card>
  );
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly n: number;
  readonly index: number;
}

function Figures({ caption, rows }: { readonly caption: string; readonly rows: readonly Row[] }) {
  const text = useText();
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {rows.map(({ id, label, n, index }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td className="num">
              {text.number(index)} <small className="quiet">{text('results.n', { n })}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
