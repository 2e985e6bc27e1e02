import type { controls as english } from '../en/controls.ts';

export const controls: Record<keyof typeof english, string> = {
  'step.done': '已完成',
  'dialog.cancel': '取消',
  'field.optional': '选填',
  'form.sending': '请稍候……',
  'form.restored': '您填写的内容没有送达，已恢复在这里，请再次提交。',
  'punctuation.colon': '：',
  'nav.team.short': '我的团队',
  'nav.feed.short': '您说了，我们做了',
  'nav.more': '更多',
  'nav.account': '您的账号：{name}',
};
