import type { letterhead as english } from '#app/text/en/reports/letterhead.ts';

export const letterhead: Record<keyof typeof english, string> = {
  'letterhead.title': '公司標誌和顏色',
  'letterhead.lead': '從 Murmur 匯出的報告、投影片和紙張會帶上它們。作答頁面從不帶：每家公司的作答頁面都一樣。',
  'letterhead.now': '目前的樣子',
  'letterhead.logo': '新的標誌',
  'letterhead.logo.hint': 'PNG 或 JPEG，不超過 1 MB，放在白底上要看得清楚。系統會重新繪製，檔案中的其他內容一概不保留。',
  'letterhead.logo.now': '目前的標誌',
  'letterhead.logo.none': '還沒有設定標誌。',
  'letterhead.logo.remove': '移除標誌',
  'letterhead.colour': '顏色',
  'letterhead.colour.hint': '六位，例如 #1F5F8B，顏色要夠深，在白底上看得清楚。留空則用 Murmur 的藍色。',
  'letterhead.save': '儲存',
  'letterhead.saved': '已儲存。此後產生的檔案都會帶上它。',
  'letterhead.where': '出現在書面報告的封面（PDF 和 DOCX）、每張投影片和會議檢視上。圖表中表示含義的顏色不變。',
  'letterhead.alt': '標誌：{company}',
  'error.colour-form': '顏色寫作 # 加六位，每位是 0 到 9 或 a 到 f，例如 #1F5F8B',
  'error.colour-pale': '{colour} 太淺，在白底上看不清楚：對比度是 {ratio} 比 1，至少要 {least} 比 1。{darker} 是同一種顏色，但夠深',
  'error.logo-kind': '這不是 PNG 或 JPEG 圖片。請把標誌存成 PNG',
  'error.logo-side': '這張圖片是 {width} × {height} 像素；每邊須在 {least} 到 {most} 像素之間',
  'error.logo-large': '這個檔案超過 1 MB',
  'error.logo-unseen': '這張圖片無法讀取，或在白底上什麼也看不到。請用深色版本重新存成 PNG',
};
