// Who serves whom in Lantern, how well, and what its people say of it: some teams are strict with everybody and some are kind, and those who
// provide mostly think better of their own work than those who depend on it.
import type { Chance } from '#app/domain/kernel/chance.ts';

/** As HR would write it: provider; customer; what for. */
export const serviceLines = [
  'IT; Lantern; computers and accounts',
  'People & Culture; Lantern; contracts and pay slips',
  'Finance; Lantern; expenses and invoices',
  'Legal; Europe; customer contracts',
  'Data; Product; usage reports',
  'Data; Europe; sales figures',
  '仓储物流部; 生产部; 物料配送',
  '仓储物流部; 台北辦公室; 發貨',
  '客服部; Europe; customer questions',
  '客服部; Product; 客戶回饋',
];

export interface SeedService {
  /** Days before today on which it opened. */
  readonly ago: number;
  /** Days it stayed open. */
  readonly open: number;
  /** By provider, how much less it did then. */
  readonly less: Readonly<Record<string, number>>;
}

/** Half a year apart: since the first one the stock has begun to deliver on time, and nothing else has moved. */
export const served: readonly [SeedService, SeedService] = [
  { ago: 232, open: 10, less: { 仓储物流部: 0.9 } },
  { ago: 50, open: 10, less: {} },
];

interface Worth {
  /** 1–5, of everything it does. */
  readonly level: number;
  /** The question in which it falls short. */
  readonly weak: string;
  /** What its own people expect. */
  readonly own: number;
}

const usual: Worth = { level: 3.6, weak: 'ISQ-13', own: 4.2 };

const worth: Readonly<Record<string, Worth>> = {
  IT: { level: 3.1, weak: 'ISQ-13', own: 4.3 },
  Finance: { level: 3.9, weak: 'ISQ-03', own: 3.9 },
  Data: { level: 4.1, weak: 'ISQ-05', own: 3.7 },
  仓储物流部: { level: 3.2, weak: 'ISQ-03', own: 4 },
  客服部: { level: 4.3, weak: 'ISQ-11', own: 4.1 },
};

/** What a team makes of everybody who serves it. */
const leaning: Readonly<Record<string, number>> = { 'zh-Hans': -0.5, 'zh-Hant': 0.4 };

interface Rater {
  readonly language: string | null;
}

const whole = (level: number, chance: Chance): number => Math.max(1, Math.min(5, Math.floor(level) + (chance(100) < (level % 1) * 100 ? 1 : 0) + [-1, 0, 0, 0, 1][chance(5)]!));

/** `provider`: the first department of it, by name; `less`: how much less it did then. */
export function ratingOf({ language }: Rater, { provider, item, less = 0 }: { readonly provider: string; readonly item: string; readonly less?: number | undefined }, chance: Chance): number {
  const { level, weak } = worth[provider] ?? usual;
  return whole(level - less + (leaning[language ?? ''] ?? 0) - (item === weak ? 0.8 : 0), chance);
}

export const ownEstimateOf = (provider: string, chance: Chance): number => whole((worth[provider] ?? usual).own, chance);

/** Said once each. */
export const serviceWords: readonly string[] = [
  'A ticket number that says where I stand would save me three calls a week.',
  'Invoices are paid on time now. Thank you.',
  '物料早上八点前到，产线就不用等。',
  'Nobody tells us when a laptop will be late; we find out on the day.',
  '出货时间能提前一天告诉我们就好了。',
  'The monthly report is the best thing we get from anybody.',
  'Contracts come back with changes nobody explains.',
  '客服把客户的话整理得很清楚。',
  'Two people answer the same question differently.',
  '請把窗口的聯絡方式放在一個地方。',
  'Urgent means this week, not this quarter.',
  '换班时没人接电话。',
];
