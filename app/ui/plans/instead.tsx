// Says that a plan stands here in another language than the reader's, because its owner gave it in no other.
import type { PlanWords } from '#app/domain/plans/plan-page.ts';
import { useText } from '../text.ts';

export function Instead({ words: { instead } }: { words: Pick<PlanWords, 'instead'> }) {
  const text = useText();
  return instead === null ? null : <p className="small quiet">{text('plan.instead', { language: instead })}</p>;
}
