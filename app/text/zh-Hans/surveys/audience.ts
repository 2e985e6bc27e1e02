import type { audience as english } from '#app/text/en/surveys/audience.ts';

export const audience: Record<keyof typeof english, string> = {
  'audience.title': '请谁作答',
  'audience.everybody': '所有人',
  'audience.parts': '公司的一部分',
  'audience.parts.which': '哪些部分',
  'audience.parts.hint': '选中的部门连同其下所有人一起受邀。今年合并统计的群体总是一起受邀，这样比较两次调查也分辨不出任何人。不能挑选个人。',
  'audience.part': '{name}（{people}）',
  'audience.part.under': '{above} › {name}（{people}）',
  'audience.asked': '受邀的有：{names}',
  'audience.asked.with': '受邀的有：{names}，以及与之合并统计的{others}',
  'audience.asked.of': '{of, number} 人中有 {invited, number} 人受邀；其他人不会收到邮件，也没有答卷。',
  'audience.seal': '邀请 {of, number} 人中的 {invited}：今天在受邀部分的所有人。之后加入的人不参与',
  'audience.results': '这次只请了公司的一部分作答：{names}（{of, number} 人中的 {invited, number} 人）。他们合在一起的数字以这些名称标示，不代表其他人。',
  'audience.own.not-asked': '这次调查没有请您的部门作答，或只请了其中一部分。',
  'error.no-parts': '尚未选择任何部分；请至少勾选一个，或改为请所有人作答',
  'error.part-gone': '所选部门中有的已不存在，请重新选择',
  'error.part-empty': '{department}目前没有人；请把它从受邀部分中去掉',
  'error.audience-differs-by-few': '与“{survey}”相比只差 {people} 人（在{department}），对照两次结果就能推算出他们的答案；差别必须是零，或至少 {k} 人。请加上或去掉相邻的部门',
  'error.audience-meanwhile': '“{survey}”请了其中一部分相同的人，尚未统计；等它有了结果，才能封存另一个范围',
  'error.division-not-asked': '{division}有单独的表格，却没有全部受邀；请让它全部受邀，或去掉该表格',
};
