import * as v from 'valibot';
import { expect, test } from 'vitest';
import { measure, measures, measuresFor } from '#app/domain/plans/measures-catalogue.ts';

const shape = v.object({
  id: v.string(),
  dimension: v.string(),
  rootCause: v.picklist(['value', 'awareness', 'expectation']),
  controllability: v.picklist(['department', 'shared', 'company']),
  ownerRole: v.picklist(['hr', 'manager', 'provider', 'executive']),
  effort: v.picklist(['S', 'M', 'L']),
  leadWeeks: v.number(),
  title: v.object({ en: v.string(), 'zh-Hans': v.string(), 'zh-Hant': v.string() }),
  leadingIndicator: v.string(),
});

test('the catalogue holds forty-eight measures of the shape the reader promises', () => {
  expect(v.parse(v.array(shape), measures)).toHaveLength(48);
});

test('what a department can do by itself is suggested first', () => {
  const order = measuresFor('workload').map((one) => one.controllability);
  expect(order).toEqual([...order].sort((a, b) => ['department', 'shared', 'company'].indexOf(a) - ['department', 'shared', 'company'].indexOf(b)));
  expect(measuresFor('pay', 'awareness').every((one) => one.rootCause === 'awareness' && one.dimension === 'pay')).toBe(true);
  expect(measure('M-PAY-1')?.dimension).toBe('pay');
});
