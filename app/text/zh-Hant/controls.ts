import type { controls as english } from '../en/controls.ts';

export const controls: Record<keyof typeof english, string> = {
  'step.done': '已完成',
  'dialog.cancel': '取消',
  'field.optional': '選填',
  'form.sending': '請稍候……',
  'form.restored': '您填寫的內容沒有送達，已還原在這裡，請再次送出。',
  'punctuation.colon': '：',
  'nav.team.short': '我的團隊',
  'nav.feed.short': '您說了，我們做了',
  'nav.more': '更多',
  'nav.account': '您的帳號：{name}',
};
