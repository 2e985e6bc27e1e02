import type { figures as english } from '#app/text/en/reports/figures.ts';

export const figures: Record<keyof typeof english, string> = {
  'figures.by-question': '{label}（按每次都问的那道题）',
  'figures.change-of': '按两次都问的题目：{question}',
  'figures.asked-again': '全员作答；再问一次的范围',
  'figures.signal.outside': '{label}：{index} 分，超出平常范围',
  'figures.signal.eight-in-a-row': '{label}：{index} 分，连续八次调查都在平常中线的同一侧',
  'figures.signal.three-of-four': '{label}：{index} 分，仍在平常范围内，但四次调查中已有三次靠近边缘',
};
