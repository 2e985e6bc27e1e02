// Which answers are owed by whom, for letters: by the one who leads the department, or the nearest one above it.
import type { OverdueAnswer } from '#app/domain/plans/overdue-answers.ts';
import { nearestHead } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';
import { answersOfLatest } from './lock-pulse.server.ts';
import { nameIn } from './place-of-actor.server.ts';
import { departmentsWithPresentHeads } from './present-heads.server.ts';

export interface AnswersByHead {
  /** With those that nobody leads; about departments of today alone. */
  readonly all: readonly OverdueAnswer[];
  readonly of: ReadonlyMap<string, readonly OverdueAnswer[]>;
  /** Who leads which departments. */
  readonly led: ReadonlyMap<string, readonly string[]>;
  headOf(departmentId: string): string | null;
  nameOf(departmentId: string): string;
}

export async function answersByHead(app: App): Promise<AnswersByHead> {
  const departments = await departmentsWithPresentHeads(app);
  const open = new Set(departments.map(({ id }) => id));
  const all = (await answersOfLatest(app)).owed.filter(({ departmentId }) => open.has(departmentId));
  const headOf = (id: string) => nearestHead(departments, id);
  const [of, led] = [new Map<string, OverdueAnswer[]>(), new Map<string, string[]>()];
  for (const one of all) {
    const head = headOf(one.departmentId);
    if (head !== null) of.set(head, [...(of.get(head) ?? []), one]);
  }
  for (const { id, headId } of departments) if (headId !== null) led.set(headId, [...(led.get(headId) ?? []), id]);
  return { all, of, led, headOf, nameOf: (id) => nameIn(departments, id) };
}
