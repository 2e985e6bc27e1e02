import type { controls as english } from '../en/controls.ts';

export const controls: Record<keyof typeof english, string> = {
  'step.done': '已完成',
  'dialog.cancel': '取消',
  'field.optional': '选填',
  'form.sending': '请稍候……',
  'form.restored': '您的登录已过期。您填写的内容已恢复在这里，尚未提交。',
  'punctuation.colon': '：',
  'nav.team.short': '我的团队',
  'nav.feed.short': '您说了，我们做了',
  'nav.more': '更多',
  'nav.account': '您的账号：{name}',
};
