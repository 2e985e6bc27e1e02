import type { figures as english } from '#app/text/en/reports/figures.ts';

export const figures: Record<keyof typeof english, string> = {
  'figures.by-question': '{label}（按每次都問的那道題）',
  'figures.change-of': '按兩次都問的題目：{question}',
  'figures.asked-again': '全員作答；再問一次的範圍',
  'figures.signal.outside': '{label}：{index} 分，超出平常範圍',
  'figures.signal.eight-in-a-row': '{label}：{index} 分，連續八次調查都在平常中線的同一側',
  'figures.signal.three-of-four': '{label}：{index} 分，仍在平常範圍內，但四次調查中已有三次靠近邊緣',
};
