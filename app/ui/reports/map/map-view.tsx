// The page of the map: what one asked for, the table of it, and the way to its other parts.
import { Link } from '@remix-run/react';
import type { MapNotice, MapPage } from '#app/domain/reports/map-page.ts';
import { queryOfMap, type MapWish } from '#app/forms/map-wish.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useText } from '#app/ui/text.ts';
import { BesideTable } from './beside-table.tsx';
import { groupText } from './group-name.tsx';
import { HeatTable } from './heat-table.tsx';
import { MapControls } from './map-controls.tsx';
import { MapKey } from './map-key.tsx';

interface Props {
  readonly page: MapPage;
  readonly wish: MapWish;
  /** Address of the page without its query. */
  readonly base: string;
}

export function MapView({ page, wish, base }: Props) {
  const text = useText();
  const { heat, beside, against } = page;
  const shown = heat ?? beside;
  const day = against === null || against.as === 'before' ? null : against.closed;
  const title = titleOf(text, page);
  return (
    <div className="stack results">
      {page.notices.map((notice) => (
        <MapTrouble key={notice.code + notice.asked} notice={notice} />
      ))}
      <MapControls page={page} wish={wish} />
      <Card title={title}>
        <p className="quiet">{leadOf(text, page)}</p>
        {!heat && !beside && <p>{text('map.none')}</p>}
        {heat && heat.columns.length === 0 && <p>{text('map.no-columns')}</p>}
        {heat && heat.rows.length === 1 && heat.order.find === '' && <p>{text('map.one-department')}</p>}
        {heat && heat.columns.length > 0 && (
          <>
            <HeatTable heat={heat} caption={title} day={day} map={base} wish={wish} addressOf={(department) => `${base}?${queryOfMap({ ...wish, department, find: '', turned: [], part: 1 })}`} />
            <Parts page={page} wish={wish} base={base} />
          </>
        )}
        {beside && beside.together && <p>{text('map.together')}</p>}
        {beside && <BesideTable beside={beside} caption={title} day={day} company={page.departments.find(({ depth }) => depth === 0)?.id ?? ''} />}
        {shown && <MapKey compared={shown.compared} />}
        {page.dimension !== null && heat && <QuestionList questions={heat.columns} />}
      </Card>
    </div>
  );
}

type Say = ReturnType<typeof useText>;

function titleOf(text: Say, page: MapPage): string {
  const [one, other] = page.beside?.sides ?? [];
  if (one && other) return text('map.title.beside', { one: groupText(text, one.group), other: groupText(text, other.group) });
  const dimension = page.dimensions.find(({ id }) => id === page.dimension);
  return dimension ? text('map.title.questions', { dimension: dimension.label }) : text('results.heat');
}

function leadOf(text: Say, { beside, dimension, against }: MapPage): string {
  if (beside) return against ? text('map.lead.beside-against', { day: text.day(against.closed) }) : text('map.lead.beside');
  if (dimension !== null) return against ? text('map.lead.questions-against', { day: text.day(against.closed) }) : text('map.lead.questions');
  return against ? text('map.lead.against', { day: text.day(against.closed) }) : text('map.lead.rest');
}

export function MapTrouble({ notice }: { notice: MapNotice }) {
  const text = useText();
  const asked = notice.asked.length > 60 ? `${notice.asked.slice(0, 59)}…` : notice.asked;
  return (
    <Notice tone="warn">
      <p>{text(`map.notice.${notice.code}`, { asked, ...(notice.code === 'gone' && { day: text.day(notice.day) }) })}</p>
    </Notice>
  );
}

function Parts({ page, wish, base }: Props) {
  const text = useText();
  const { heat } = page;
  if (!heat) return null;
  const to = (part: number | null) => `${base}?${queryOfMap({ ...wish, part })}`;
  const { part, parts, total } = heat;
  return (
    <p className="row no-print">
      {parts > 1 && <span>{text('map.part', { part, parts, total: text.number(total) })}</span>}
      {part > 1 && <Link className="chip" to={to(part - 1)}>{text('map.part.back')}</Link>}
      {part < parts && <Link className="chip" to={to(part + 1)}>{text('map.part.next')}</Link>}
      {(parts > 1 || heat.rows.some(({ below }) => below?.open === false)) && wish.part !== null && (
        <Link className="chip" to={to(null)}>{text('map.part.all')}</Link>
      )}
      {wish.part === null && <Link className="chip" to={to(1)}>{text('map.part.parts')}</Link>}
    </p>
  );
}

/** In full: the head of a column has room for a few words. */
function QuestionList({ questions }: { questions: readonly { readonly id: string; readonly label: string }[] }) {
  const text = useText();
  return (
    <details className="disclosure bare" open>
      <summary>{text('map.questions')}</summary>
      <ol>
        {questions.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ol>
    </details>
  );
}
