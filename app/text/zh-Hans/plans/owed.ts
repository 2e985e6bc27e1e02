import type { owed as english } from '#app/text/en/plans/owed.ts';

export const owed: Record<keyof typeof english, string> = {
  'owed.title': '还欠您的答复',
  'owed.late': '{dimension}（{department}）：{name}本应在{day}前答复，已经迟了 {n} 天。',
  'owed.due': '{dimension}（{department}）：{name}将在{day}前答复。',
  'owed.nobody': '人力资源部门',
  'owed.how': '答复可以是一项计划、不采纳的理由，或转交上一级。答复之前，它一直列在这里。',
  'owed.yours': '您的同事在等您的答复',
  'owed.yours.late': '{dimension}（{department}）：期限是{day}，已迟 {n} 天',
  'owed.yours.due': '{dimension}（{department}）：请在{day}前答复',
  'owed.yours.how': '可以是一项计划、不采纳的理由，或转交上一级。在此之前，有关的同事会看到还欠一个答复，并看到您的姓名。',
};
