import type { BestBeside } from '#app/domain/reports/best-beside.ts';
import type { OutsideView } from '#app/domain/reports/outside-view.ts';
import { useText } from '#app/ui/text.ts';

interface Props {
  readonly target?: number | null;
  readonly best?: BestBeside | null;
  readonly outside: readonly OutsideView[];
}

/** The target that HR set, the best department beside this one and what others reached, each named: «target 70», «64 outside: source, 2025». */
export function ComparedWith({ target = null, best = null, outside }: Props) {
  const text = useText();
  return (
    <>
      {target !== null && <small className="quiet compared">{text('yardsticks.said.target', { n: target })}</small>}
      {best && <small className="quiet compared">{text('figures.best-beside', { department: best.name, n: best.index })}</small>}
      {outside.map(({ index, source, year }) => (
        <small key={`${source} ${year}`} className="quiet compared">
          {text('yardsticks.said.outside', { n: index, source, year: String(year) })}
        </small>
      ))}
    </>
  );
}
