// What Lantern found out beside its third pulse: a talk in the team, a focus group, and a file of its own records.
import type { Day } from '#app/domain/kernel/day.ts';

export const held = [
  {
    /** Days before today. */
    ago: 72,
    department: 'Product',
    kind: 'talk',
    topic: 'Results: Third pulse',
    participants: 34,
    points: 'Deadlines surprise us in the week in which they are due.\nSales promises dates in calls to which nobody of us is invited.\nWe want to understand which projects may wait.',
  },
  {
    ago: 62,
    department: '客服部',
    kind: 'focus-group',
    topic: '尖峰時段怎麼分工',
    participants: 9,
    points: '月底三天的來電是平日的兩倍。\n下班後的訊息多半不急，約定值班就能解決。\n業務部支援時要先給常見問題的答案。',
  },
] as const;

/** As HR's file has them. */
export function secondaryLines(today: Day): string {
  const year = Number(today.slice(0, 4)) - 1;
  return [
    'department;kind;value;time;source',
    `Product;Overtime;11.5;${year};Time records`,
    `Product;Turnover;9;${year};Personnel records`,
    `深圳工厂;加班;28;${year};考勤系统`,
    `深圳工厂;病假;4.2;${year};考勤系统`,
    `客服部;加班;17;${year};出勤系統`,
    `客服部;離職率;21;${year};人事資料`,
    `台北辦公室;與市場薪資相比;96;${year};薪資調查`,
  ].join('\n');
}
