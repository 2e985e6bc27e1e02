// Figures as pages show them: every one another, so that no two of them can change places unnoticed.
import type { DimensionView } from '#app/domain/reports/dimension-view.ts';
import type { DifferenceView, LevelView } from '#app/domain/reports/figures-shown.ts';
import type { GroupView } from '#app/domain/reports/labels.ts';
import type { QuestionView } from '#app/domain/reports/question-view.ts';

export const shownGroup: GroupView = { names: [{ name: 'North', direct: false }], with: [], answered: 40, invited: 50 };

export const shownLevel = (more: Partial<LevelView> = {}): LevelView => ({ n: 40, size: 50, index: 62, interval: [57, 66], worstCase: [48, 71], repeatability: null, ...more });

export const shownDifference = (more: Partial<DifferenceView> = {}): DifferenceView => ({ points: null, interval: null, arrow: null, q: null, small: false, detectable: null, exploratory: false, broken: null, ...more });

export const shownDimension = (more: Partial<DimensionView> = {}): DimensionView => ({
  id: 'pay',
  label: 'Pay',
  group: shownGroup,
  level: shownLevel(),
  favourable: { percent: 53, interval: null },
  rest: shownDifference({ points: -11, arrow: 'down', interval: [-17, -5], q: 0.01, detectable: 6 }),
  change: shownDifference({ points: 9, arrow: 'up', interval: [3, 14], q: 0.02, detectable: 7 }),
  changeOf: null,
  target: null,
  outside: [],
  best: null,
  ...more,
});

export const shownQuestion = (more: Partial<QuestionView> = {}): QuestionView => ({
  id: 'PAY-01',
  text: 'Fair pay',
  group: shownGroup,
  level: shownLevel(),
  mean: '3.4',
  favourable: { percent: 53, interval: [44, 61] },
  shares: { favourable: 53, neutral: 28, unfavourable: 19 } as QuestionView['shares'],
  points: [3, 5, 11, 13, 8].map((people, at) => ({ label: `point ${at + 1}`, people, percent: [8, 11, 28, 33, 20][at] as number })),
  agreement: 'mixed',
  recommendation: null,
  change: shownDifference({ points: 9, arrow: 'up', interval: [3, 14], q: 0.02, detectable: 7 }),
  outside: [],
  reasons: [],
  reasonsBallots: null,
  ...more,
});
