// Participation and the overall figure: the first thing to see, with how many people it rests on and what changed.
import type { OverallView } from '#app/domain/reports/overall-view.ts';
import type { ResultsPage } from '#app/domain/reports/results-page.ts';
import { useText } from '#app/ui/text.ts';
import { differenceText } from '#app/text/difference-text.ts';
import { namesText } from './map/group-name.tsx';
import { Tile } from './tile.tsx';

/** A score may be below nothing: with the sign that no line breaks off. */
const withMinus = (value: number): string => String(value).replace('-', '−');

function ParticipationTile({ participation }: { participation: ResultsPage['participation'] }) {
  const text = useText();
  const { answered, invited, percent, before } = participation;
  return (
    <Tile label={text('results.participation')} value={percent === null ? text.number(answered) : text('results.percent', { n: percent })}>
      {invited === null ? text('results.participation.answered', { answered: text.number(answered) }) : text('results.participation.of', { answered: text.number(answered), invited: text.number(invited) })}
      {before !== null && <> · {text('results.participation.before', { percent: before })}</>}
    </Tile>
  );
}

function OverallTile({ overall }: { overall: OverallView }) {
  const text = useText();
  const { level, change, beyond } = overall;
  return (
    <Tile label={text('results.overall')} value={level.index} unit={text('results.overall.unit')}>
      {differenceText(text, change, 'change')}
      <br />
      {text('results.n', { n: text.number(level.n) })} ·{' '}
      {level.repeatability === null
        ? text('results.range', { low: level.interval[0], high: level.interval[1] })
        : text('results.levels.repeat', { points: level.repeatability })}
      {beyond.length > 0 && <> · {text('results.with.here', { others: namesText(text, beyond) })}</>}
    </Tile>
  );
}

function RecommendationTile({ recommendation }: { recommendation: NonNullable<ResultsPage['recommendation']> }) {
  const text = useText();
  const { score, interval, shares, n } = recommendation;
  const [detractors, passives, promoters] = shares;
  return (
    <Tile label={text('results.recommendation')} value={withMinus(score)} wide>
      <span className="three-parts" aria-hidden="true">
        {(['unf', 'neu', 'fav'] as const).map((tone, at) => (
          <span key={tone} data-class={tone} style={{ inlineSize: `${shares[at]}%` }} />
        ))}
      </span>
      {text('results.recommendation.note', { low: withMinus(interval[0]), high: withMinus(interval[1]), n, promoters, passives, detractors })}
    </Tile>
  );
}

export function SummaryTiles({ participation, overall, recommendation }: Pick<ResultsPage, 'participation' | 'overall'> & Partial<Pick<ResultsPage, 'recommendation'>>) {
  const text = useText();
  return (
    <div className="tiles">
      {overall && <OverallTile overall={overall} />}
      <ParticipationTile participation={participation} />
      {overall && (
        <Tile label={text('results.favourable')} value={text('results.percent', { n: overall.favourable.percent })}>
          {text('results.favourable.note')}
        </Tile>
      )}
      {overall && overall.weighted !== null && (
        <Tile label={text('results.weighted')} value={overall.weighted} unit={text('results.overall.unit')}>
          {text('results.weighted.note')}
        </Tile>
      )}
      {recommendation && <RecommendationTile recommendation={recommendation} />}
    </div>
  );
}
