import type { owed as english } from '#app/text/en/plans/owed.ts';

export const owed: Record<keyof typeof english, string> = {
  'owed.title': '還欠您的回覆',
  'owed.late': '{dimension}（{department}）：{name}本應在{day}前回覆，已經遲了 {n} 天。',
  'owed.due': '{dimension}（{department}）：{name}將在{day}前回覆。',
  'owed.nobody': '人力資源部門',
  'owed.how': '回覆可以是一項計畫、不做的理由，或轉交上一層。回覆之前，它會一直列在這裡。',
  'owed.yours': '您的同仁在等您的回覆',
  'owed.yours.late': '{dimension}（{department}）：期限是{day}，已遲 {n} 天',
  'owed.yours.due': '{dimension}（{department}）：請在{day}前回覆',
  'owed.yours.how': '可以是一項計畫、不做的理由，或轉交上一層。在此之前，相關同仁會看到還欠一個回覆，並看到您的姓名。',
};
