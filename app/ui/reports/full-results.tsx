// The results of a survey in the order in which people decide: how it stands, what stands out, where, over time, what first, in their words.
import { Link } from '@remix-run/react';
import type { ResultsPage } from '#app/domain/reports/results-page.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';
import { CredibilityCard } from './credibility-card.tsx';
import { CutSection } from './cut-section.tsx';
import { ExpectationCard } from './expectation-card.tsx';
import { FindingList } from './finding-list.tsx';
import { HeatTable } from './heat-table.tsx';
import { ImportanceMap } from './importance-map.tsx';
import { LevelChart } from './level-chart.tsx';
import { LookFirstCard } from './look-first-card.tsx';
import { PriorityTable } from './priority-table.tsx';
import { SummaryTiles } from './summary-tiles.tsx';
import { TrendChart } from './trend-chart.tsx';

interface Props {
  readonly results: ResultsPage;
  /** Address of this page without its query. */
  readonly base: string;
  /** Where comments are read; null for those who may not. */
  readonly comments: string | null;
}

export function FullResults({ results, base, comments }: Props) {
  const text = useText();
  const { participation, overall, findings, dimensions, priorities, cuts, trends } = results;
  const addressOf = (choice: Readonly<Record<string, string>>) => `${base}?${new URLSearchParams({ department: results.department, ...choicesOf(results), ...choice }).toString()}`;
  return (
    <div className="stack-wide results">
      <SummaryTiles participation={participation} overall={overall} recommendation={results.recommendation} />
      {findings.length > 0 && (
        <Card title={text('results.findings')}>
          <FindingList findings={findings} />
        </Card>
      )}
      <HeatSection results={results} addressOf={addressOf} />
      {results.lookFirst && <LookFirstCard view={results.lookFirst} />}
      {dimensions.length > 0 && (
        <Card title={text('results.levels')}>
          <LevelChart dimensions={dimensions} />
        </Card>
      )}
      {results.survey.previous && trends.length > 0 && (
        <Card title={text('results.trend')}>
          <p className="quiet">{text('results.trend.lead')}</p>
          <div className="trend-grid">
            {trends.map((trend) => (
              <TrendChart key={trend.id} trend={trend} height={170} />
            ))}
          </div>
        </Card>
      )}
      {priorities.length > 0 && (
        <Card title={text('results.priorities')}>
          <p className="quiet">{text('results.priorities.lead')}</p>
          <PriorityTable priorities={priorities} />
        </Card>
      )}
      {results.importance && (
        <Card title={text('results.importance')}>
          <ImportanceMap view={results.importance} />
        </Card>
      )}
      {results.expectations.length > 0 && <ExpectationCard expectations={results.expectations} />}
      {results.credibility && <CredibilityCard view={results.credibility} />}
      <CutSection cuts={cuts} past={results.survey.past} addressOf={addressOf} />
      {!results.survey.past && <CommentsSection results={results} to={comments} />}
    </div>
  );
}

/** What the address of the page says beside the department. */
export function choicesOf({ heat, cuts }: ResultsPage): Record<string, string> {
  return { compare: heat?.compared ?? 'rest', ...(cuts.chosen && { cut: cuts.chosen.question }) };
}

function HeatSection({ results, addressOf }: { results: ResultsPage; addressOf: (choice: Readonly<Record<string, string>>) => string }) {
  const text = useText();
  const { heat } = results;
  if (!heat || heat.rows.length < 2) return null;
  const compared = (['rest', 'before'] as const).filter((one) => one === 'rest' || results.survey.previous);
  return (
    <Card title={text('results.heat')}>
      <p className="quiet">{text(`results.heat.lead.${heat.compared}`)}</p>
      {compared.length > 1 && (
        <p className="row no-print">
          <span>{text('results.heat.compare')}</span>
          {compared.map((one) => (
            <Link key={one} className="chip" to={addressOf({ compare: one })} aria-current={one === heat.compared ? 'true' : undefined} preventScrollReset>
              {text(`results.heat.compare.${one}`)}
            </Link>
          ))}
        </p>
      )}
      <HeatTable heat={heat} addressOf={(department) => addressOf({ department })} caption={text('results.heat')} />
      <p className="quiet small">
        {text('results.heat.key')} · {text('results.heat.key.likely')}
      </p>
    </Card>
  );
}

function CommentsSection({ results, to }: { results: ResultsPage; to: string | null }) {
  const text = useText();
  const { comments, department } = results;
  const count = comments?.count ?? 0;
  return (
    <Card title={text('results.comments')}>
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
    </Card>
  );
}
