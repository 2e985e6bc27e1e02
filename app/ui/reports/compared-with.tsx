import type { OutsideView } from '#app/domain/reports/outside-view.ts';
import { useText } from '#app/ui/text.ts';

/** The target that HR set and what others reached, each named: «target 70», «64 outside: source, 2025». */
export function ComparedWith({ target = null, outside }: { target?: number | null; outside: readonly OutsideView[] }) {
  const text = useText();
  return (
    <>
      {target !== null && <small className="quiet compared">{text('yardsticks.said.target', { n: target })}</small>}
      {outside.map(({ index, source, year }) => (
        <small key={`${source} ${year}`} className="quiet compared">
          {text('yardsticks.said.outside', { n: index, source, year: String(year) })}
        </small>
      ))}
    </>
  );
}
