import { describe, expect, test } from 'vitest';
import type { ProgressNote } from '#app/domain/plans/progress-note.ts';
import { databases, dataOf } from '#tests/support/databases.ts';
import { aDepartment } from '#tests/support/directory.ts';
import { anIssue, aPlan, someEvidence } from '#tests/support/plans.ts';

describe.each(databases)('issues and plans on $name', (database) => {
  const data = dataOf(database);

  test('an issue comes back as it was saved, and the same figure is one issue', async () => {
    await data().departments.saveAll([aDepartment('north'), aDepartment('south')]);
    expect(await data().issues.add(anIssue())).toBe(true);
    expect(await data().issues.get('i1')).toEqual(anIssue());
    expect(await data().issues.add(anIssue({ id: 'i2' }))).toBe(false);
    expect(await data().issues.about(anIssue({ id: 'i2' }))).toEqual(anIssue());
    expect(await data().issues.about(anIssue({ evidence: someEvidence({ releaseHash: 'r2' }) }))).toBeNull();
  });

  test('a figure of the next survey, or one handed over by somebody else, is an issue of its own', async () => {
    expect(await data().issues.add(anIssue({ id: 'i3', evidence: someEvidence({ releaseHash: 'r2' }) }))).toBe(true);
    expect(await data().issues.add(anIssue({ id: 'i4', forwardedFrom: 'i9' }))).toBe(true);
    expect((await data().issues.all()).map((issue) => issue.id)).toEqual(['i1', 'i3', 'i4']);
  });

  test('of many who answer an issue at once one succeeds', async () => {
    const answered = anIssue({ state: 'declined', revision: 2 });
    const tries = await Promise.all(Array.from({ length: 6 }, () => data().issues.replace(answered, 1)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect((await data().issues.get('i1'))?.state).toBe('declined');
  });

  test('a form sent twice makes one plan', async () => {
    const tries = await Promise.all(Array.from({ length: 4 }, (_, index) => data().plans.add(aPlan({ id: `p${index}` }), 'form-1')));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await data().plans.all()).toHaveLength(1);
    expect(await data().plans.byRequest('form-1')).toEqual((await data().plans.all())[0]);
    expect(await data().plans.byRequest('form-2')).toBeNull();
  });

  test('a plan is written over the revision that was read and over no other', async () => {
    await data().plans.add(aPlan({ id: 'q' }), 'form-q');
    const tries = await Promise.all(['one', 'two', 'three'].map((title) => data().plans.replace(aPlan({ id: 'q', title, revision: 2 }), 1)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect((await data().plans.get('q'))?.revision).toBe(2);
    expect(await data().plans.replace(aPlan({ id: 'nobody', revision: 2 }), 1)).toBe(false);
    expect((await data().plans.ofDepartment('north')).map((plan) => plan.id)).toContain('q');
    expect(await data().plans.ofDepartment('south')).toEqual([]);
  });

  test('an agreed version stays as it was agreed', async () => {
    await data().plans.keepVersion(aPlan({ id: 'q', title: 'as agreed' }));
    await data().plans.keepVersion(aPlan({ id: 'q', title: 'rewritten' }));
    await data().plans.keepVersion(aPlan({ id: 'q', version: 2 }));
    expect((await data().plans.versions('q')).map((plan) => [plan.version, plan.title])).toEqual([[1, 'as agreed'], [2, 'Less at once']]);
  });

  test('a diary is read from its end', async () => {
    const note = (id: string, at: string): ProgressNote => ({ id, planId: 'q', at, authorId: 'north-1', event: 'note', text: id, details: { n: '1' } });
    await data().planNotes.add(note('n1', '2026-11-22'));
    await data().planNotes.add(note('n2', '2026-11-23'));
    expect(await data().planNotes.ofPlan('q')).toEqual([note('n2', '2026-11-23'), note('n1', '2026-11-22')]);
    expect(await data().planNotes.ofPlan('none')).toEqual([]);
  });

  test('nobody plans for a department that does not exist', async () => {
    await expect(data().issues.add(anIssue({ id: 'i5', departmentId: 'nowhere' }))).rejects.toThrow();
  });
});
