// What the map shows: one form, whose fields are the address. It sends itself when somebody chooses, and has a button without JavaScript.
import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { AgainstView, MapPage } from '#app/domain/reports/map-page.ts';
import type { MapWish } from '#app/forms/map-wish.ts';
import { useText } from '#app/ui/text.ts';

interface Props {
  readonly page: MapPage;
  readonly wish: MapWish;
}

export function MapControls({ page, wish }: Props) {
  const text = useText();
  const { heat, departments, department } = page;
  const others = departments.filter(({ id }) => id !== department);
  return (
    <Form method="get" className="map-controls no-print" key={JSON.stringify(wish)} onChange={(event) => event.target instanceof HTMLSelectElement && event.currentTarget.requestSubmit()} preventScrollReset>
      <input type="hidden" name="department" value={department} />
      {heat && (
        <div className="find">
          <label htmlFor="find">{text('map.find')}</label>
          <input id="find" type="search" name="find" defaultValue={heat.order.find} maxLength={100} />
          <button className="button">{text('results.department.show')}</button>
        </div>
      )}
      {heat && (
        <Choice name="dimension" label={text('map.columns')} value={page.dimension ?? ''}>
          <option value="">{text('map.columns.dimensions')}</option>
          {page.dimensions.map(({ id, label }) => (
            <option key={id} value={id}>
              {text('map.columns.questions', { dimension: label })}
            </option>
          ))}
        </Choice>
      )}
      {heat && (
        <Choice name="sort" label={text('map.sort')} value={heat.order.sort}>
          {(['tree', 'look', 'name'] as const).map((order) => (
            <option key={order} value={order}>
              {text(`map.sort.${order}`)}
            </option>
          ))}
          {heat.columns.flatMap(({ id, label }) => [
            <option key={id} value={id}>{text('map.sort.low', { column: inShort(label) })}</option>,
            ...(heat.order.sort === `-${id}` ? [<option key={`-${id}`} value={`-${id}`}>{text('map.sort.high', { column: inShort(label) })}</option>] : []),
          ])}
        </Choice>
      )}
      <Choice name="compare" label={text('results.heat.compare')} value={page.against === null ? 'rest' : page.against.as ?? page.against.id}>
        <option value="rest">{text('results.heat.compare.rest')}</option>
        {page.earlier.map((one) => (
          <option key={one.id} value={one.as ?? one.id}>
            <AgainstName one={one} />
          </option>
        ))}
      </Choice>
      {others.length > 0 && (
        <Choice name="beside" label={text('map.beside')} value={wish.beside === null || heat ? '' : wish.beside}>
          <option value="">{text('map.beside.none')}</option>
          {others.map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {'\u2003'.repeat(depth) + name}
            </option>
          ))}
        </Choice>
      )}
      {!heat && <button className="button">{text('results.department.show')}</button>}
    </Form>
  );
}

const inShort = (label: string): string => (label.length > 40 ? `${label.slice(0, 39)}…` : label);

function AgainstName({ one }: { one: AgainstView }) {
  const text = useText();
  const survey = one.as === null ? text('map.compare.survey', { day: text.day(one.closed) }) : text(`map.compare.${one.as}`, { day: text.day(one.closed) });
  return <>{one.asked === null ? survey : text('audience.short.of', { survey, names: one.asked })}</>;
}

function Choice({ name, label, value, children }: { name: string; label: string; value: string; children: ReactNode }) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={value}>
        {children}
      </select>
    </label>
  );
}
