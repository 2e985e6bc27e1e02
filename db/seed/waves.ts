// The pulses of Lantern: three that are over and one that is open.
import type { Localized } from '#app/domain/kernel/language.ts';

export interface SeedWave {
  readonly title: Localized;
  /** Days before today on which it opened, and days it stayed open. */
  readonly ago: number;
  readonly open: number;
  readonly further: readonly string[];
  /** The dimension whose expectation is asked beside its experience; null for none. */
  readonly pair: string | null;
  readonly tables: readonly SeedTable[];
}

/** A table by a background question, company-wide or for a department of this name. */
export interface SeedTable {
  readonly question: string;
  readonly of: string | null;
}

/** Europe is too small for a table of its own, which is worth seeing too. */
const tables: readonly SeedTable[] = [
  { question: 'tenure', of: null },
  { question: 'place', of: null },
  { question: 'tenure', of: '深圳工厂' },
  { question: 'place', of: 'Product' },
  { question: 'tenure', of: 'Europe' },
];

export const purpose: Localized = {
  en: 'To learn how pay, benefits and workload are going, to agree what to change, and to see whether it helped.',
  'zh-Hans': '了解薪酬、福利和工作负荷的现状，商定改进事项，并检验改进是否有效。',
  'zh-Hant': '了解薪資、福利與工作負荷的現況，商定改善事項，並檢驗改善是否有效。',
};

const titled = (en: string, hans: string, hant: string): Localized => ({ en, 'zh-Hans': hans, 'zh-Hant': hant });

export const waves: readonly SeedWave[] = [
  { title: titled('First pulse', '第一次脉搏调查', '第一次脈動調查'), ago: 270, open: 10, further: ['GRW-01', 'TOL-02'], pair: null, tables: [] },
  { title: titled('Second pulse', '第二次脉搏调查', '第二次脈動調查'), ago: 180, open: 10, further: ['OUT-02', 'OUT-03'], pair: null, tables },
  { title: titled('Third pulse', '第三次脉搏调查', '第三次脈動調查'), ago: 90, open: 10, further: ['OUT-02', 'OUT-03'], pair: null, tables },
  { title: titled('Fourth pulse', '第四次脉搏调查', '第四次脈動調查'), ago: 4, open: 14, further: [], pair: 'pay', tables },
];
