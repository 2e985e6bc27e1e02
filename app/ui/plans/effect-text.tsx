// What came of a plan: first in one sentence about the score, then whether what was promised is reached, each a statement of its own; how
// it was worked out is one tap away.
import type { Ground } from '#app/domain/plans/achievement.ts';
import { inWholePoints, type BeyondExpected, type EffectReview, type MeasuredEffect } from '#app/domain/plans/effect-review.ts';
import type { Text } from '#app/text/text.ts';
import { Disclosure } from '../controls/disclosure.tsx';
import { useText } from '../text.ts';
import { whole } from '#app/domain/kernel/rounding.ts';

const signed = (text: Text, value: number) => (value > 0 ? `+${text.number(value)}` : text.number(value));

interface Props {
  readonly review: EffectReview;
  /** The first reading, where this one has replaced it. */
  readonly first?: EffectReview | null;
  /** The figure that was promised of the score. */
  readonly goal?: number | undefined;
}

export function EffectText({ review, first = null, goal }: Props) {
  const text = useText();
  const { effect, early, method } = review;
  return (
    <div className="stack-tight">
      <ScoreVerdict review={review} />
      <Limits review={review} />
      <Reached review={review} goal={goal} />
      {early && effect && <p className="small quiet">{text('plan.effect.early')}</p>}
      {first && <p className="small quiet">{text('plan.effect.again', { verdict: verdictText(text, first), day: text.day(first.on) })}</p>}
      {method === 'one-slope' && effect && <p className="small quiet">{text('plan.effect.one-slope')}</p>}
      {effect && (
        <Disclosure summary={text('plan.effect.how')}>
          <Reckoning effect={effect} />
          {first?.effect && (
            <>
              <p className="strong">{text('plan.effect.first')}</p>
              {first.method === 'one-slope' && <p className="small quiet">{text('plan.effect.one-slope')}</p>}
              <Reckoning effect={first.effect} />
            </>
          )}
        </Disclosure>
      )}
    </div>
  );
}

/** «We cannot tell yet» only while a survey is to come. */
const verdictText = (text: Text, { verdict, early }: Pick<EffectReview, 'verdict' | 'early'>): string =>
  text(verdict === 'no-clear-change' ? (early ? 'plan.verdict.cannot-tell-yet' : 'plan.verdict.cannot-tell') : `plan.verdict.${verdict}`);

export function ScoreVerdict({ review }: { review: EffectReview }) {
  const text = useText();
  const { effect, because } = review;
  const shown = effect && inWholePoints(effect);
  return (
    <>
      <p className="strong">{verdictText(text, review)}</p>
      {because !== '' && <p>{text.code('plan.because', because)}</p>}
      {effect?.basis && <p className="small">{text('plan.effect.basis', { question: text.of(effect.basis) })}</p>}
      {shown && <p className="num">{text('plan.goal.from-to', { from: shown.from, to: shown.to })}</p>}
    </>
  );
}

/** What could have been told at all. */
function Limits({ review: { effect, verdict } }: Pick<Props, 'review'>) {
  const text = useText();
  const points = effect?.beyond?.smallest ?? null;
  if (effect && !effect.beyond) return <p>{text('plan.effect.alone')}</p>;
  return verdict === 'no-clear-change' && points !== null ? <p>{text('plan.effect.smallest', { points })}</p> : null;
}

function Reached({ review: { reached, leadingMet, effect }, goal }: Pick<Props, 'review' | 'goal'>) {
  const text = useText();
  return (
    <>
      {reached !== null && effect && goal !== undefined && <p>{text(`plan.reached.${reached}`, { goal, to: whole(effect.to.index) })}</p>}
      {leadingMet && <p>{text('plan.effect.leading')}</p>}
    </>
  );
}

function Reckoning({ effect }: { effect: MeasuredEffect }) {
  const text = useText();
  const { from, to, raw, beyond } = inWholePoints(effect);
  const { others } = effect;
  return (
    <div className="stack-tight">
      <p>{text('plan.effect', { from, n1: effect.from.n, to, n2: effect.to.n, raw: signed(text, raw) })}</p>
      {others && <p>{text('plan.effect.others', { n: others.groups, change: signed(text, others.change) })}</p>}
      {beyond && <Beyond beyond={beyond} />}
    </div>
  );
}

function Beyond({ beyond: { anyway, back, net, low, high } }: { beyond: BeyondExpected }) {
  const text = useText();
  const [rest, between] = [signed(text, net), { low: signed(text, low), high: signed(text, high) }];
  return (
    <>
      {back !== null && <p>{text('plan.effect.back', { back: signed(text, back) })}</p>}
      <p>{text('plan.effect.drift', { drift: signed(text, anyway) })}</p>
      <p>{text('plan.effect.net', { net: rest, ...between })}</p>
    </>
  );
}

/** Which of the things it could be: published with the result. */
export function AchievedFor({ grounds }: { grounds: readonly Ground[] }) {
  const text = useText();
  if (grounds.length === 0) return null;
  return (
    <div>
      <p>{text('plan.achieved-for')}</p>
      <ul>
        {grounds.map((ground) => (
          <li key={ground}>{text(`plan.ground.${ground}`)}</li>
        ))}
      </ul>
    </div>
  );
}
