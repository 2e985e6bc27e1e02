// What came of a plan, said with everything that keeps it honest: what would have come anyway, and how sure it is.
import type { EffectReview } from '#app/domain/plans/effect-review.ts';
import type { Text } from '#app/text/text.ts';
import { useText } from '../text.ts';
import { whole } from '#app/domain/kernel/rounding.ts';

const signed = (text: Text, value: number) => (value > 0 ? `+${text.number(whole(value))}` : text.number(whole(value)));

export function EffectText({ review }: { review: EffectReview }) {
  const text = useText();
  const { effect, verdict, because, leadingMet, early } = review;
  return (
    <div className="stack-tight">
      <p className="strong">{text(`plan.verdict.${verdict}`)}</p>
      {because !== '' && <p>{text.code('plan.because', because)}</p>}
      {effect && (
        <>
          <p>{text('plan.effect', { from: whole(effect.from.index), n1: effect.from.n, to: whole(effect.to.index), n2: effect.to.n, raw: signed(text, effect.raw) })}</p>
          <p>{text('plan.effect.drift', { drift: signed(text, effect.drift) })}</p>
          <p>{text('plan.effect.net', { net: signed(text, effect.net), low: signed(text, effect.low), high: signed(text, effect.high) })}</p>
        </>
      )}
      {leadingMet && <p>{text('plan.effect.leading')}</p>}
      {early && effect && <p className="small quiet">{text('plan.effect.early')}</p>}
    </div>
  );
}
