import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { Inquiry } from '#app/domain/plans/inquiry.ts';
import { databases, dataOf } from '#tests/support/databases.ts';

const inquiry = (id: string, more: Partial<Inquiry> = {}): Inquiry => ({ id, kind: 'talk', departmentId: 'north', day: day('2026-11-20'), surveyId: 'pulse', topic: 'Results', moderatorId: null, participants: 9, points: 'One\nTwo 二', recordedBy: 'head', ...more });

describe.each(databases)('what was found out beside the survey on $name', (database) => {
  const data = dataOf(database);

  test('comes back as it was, the latest first, once however often it is added, and goes whole', async () => {
    const later = inquiry('later', { day: day('2026-11-22'), departmentId: 'south' });
    for (const one of [inquiry('first'), later, inquiry('first', { participants: 3 })]) await data().inquiries.add(one);
    expect(await data().inquiries.all()).toEqual([later, inquiry('first')]);
    expect(await data().inquiries.ofDepartments(['north', 'south'])).toEqual([later, inquiry('first')]);
    expect(await data().inquiries.ofDepartments(new Set(['south']))).toEqual([later]);
    await data().inquiries.remove('later');
    expect(await data().inquiries.get('later')).toBeNull();
  });

  test('company records are nothing at first and are not written over by somebody who looked earlier', async () => {
    const figure = { departmentId: 'north', kind: 'overtime' as const, value: 12.5, period: '2026-Q3', source: 'Records', people: 12 };
    expect(await data().secondary.get()).toEqual({ figures: [], revision: 0 });
    expect(await data().secondary.replace([figure], 0)).toBe(true);
    expect(await data().secondary.replace([], 0)).toBe(false);
    expect(await data().secondary.get()).toEqual({ figures: [figure], revision: 1 });
  });
});
