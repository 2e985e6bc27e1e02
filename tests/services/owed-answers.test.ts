// Silence is seen by those to whom an answer is owed, with who owes it and since when, and by nobody else. It goes only by answering.
import { describe, expect, test } from 'vitest';
import type { OwedAnswer } from '#app/domain/plans/owed-page.ts';
import { answerIssue, owedPage, startPlan } from '#app/services/plans.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { actorFor } from '#tests/support/people.ts';
import { aPlanningApp, head, wished } from '#tests/support/planning.ts';

/** The day after the fifteen working days. */
const after = '2026-12-12';

const line = (one: OwedAnswer) => `${one.departmentName}: ${one.dimension}, ${one.by}, ${one.due}`;

async function seenBy(app: TestApp, person: string) {
  const { toReader, byReader } = await owedPage(app, await actorFor(app, person), 'en');
  return { toReader: toReader.map(line), byReader: byReader.map(line) };
}

describe('an answer that is owed', () => {
  test('is told to the members of the department from the day the results are there, with its day and who owes it', async () => {
    const app = await aPlanningApp();
    expect((await seenBy(app, 'north-2')).toReader).toContain('North: Workload, Person north-1, 2026-12-11');
    app.setNow(after);
    expect((await seenBy(app, 'north-2')).toReader).toContain('North: Workload, Person north-1, 2026-12-11');
  });

  test('is told to nobody else: neither beside it in the tree nor to HR as an employee of another department', async () => {
    const app = await aPlanningApp();
    app.setNow(after);
    for (const person of ['south-2', 'hr']) {
      const { toReader, byReader } = await seenBy(app, person);
      expect([...toReader, ...byReader].filter((one) => one.startsWith('North'))).toEqual([]);
    }
  });

  test('is asked of the one who leads the department, and not told to that person as owed to them', async () => {
    const app = await aPlanningApp();
    const { toReader, byReader } = await seenBy(app, 'north-1');
    expect(byReader).toContain('North: Workload, Person north-1, 2026-12-11');
    expect(toReader.filter((one) => one.startsWith('North'))).toEqual([]);
  });

  test.each(['a plan', 'a no', 'a hand-over'] as const)('goes with %s, and after a hand-over it is owed by the one above', async (how) => {
    const app = await aPlanningApp();
    const actor = await head(app);
    const reply = { issueId: null, departmentId: 'north', dimension: 'workload', reason: 'Not before spring', wouldChange: 'Two more people' };
    if (how === 'a plan') await startPlan(app, actor, wished());
    else await answerIssue(app, actor, { ...reply, how: how === 'a no' ? 'declined' : 'forwarded' });
    const { toReader } = await seenBy(app, 'north-2');
    expect(toReader.filter((one) => one.startsWith('North: Workload'))).toEqual([]);
    // Handed over today, it has fifteen working days again.
    const above = 'Sales: Workload, Person south-1, 2026-12-14';
    if (how === 'a hand-over') expect(toReader).toContain(above);
    else expect(toReader).not.toContain(above);
  });
});
