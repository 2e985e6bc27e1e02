// A question that only some groups were asked. It is named by them wherever it stands, never as the company or as a whole department.
import { partitionOfSubject } from '../analysis/readings.ts';
import type { Group } from '../analysis/group.ts';
import type { AskedOfSome, Wave } from '../analysis/wave.ts';
import type { RoutedTo } from '../surveys/asking/routing.ts';
import { chosenView, type ChosenView } from './chosen-view.ts';
import type { GroupView } from './labels.ts';
import { questionViews, type Looked, type QuestionView } from './question-view.ts';
import { trendView, type TrendView } from './trend-view.ts';

export interface SomeView {
  readonly id: string;
  readonly text: string;
  /** Null where everybody could be asked. */
  readonly to: Omit<RoutedTo, 'groups'> | null;
  /** The words of the question to which «yes» opened it; null where nothing did. */
  readonly screener: string | null;
  /** Whose answers stand here: of those who were asked the ones in the department looked at; null where too few answered. */
  readonly group: GroupView | null;
  readonly question: QuestionView | null;
  readonly chosen: ChosenView | null;
  /** Where the same people were asked the same before. */
  readonly line: TrendView | null;
}

/** Of all who were asked for the company; of a department what was asked there, and nothing where nobody of it was. */
export const someViews = (waves: readonly Wave[], looked: Looked): SomeView[] => looked.wave.ofSome.filter(({ question }) => question.kind !== 'open').flatMap((asked) => someView(waves, looked, asked));

/** All who were asked by the names HR chose; a department by its own where all of it was asked; else by what it is made of. */
function groupOf({ wave, department, labels }: Looked, found: Group, to: RoutedTo | null): GroupView {
  const plain = (list: readonly string[]) => list.map((name) => ({ name, direct: false }));
  if (department === wave.root && to) return found.invited === to.people ? { ...labels.pool(found), names: plain(to.names), with: plain(to.with) } : labels.pool(found);
  const all = wave.base === null ? null : wave.group(wave.base, department);
  const counted = new Set(found.departments);
  return all?.departments.every((id) => counted.has(id)) ? labels.group(department, found) : labels.pool(found);
}

function someView(waves: readonly Wave[], looked: Looked, { question: { id }, to, screener }: AskedOfSome): SomeView[] {
  const { wave, department, labels } = looked;
  const partition = partitionOfSubject(wave, { kind: 'item', id });
  const found = partition === null ? null : wave.group(partition, department);
  if (!found && department !== wave.root) return [];
  const group = found && groupOf(looked, found, to);
  const [question] = questionViews(looked, [id]);
  const [chosen] = chosenView(looked, id);
  const line = found ? trendView(waves, { kind: 'item', id }, department, labels) : null;
  return [
    {
      id,
      text: labels.questionText(id),
      to: to && { people: to.people, names: to.names, with: to.with, of: to.of },
      screener: screener && labels.questionText(screener.id),
      group,
      question: question && group ? { ...question, group } : null,
      chosen: chosen && group ? { ...chosen, group } : null,
      line: line && line.points.filter(({ index }) => index !== null).length > 1 ? line : null,
    },
  ];
}
