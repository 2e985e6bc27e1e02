// Whom a figure is about, for a table or a heading; the words for a sentence stand with the texts, because letters say them too.
import type { GroupView } from '#app/domain/reports/labels.ts';
import { namesText } from '#app/text/group-text.ts';
import { useText } from '#app/ui/text.ts';

export { groupText, namesInBrief, namesText } from '#app/text/group-text.ts';

/** The name, and below it with whom. */
export function GroupName({ group }: { group: Pick<GroupView, 'names' | 'with'> }) {
  const text = useText();
  return (
    <span className="group-name">
      <span>{namesText(text, group.names)}</span>
      {group.with.length > 0 && <small className="quiet">{text('results.with', { others: namesText(text, group.with) })}</small>}
    </span>
  );
}
