// What Lantern made of its pulses: two plans that are over, three that run, and a wish that was declined with its reason.
import type { Language } from '#app/domain/kernel/language.ts';
import type { SaidIn } from '#app/domain/plans/plan-texts.ts';

export interface SeedStep {
  readonly title: string;
  /** Days before today (negative: after). */
  readonly due: number;
  readonly doing?: number;
  readonly done?: number;
}

export interface SeedPlan {
  /** Index of the wave whose results led to it. */
  readonly after: number;
  readonly department: string;
  readonly dimension: string;
  readonly title: string;
  readonly written: Language;
  /** Where the owner gave it in other languages too. */
  readonly said?: SaidIn;
  readonly measures: readonly string[];
  readonly leading: { readonly name: string; readonly start: number; readonly goal: number };
  readonly rise: number;
  /** Days before today. */
  readonly started: number;
  readonly committed: number;
  readonly by: number;
  readonly steps: readonly SeedStep[];
  readonly promise?: {
    readonly text: string;
    /** The day named first. */
    readonly due: number;
    readonly renewed?: { readonly ago: number; readonly due: number; readonly reason: string };
    readonly kept?: number;
  };
  readonly notes: readonly { readonly ago: number; readonly text: string }[];
  /** What is counted beside the score in the end. */
  readonly counted?: number;
  readonly implemented?: number;
  readonly closing?: { readonly ago: number; readonly result: string; readonly next: string; readonly lesson: string };
}

export const plans: readonly SeedPlan[] = [
  {
    after: 1,
    department: '深圳工厂',
    dimension: 'benefits',
    title: '让夜班也吃得上热菜，宿舍热水供到零点',
    written: 'zh-Hans',
    said: { en: { title: 'Hot dishes for the night shift, and hot water until midnight', own: [], counted: 'Dishes with the lowest marks replaced each week', promise: '', steps: ['Agree the night menu with the canteen', 'Put up the marks every Friday and replace the lowest dishes', 'Hot water in the dormitory until midnight'] } },
    measures: ['M-BEN-2', 'M-BEN-3'],
    leading: { name: '每周更换的低分菜品数', start: 0, goal: 3 },
    rise: 12,
    started: 164,
    committed: 154,
    by: -10,
    steps: [
      { title: '与食堂商定夜班热菜菜单', due: 148, doing: 152, done: 149 },
      { title: '每周五张贴评分，更换评分最低的菜', due: 138, doing: 147, done: 138 },
      { title: '宿舍热水延长到零点', due: 128, doing: 137, done: 126 },
    ],
    notes: [
      { ago: 149, text: '夜班从下周一起有四个热菜。' },
      { ago: 126, text: '热水已经延长，锅炉改造晚了两天。' },
    ],
    counted: 3,
    implemented: 124,
    closing: {
      ago: 72,
      result: '夜班有四个热菜，每周换掉评分最低的三道；宿舍热水供到零点。福利满意度明显上升。',
      next: '评分继续，每月张贴一次结果。',
      lesson: '先改每天都碰到的小事，大家最快看得见。',
    },
  },
  {
    after: 1,
    department: '夜班组',
    dimension: 'workload',
    title: '夜班不再连排三周',
    written: 'zh-Hans',
    said: { en: { title: 'No more three weeks of night shifts in a row', own: [], counted: 'Most weeks of nights in a row (of whoever had most that month)', promise: '', steps: ['The roster is out a week ahead', 'Two weeks of nights at most', 'Shifts are swapped between two people; the shift lead confirms'] } },
    measures: ['M-WKL-3', 'M-WKL-6'],
    leading: { name: '连续夜班最多几周（每月最多的一人）', start: 3, goal: 2 },
    rise: 15,
    started: 160,
    committed: 158,
    by: -20,
    steps: [
      { title: '排班表提前一周公布', due: 146, doing: 150, done: 147 },
      { title: '连续夜班不超过两周', due: 132, doing: 140, done: 132 },
      { title: '换班由本人之间商定，班长确认', due: 125, doing: 131, done: 125 },
    ],
    notes: [{ ago: 132, text: '新排班表从本月开始执行。' }],
    counted: 2,
    implemented: 122,
  },
  {
    after: 2,
    department: 'Product',
    dimension: 'workload',
    title: 'Agree deadlines with the people who do the work',
    written: 'en',
    measures: ['M-WKL-6', 'M-WKL-1'],
    leading: { name: 'Deadlines agreed before they were promised, of ten', start: 3, goal: 8 },
    rise: 15,
    started: 70,
    committed: 66,
    by: -60,
    steps: [
      { title: 'List every promise made to customers for this quarter', due: 50, doing: 60, done: 52 },
      { title: 'Stop or postpone one project in each team', due: 20, doing: 40 },
      { title: 'Two engineers in every planning talk with sales', due: -12, doing: 10 },
      { title: 'Look back with the teams', due: -30 },
    ],
    promise: {
      text: 'No delivery date is given to a customer before the team has agreed to it',
      due: 25,
      renewed: { ago: 27, due: -20, reason: 'Two of the promises made earlier fall due first; the rule starts with the next quarter.' },
    },
    notes: [
      { ago: 52, text: 'Eleven promises, four of them made without asking us. Sales has the list.' },
      { ago: 9, text: 'First planning talk with two engineers: one date moved before it was promised.' },
    ],
    counted: 5,
  },
  {
    after: 2,
    department: 'Lantern',
    dimension: 'communication',
    title: 'Say what was decided, and what was not',
    written: 'en',
    said: {
      'zh-Hans': { title: '把决定了的和没有决定的都说清楚', own: [], counted: '每十个问题中，两周内书面答复的有几个', promise: '书面答复最长不超过两周', steps: ['答复上次全员大会提出的四十个问题', '每月一页：听到了什么、决定了什么、不采纳什么', '每项变动生效之前，先向各团队说明'] },
      'zh-Hant': { title: '把決定了的和沒有決定的都說清楚', own: [], counted: '每十個問題中，兩週內書面答覆的有幾個', promise: '書面答覆最長不超過兩週', steps: ['答覆上次全員大會提出的四十個問題', '每月一頁：聽到了什麼、決定了什麼、不採納什麼', '每項變動生效之前，先向各團隊說明'] },
    },
    measures: ['M-COM-3', 'M-COM-1'],
    leading: { name: 'Questions answered in writing within two weeks, of ten', start: 2, goal: 9 },
    rise: 10,
    started: 68,
    committed: 64,
    by: -90,
    steps: [
      { title: 'Answer the forty questions of the last town hall', due: 45, doing: 62, done: 47 },
      { title: 'A page each month: heard, decided, declined', due: 30, doing: 46, done: 31 },
      { title: 'Brief every team before a change takes effect', due: -20, doing: 29 },
    ],
    promise: { text: 'Nobody waits longer than two weeks for an answer in writing', due: 31, kept: 31 },
    notes: [
      { ago: 47, text: 'All forty answers are on the notice boards, in three languages.' },
      { ago: 11, text: 'The second monthly page is out. Two wishes were declined, with reasons.' },
    ],
    counted: 7,
  },
  {
    after: 2,
    department: '客服部',
    dimension: 'workload',
    title: '尖峰時段有人支援，下班後不回訊息',
    written: 'zh-Hant',
    said: { en: { title: 'Help at peak hours, and no messages after work', own: [], counted: 'Messages about work after hours (each week)', promise: '', steps: ['After hours only the duty phone is used', 'Sales helps out two days at the end of each month', 'Look back at the new rule'] } },
    measures: ['M-WKL-2', 'M-WKL-3'],
    leading: { name: '下班後的工作訊息（每週）', start: 24, goal: 5 },
    rise: 15,
    started: 60,
    committed: 58,
    by: -45,
    steps: [
      { title: '約定下班後只用值班電話', due: 45, doing: 50, done: 44 },
      { title: '業務部每月底支援兩天', due: 15, doing: 25 },
      { title: '檢討新規則', due: -25 },
    ],
    notes: [{ ago: 25, text: '值班電話每週輪一人，其他人下班後不回訊息。' }],
    counted: 11,
  },
];

export const declined = {
  ago: 74,
  department: '深圳工厂',
  dimension: 'pay',
  reason: '今年的工资总额已经确定，本年度不调整夜班补贴。',
  wouldChange: '明年一月与市场薪酬对标以后重新讨论，结果二月公布。',
} as const;
