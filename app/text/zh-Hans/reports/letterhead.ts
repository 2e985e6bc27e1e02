import type { letterhead as english } from '#app/text/en/reports/letterhead.ts';

export const letterhead: Record<keyof typeof english, string> = {
  'letterhead.title': '公司标识和颜色',
  'letterhead.lead': '从 Murmur 导出的报告、幻灯片和纸张会带上它们。作答页面从不带：每家公司的作答页面都一样。',
  'letterhead.now': '目前的样子',
  'letterhead.logo': '新的标识',
  'letterhead.logo.hint': 'PNG 或 JPEG，不超过 1 MB，放在白底上要看得清。系统会重新绘制，文件中的其他内容一概不保留。',
  'letterhead.logo.now': '目前的标识',
  'letterhead.logo.none': '还没有设置标识。',
  'letterhead.logo.remove': '删除标识',
  'letterhead.colour': '颜色',
  'letterhead.colour.hint': '六位，例如 #1F5F8B，颜色要足够深，在白底上看得清。留空则用 Murmur 的蓝色。',
  'letterhead.save': '保存',
  'letterhead.saved': '已保存。此后生成的文件都会带上它。',
  'letterhead.where': '出现在书面报告的封面（PDF 和 DOCX）、每张幻灯片和会议视图上。图表中表示含义的颜色不变。',
  'letterhead.alt': '标识：{company}',
  'error.colour-form': '颜色写作 # 加六位，每位是 0 到 9 或 a 到 f，例如 #1F5F8B',
  'error.colour-pale': '{colour} 太浅，在白底上看不清：对比度是 {ratio} 比 1，至少要 {least} 比 1。{darker} 是同一种颜色，但足够深',
  'error.logo-kind': '这不是 PNG 或 JPEG 图片。请把标识存为 PNG',
  'error.logo-side': '这张图片是 {width} × {height} 像素；每边须在 {least} 到 {most} 像素之间',
  'error.logo-large': '这个文件超过 1 MB',
  'error.logo-unseen': '这张图片无法读取，或在白底上什么也看不到。请用深色版本重新存为 PNG',
};
