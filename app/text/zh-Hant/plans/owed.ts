import type { owed as english } from '#app/text/en/plans/owed.ts';

export const owed: Record<keyof typeof english, string> = {
  'owed.title': '還欠您的答覆',
  'owed.late': '{dimension}（{department}）：{name}本應在{day}前答覆，已經遲了 {n} 天。',
  'owed.due': '{dimension}（{department}）：{name}將在{day}前答覆。',
  'owed.nobody': '人力資源部門',
  'owed.how': '答覆可以是一項計畫、不採納的理由，或轉交上一層。答覆之前，它會一直列在這裡。',
  'owed.yours': '您的同事在等您的答覆',
  'owed.yours.late': '{dimension}（{department}）：期限是{day}，已遲 {n} 天',
  'owed.yours.due': '{dimension}（{department}）：請在{day}前答覆',
  'owed.yours.how': '可以是一項計畫、不採納的理由，或轉交上一層。在此之前，相關同事會看到還欠一個答覆，並看到您的姓名。',
};
