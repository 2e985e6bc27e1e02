import type { tongues as english } from '#app/text/en/surveys/tongues.ts';

export const tongues: Record<keyof typeof english, string> = {
  'tongues.title': '语言',
  'tongues.lead': '用哪些语言询问员工、给员工写信。人力资源和负责人的页面使用 English、简体中文和繁體中文。',
  'tongues.own': '公司的语言',
  'tongues.own.hint': '在初次设置时选定，全部内容都有。',
  'tongues.more': '员工可用的其他语言',
  'tongues.unreviewed': '未经审校',
  'tongues.unreviewed.hint': '未经审校：还没有懂这种语言的人通读过。封存前请让人看一遍预览。每增加一种语言，新调查都需要用它写标题和目的。',
  'tongues.part': '{of} 句中已翻译 {said} 句，其余显示英文',
  'tongues.whole': '{of} 句全部已翻译',
  'tongues.save': '保存选择',
  'tongues.saved': '已保存，适用于此后撰写的调查。',
  'tongues.gone': '{languages} 的文件已不存在，新调查不再使用。',
  'tongues.files': '用文件添加语言',
  'tongues.files.text': '其他语言以翻译软件使用的 PO 文件添加，以语言代码命名，例如 it.po。由运行 Murmur 的人放进数据目录下的 languages 文件夹；可用 npm run texts 生成待译文件。放好后立即出现在这里。',
  'tongues.refused': '未采用 {file}',
  'tongues.lacking': '{n, plural, other {用{language}作答时，以下题目至少有一部分显示英文：}}',
  'error.tongue-unknown': '这里没有语言“{language}”',
  'error.tongue-gone': '{language} 的文件已不存在：请放回，或在不用该语言的情况下重新保存草稿',
};
