// The results of a survey in the order in which people decide: how it stands, what stands out, where, over time, what first, in their words.
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { GoneDepartment } from '#app/domain/reports/map-page.ts';
import type { ResultsPage } from '#app/domain/reports/results-page.ts';
import { queryOfMap, type MapWish } from '#app/forms/map-wish.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';
import { Contents, type Section } from './contents.tsx';
import { CredibilityCard } from './credibility-card.tsx';
import { CutSection } from './figures/cut-section.tsx';
import { ExpectationCard } from './figures/expectation-card.tsx';
import { FigureMenu } from './figures/figure-menu.tsx';
import { FindingList } from './finding-list.tsx';
import { HeatTable } from './map/heat-table.tsx';
import { ImportanceMap } from './figures/importance-map.tsx';
import { LevelChart } from './figures/level-chart.tsx';
import { LookFirstCard } from './look-first-card.tsx';
import { MapKey } from './map/map-key.tsx';
import { MapTrouble } from './map/map-view.tsx';
import { PriorityTable, type Planning } from './priority-table.tsx';
import { RatedAreas } from './figures/rated-areas.tsx';
import { SummaryTiles } from './summary-tiles.tsx';
import { TrendChart } from './figures/trend-chart.tsx';

interface Props {
  readonly results: ResultsPage & { readonly gone?: GoneDepartment | null };
  /** Address of this page without its query. */
  readonly base: string;
  /** Address of the page of the map. */
  readonly map: string;
  /** Where comments are read; null for those who may not. */
  readonly comments: string | null;
  readonly planning?: Planning | null;
}

export function FullResults({ results, base, map, comments, planning }: Props) {
  const text = useText();
  const { participation, overall, findings, dimensions, priorities, cuts, trends } = results;
  const addressOf = (choice: Readonly<Record<string, string>>) => `${base}?${new URLSearchParams({ department: results.department, ...choicesOf(results), ...choice }).toString()}`;
  return (
    <div className="stack results">
      {results.gone && <MapTrouble notice={results.gone} />}
      <Contents sections={sectionsOf(text, results)} />
      <div className="overview" id="stands-out">
        <SummaryTiles participation={participation} overall={overall} recommendation={results.recommendation} />
        {findings.length > 0 && (
          <Card title={text('results.findings')}>
            <FindingList findings={findings} />
          </Card>
        )}
      </div>
      <HeatSection results={results} addressOf={addressOf} map={map} />
      {results.lookFirst && <LookFirstCard view={results.lookFirst} />}
      {dimensions.length > 0 && (
        <Part id="levels" title={text('results.levels')}>
          <LevelChart dimensions={dimensions} />
        </Part>
      )}
      {results.survey.previous && trends.length > 0 && (
        <Part id="lines" title={text('results.trend')}>
          <p className="quiet">{text('results.trend.lead')}</p>
          <div className="trend-grid">
            {trends.map((trend) => (
              <TrendChart key={trend.id} trend={trend} height={170} />
            ))}
          </div>
        </Part>
      )}
      {priorities.length > 0 && (
        <Part id="priorities" title={text('results.priorities')}>
          <p className="quiet">{text('results.priorities.lead')}</p>
          <PriorityTable priorities={priorities} planning={planning} />
        </Part>
      )}
      {results.importance && (
        <Card title={text('results.importance')}>
          <ImportanceMap view={results.importance} />
        </Card>
      )}
      {results.rated.length > 0 && (
        <Card title={text('results.rated')}>
          <RatedAreas rated={results.rated} />
        </Card>
      )}
      {results.expectations.length > 0 && <ExpectationCard expectations={results.expectations} />}
      {results.credibility && <CredibilityCard view={results.credibility} />}
      <CutSection cuts={cuts} past={results.survey.past} addressOf={addressOf} />
      {!results.survey.past && <CommentsSection results={results} to={comments} />}
    </div>
  );
}

function Part({ id, title, aside, children }: { id: string; title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <div id={id} className="part">
      <Card title={title} aside={aside}>
        {children}
      </Card>
    </div>
  );
}

const hasMap = ({ heat }: ResultsPage): boolean => heat !== null && heat.rows.length > 1;

function sectionsOf(text: ReturnType<typeof useText>, results: ResultsPage): Section[] {
  const { dimensions, trends, priorities, cuts, survey } = results;
  const parts: readonly (readonly [shown: boolean, id: string, label: string])[] = [
    [true, 'stands-out', text('results.findings')],
    [hasMap(results), 'map', text('results.heat')],
    [dimensions.length > 0, 'levels', text('results.levels')],
    [survey.previous !== null && trends.length > 0, 'lines', text('results.trend')],
    [priorities.length > 0, 'priorities', text('results.priorities')],
    [cuts.tables.length + cuts.elsewhere.length > 0, 'by-background', text('results.cuts')],
    [!survey.past, 'comments', text('results.comments')],
  ];
  return parts.flatMap(([shown, id, label]) => (shown ? [{ id, label }] : []));
}

/** What the address of the page says beside the department. */
export function choicesOf({ heat, cuts }: ResultsPage): Record<string, string> {
  return { compare: heat?.compared ?? 'rest', ...(cuts.chosen && { cut: cuts.chosen.question }) };
}

interface HeatProps {
  readonly results: ResultsPage;
  readonly addressOf: (choice: Readonly<Record<string, string>>) => string;
  readonly map: string;
}

function HeatSection({ results, addressOf, map }: HeatProps) {
  const text = useText();
  const { heat } = results;
  if (!heat || !hasMap(results)) return null;
  const compared = (['rest', 'before'] as const).filter((one) => one === 'rest' || results.survey.previous);
  const wish: MapWish = { department: results.department, against: heat.compared, dimension: null, beside: null, ...heat.order };
  const choices = (
    <p className="row no-print">
        {compared.length > 1 && <span>{text('results.heat.compare')}</span>}
        {compared.length > 1 &&
          compared.map((one) => (
            <Link key={one} className="chip" to={addressOf({ compare: one })} aria-current={one === heat.compared ? 'true' : undefined} preventScrollReset>
              {text(`results.heat.compare.${one}`)}
            </Link>
          ))}
        <Link to={`${map}?${queryOfMap(wish)}`}>{text('map.more')}</Link>
    </p>
  );
  return (
    <Part id="map" title={text('results.heat')} aside={choices}>
      <HeatTable heat={heat} map={map} wish={wish} addressOf={(department) => addressOf({ department })} caption={text('results.heat')} />
      {heat.parts > 1 && (
        <p className="no-print">
          <Link to={`${map}?${queryOfMap({ ...wish, part: 2 })}`}>{text('map.part', { part: 1, parts: heat.parts, total: text.number(heat.total) })}</Link>
        </p>
      )}
      <MapKey compared={heat.compared} />
      {/* The report compares with the rest of the company. */}
      {heat.compared === 'rest' && <FigureMenu chart="map" name={text('results.heat')} />}
    </Part>
  );
}

function CommentsSection({ results, to }: { results: ResultsPage; to: string | null }) {
  const text = useText();
  const { comments, department } = results;
  const count = comments?.count ?? 0;
  return (
    <Part id="comments" title={text('results.comments')}>
      <p>
        {count === 0 ? text('results.comments.none') : text('results.comments.count', { n: count })}
      </p>
      {to !== null && count > 0 && (
        <p className="no-print">
          <Link className="button" to={`${to}?department=${encodeURIComponent(department)}`}>
            {text('results.comments.read')}
          </Link>
        </p>
      )}
    </Part>
  );
}
