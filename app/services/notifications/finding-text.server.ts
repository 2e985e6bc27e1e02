// A finding as a sentence, as the results page says it.
import type { FindingView } from '#app/domain/reports/finding-view.ts';
import { groupText } from '#app/text/group-text.ts';
import type { Text } from '#app/text/text.ts';

export function findingText(text: Text, { code, values, group, small, question }: FindingView): string {
  const said = text(`results.finding.${code}`, { ...values, ...(group && { department: groupText(text, group) }) });
  const parts = [said, ...(small ? [text('results.finding.small')] : []), ...(question === null ? [] : [text('results.finding.by-question', { question })])];
  return parts.join(' ');
}
