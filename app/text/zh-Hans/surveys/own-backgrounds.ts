import type { ownBackgrounds as english } from '#app/text/en/surveys/own-backgrounds.ts';

export const ownBackgrounds: Record<keyof typeof english, string> = {
  'own-question.kind.background': '背景题（用于表格）',
  'own-question.hint.background': '问工作，不问个人：上什么班、哪类合同。回答只出现在调查为它选定的表格里，并且总可以选“不愿回答”。',
  'own-question.label': '简称，{language}',
  'own-question.label.hint': '用于表格和列表，例如“班次”。',
  'own-question.answers.background': '每行一个，{least} 到 {most} 个；相近的排在一起，因为小群体会与相邻的合并计算。下面总会另有“不愿回答”。',
  'own-question.background.counted': '调查一旦选定按它划分的表格，就会问所有人，并占用最多三道背景题中的一道。表格只显示多少人作答和满意的比例；太小的群体合并计算，两种背景绝不组合。',
  'own-question.describes.label': '关于作答者',
  'own-question.describes': '答案会说明作答者的情况',
  'own-question.describes.hint': '例如在哪个食堂用餐。这样它就算作一次调查最多三道背景题中的一道：每多一道，掌握进行中调查密钥的人就多一条认出某个人答案的线索。',
  'own-question.describes.mark': '算作一道背景题',
  'gates.controllable.background': '可改进：某一群体的回答不如其他群体时，能做些什么？',
  'gates.comparable.background': '可比较：每个群体在表格里与其他所有群体并列。',
  'error.own-backgrounds': '已有 {most} 道自拟背景题，而一次调查最多问三道：请先把其中一道设为“不再使用”',
  'error.background-without-table': '有一道背景题已没有表格：请打开“修改”，重新选择表格',
  'singled.title': '关于作答者的答案可能让人被认出',
  'singled.lead': '没有表格会把这些题组合起来，所以公布的内容不会透露。但掌握进行中调查密钥的人，能在每个群体里看到哪些答案出自同一个人。',
  'singled.figures': '答法的组合数：{combined}。假设大家平均分布，{of} 个群体中有 {concerned} 个会有人是唯一选这种组合的：最小的群体 {people} 人中约 {alone} 人，全部 {everybody} 人中约 {all} 人。',
  'singled.help': '可以这样做：少问几题，或减少可选的答案。组合数不超过 {most} 时，最小的群体里不会有人落单。',
  'singled.without': '去掉“{question}”：{people} 人中约 {left} 人',
  'singled.none': '关于作答者的题，答法的组合数为 {combined}。每个群体都足够大：假设大家平均分布，不会有人是唯一选某种组合的。',
};
