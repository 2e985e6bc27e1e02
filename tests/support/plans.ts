// Issues and plans for tests: only what a test speaks about has to be said.
import { day } from '#app/domain/kernel/day.ts';
import { blankTerms, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { Evidence } from '#app/domain/plans/evidence.ts';
import type { Issue } from '#app/domain/plans/issue.ts';
import { fromCatalogue, type PlannedMeasure } from '#app/domain/plans/planned-measure.ts';
import type { Standing } from '#app/domain/plans/standing.ts';
import { newStep, type Step } from '#app/domain/plans/step.ts';

/** A Monday. */
export const today = day('2026-11-23');

export function someEvidence(more: Partial<Evidence> = {}): Evidence {
  return {
    releaseHash: 'r1',
    survey: { id: 's1', title: { en: 'Pulse', 'zh-Hans': '脉搏', 'zh-Hant': '脈搏' }, closed: day('2026-11-20') },
    group: { departmentId: 'north', name: 'North', with: [] },
    dimension: 'workload',
    n: 12,
    index: 41,
    low: 33,
    high: 49,
    favourable: 0.25,
    smallestChange: 30,
    ...more,
  };
}

export function anIssue(more: Partial<Issue> = {}): Issue {
  return {
    id: 'i1',
    source: 'indicator',
    departmentId: 'north',
    dimension: 'workload',
    evidence: someEvidence(),
    facts: [{ kind: 'figure', text: 'Index 41', showsValue: false }],
    cause: 'value',
    state: 'planned',
    askedOn: day('2026-11-20'),
    answer: null,
    answeredOn: null,
    forwardedFrom: null,
    handed: null,
    revision: 1,
    ...more,
  };
}

/** Small and in the department's own hands, with something that can be counted. */
export const smallMeasure: PlannedMeasure = { ...fromCatalogue('m1', 'M-WKL-1'), leading: { name: 'tasks stopped', start: 0, goal: 3, now: null } };

export const aStep = (id: string, more: Partial<Step> = {}): Step => ({
  ...newStep({ id, title: `Step ${id}`, ownerId: 'north-1', due: day('2026-12-04') }),
  ...more,
});

export function aPlan(more: Partial<ActionPlan> = {}): ActionPlan {
  return {
    id: 'p1',
    issueId: 'i1',
    departmentId: 'north',
    dimension: 'workload',
    state: 'draft',
    version: 1,
    revision: 1,
    ...blankTerms,
    title: 'Less at once',
    written: null,
    translations: {},
    ownerId: 'north-1',
    partners: [],
    customers: [],
    target: { index: 55, by: day('2027-03-31') },
    baseline: null,
    measures: [smallMeasure],
    steps: [aStep('t1'), aStep('t2', { ownerId: 'north-2', due: day('2026-12-18') })],
    blockers: [],
    promises: [],
    review: null,
    earlyReview: null,
    result: null,
    cancelled: null,
    lesson: '',
    consultation: null,
    days: { created: today, consulted: null, committed: null, started: null, implemented: null, closed: null, updated: today },
    ...more,
  };
}

const underWay = { ...aPlan().days, consulted: today, committed: today };

export const committedPlan = (more: Partial<ActionPlan> = {}): ActionPlan => aPlan({ state: 'committed', days: underWay, ...more });

export const runningPlan = (more: Partial<ActionPlan> = {}): ActionPlan =>
  aPlan({ state: 'in-progress', days: { ...underWay, started: today }, ...more });

const standing = (personId: string, more: Partial<Standing> = {}): Standing => ({
  personId,
  hr: false,
  leads: new Set(),
  belongs: new Set(['north', 'sales', 'amber']),
  ...more,
});

export const people = {
  head: standing('north-1', { leads: new Set(['north']) }),
  colleague: standing('north-2'),
  above: standing('south-1', { leads: new Set(['sales', 'north', 'south']), belongs: new Set(['south', 'sales', 'amber']) }),
  beside: standing('south-2', { belongs: new Set(['south', 'sales', 'amber']) }),
  otherHead: standing('operations-1', { leads: new Set(['operations']), belongs: new Set(['operations', 'amber']) }),
  hr: standing('hr', { hr: true, belongs: new Set(['finance', 'amber']) }),
} as const;
