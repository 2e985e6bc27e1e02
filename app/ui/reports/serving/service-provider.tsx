// How one provider is seen: what customers give, beside what its own people expected and what was given before; where it falls short, by whom,
// and what to do about it.
import { Link } from '@remix-run/react';
import type { ServiceProvider } from '#app/domain/reports/service-page.ts';
import { differenceText } from '#app/text/difference-text.ts';
import { Disclosure } from '../../controls/disclosure.tsx';
import { useText } from '../../text.ts';
import { namesText } from '../map/group-name.tsx';
import { ServiceLine } from './service-line.tsx';
import { Tile } from '../tile.tsx';

export const placeOf = (provider: string): string => `provider-${provider}`;

interface Props {
  readonly provider: ServiceProvider;
  readonly survey: string;
  /** One of few, and no table of all above it: by whom is shown at once. */
  readonly alone: boolean;
}

export function ProviderCard({ provider, survey, alone }: Props) {
  const text = useText();
  const { id, name, n, items, cells, moved } = provider;
  const heading = `${placeOf(id)}-name`;
  return (
    <section className="card part" id={placeOf(id)} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{name}</h2>
        <span className="quiet num">{text('results.n', { n })}</span>
      </header>
      <Summary provider={provider} />
      <Next provider={provider} survey={survey} />
      <Disclosure summary={text('service.by-customer')} open={alone}>
        <Figures caption={text('service.by-customer')} rows={cells.map((cell) => ({ id: cell.customers.map((one) => one.name).join(), label: namesText(text, cell.customers), n: cell.n, index: cell.index }))} />
      </Disclosure>
      <Disclosure summary={text('service.by-question')} open={alone}>
        <p className="quiet small">{text('service.weakest-first')}</p>
        <Figures caption={text('service.by-question')} rows={items.map((item) => ({ id: item.id, label: item.text, n: item.n, index: item.index }))} />
      </Disclosure>
      {moved && (
        <Disclosure summary={text('service.over-surveys')} open={alone}>
          <ServiceLine name={name} moved={moved} />
        </Disclosure>
      )}
    </section>
  );
}

function Summary({ provider: { index, adjusted, raw, own, moved } }: Pick<Props, 'provider'>) {
  const text = useText();
  return (
    <div className="tiles">
      <Tile label={text('service.level')} value={text.number(index)} unit={text('results.overall.unit')}>
        {adjusted === null ? text(raw === 'two' ? 'service.raw.two' : 'service.raw') : text('service.level.adjusted', { index: adjusted })}
      </Tile>
      <Tile label={text('service.own')} value={own ? text.number(own.index) : '–'}>
        {own === null ? text('service.own.none') : text(own.gap > 0 ? 'service.own.above' : own.gap < 0 ? 'service.own.below' : 'service.own.same', { n: own.n, gap: Math.abs(own.gap) })}
      </Tile>
      {moved && (
        <Tile label={text('service.since')} value={moved.before ? text('service.from-to', { from: moved.before.index, to: index }) : '–'}>
          {differenceText(text, moved.change, 'change')}
          {moved.before && raw === null && (
            <>
              <br />
              {moved.adjusted ? text('service.moved.adjusted', moved.adjusted) : text('service.moved.not-adjusted')}
            </>
          )}
        </Tile>
      )}
    </div>
  );
}

/** The weakest question, whoever gives least, and the plan that begins there. */
function Next({ provider: { items, cells, plans }, survey }: Pick<Props, 'provider' | 'survey'>) {
  const text = useText();
  const [weakest] = items;
  const least = cells.length > 1 ? cells.reduce((one, other) => (other.index < one.index ? other : one)) : null;
  const alike = least !== null && cells.every(({ index }) => index === least.index);
  return (
    <div className="stack-tight">
      {weakest && <p>{text('service.weakest', { question: weakest.text, index: weakest.index, n: weakest.n })}</p>}
      {least && !alike && <p>{text('service.least', { customers: namesText(text, least.customers), index: least.index, n: least.n })}</p>}
      {plans.length > 0 && <p className="quiet small">{text('service.next')}</p>}
      <div className="row tight">
        {plans.map((department) => (
          <Link key={department.id} className="button" to={`/plans/new?department=${department.id}&dimension=service&provided=${survey}`}>
            {text('service.plan', { department: department.name })}
          </Link>
        ))}
      </div>
    </div>
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
