import type { audience as english } from '#app/text/en/surveys/audience.ts';

export const audience: Record<keyof typeof english, string> = {
  'audience.title': '請誰作答',
  'audience.everybody': '所有人',
  'audience.parts': '公司的一部分',
  'audience.parts.which': '哪些部分',
  'audience.parts.hint': '選中的部門連同其下所有人一起受邀。今年合併統計的群體總是一起受邀，這樣比較兩次調查也分辨不出任何人。不能挑選個人。',
  'audience.part': '{name}（{people}）',
  'audience.part.under': '{above} › {name}（{people}）',
  'audience.asked': '受邀的有：{names}',
  'audience.asked.with': '受邀的有：{names}，以及與之合併統計的{others}',
  'audience.asked.of': '{of, number} 人中有 {invited, number} 人受邀；其他人不會收到郵件，也沒有答卷。',
  'audience.seal': '邀請 {of, number} 人中的 {invited}：今天在受邀部分的所有人。之後加入的人不參與',
  'audience.results': '這次只請了公司的一部分作答：{names}（{of, number} 人中的 {invited, number} 人）。他們合在一起的數字以這些名稱標示，不代表其他人。',
  'audience.own.not-asked': '這次調查沒有請您的部門作答，或只請了其中一部分。',
  'error.no-parts': '尚未選擇任何部分；請至少勾選一個，或改為請所有人作答',
  'error.part-gone': '所選部門中有的已不存在，請重新選擇',
  'error.part-empty': '{department}目前沒有人；請把它從受邀部分中去掉',
  'error.audience-differs-by-few': '與「{survey}」相比只差 {people} 人（在{department}），對照兩次結果就能推算出他們的答案；差別必須是零，或至少 {k} 人。請加上或去掉相鄰的部門',
  'error.audience-meanwhile': '「{survey}」請了其中一部分相同的人，尚未統計；等它有了結果，才能封存另一個範圍',
  'error.division-not-asked': '{division}有單獨的表格，卻沒有全部受邀；請讓它全部受邀，或去掉該表格',
};
