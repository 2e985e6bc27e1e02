import type { refusals as en } from '../en/refusals.ts';

export const refusals: Record<keyof typeof en, string> = {
  'error.bad-request': '无法识别这个地址',
  'error.cross-site': '这个请求不是从本站页面发出的',
  'error.too-slow': '等待时间过长',
  'error.too-large': '内容超出了这里能接收的大小',
  'error.unreadable': '无法读取所发送的内容',
  'error.too-many': '短时间内请求过多',
  'error.busy': '现在访问的人很多',
  'refusal.not-found': '链接可能在传送中被截断或改动了。请重新打开邮件中的链接，或从首页开始。',
  'refusal.bad-request': '请从首页开始。',
  'refusal.cross-site': '没有任何改动。请打开本站后再操作；如果浏览器很旧或不常见，可能需要更新。',
  'refusal.too-slow': '没有任何改动。请在网络较好时重试。',
  'refusal.too-large': '没有任何改动。请返回并减少内容：缩短文字，或选择小一些的文件。',
  'refusal.unreadable': '没有任何改动。请返回，直接在页面上提交。',
  'refusal.too-many': '一分钟内来自您所在网络的请求过多。请等一分钟再试，不会丢失任何内容。',
  'refusal.unexpected': '如果再次出现，请告诉负责运行本站的人。',
  'refusal.busy': '请半分钟后再试，不会丢失任何内容。',
  'error.no-room': '本站的磁盘已满或无法写入',
  'error.database-away': '数据库没有响应',
  'refusal.no-room': '没有任何改动，已确认的内容不会丢失。请返回，几分钟后再试；负责运行本站的人也能看到这个情况。',
  'refusal.database-away': '已确认的内容不会丢失。请一分钟后再试；如果一直如此，请告诉负责运行本站的人。',
};
