import type { FindingView } from '#app/domain/reports/finding-view.ts';
import { useText } from '#app/ui/text.ts';
import { groupText } from './map/group-name.tsx';

/** What stands out, in whole sentences. */
export function FindingList({ findings }: { findings: readonly FindingView[] }) {
  const text = useText();
  return (
    <ol className="findings">
      {findings.map((finding, at) => (
        <li key={`${finding.code}-${at}`}>
          {text(`results.finding.${finding.code}`, { ...finding.values, ...(finding.group && { department: groupText(text, finding.group) }) })}
          {finding.small && ` ${text('results.finding.small')}`}
          {finding.question !== null && <small className="quiet"> {text('results.finding.by-question', { question: finding.question })}</small>}
        </li>
      ))}
    </ol>
  );
}
