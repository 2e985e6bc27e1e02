import type { refusals as en } from '../en/refusals.ts';

export const refusals: Record<keyof typeof en, string> = {
  'error.bad-request': '無法識別這個網址',
  'error.cross-site': '這個請求不是從本站頁面發出的',
  'error.too-slow': '等待時間過長',
  'error.too-large': '內容超出了這裡能接收的大小',
  'error.unreadable': '無法讀取所傳送的內容',
  'error.too-many': '短時間內請求過多',
  'error.busy': '現在使用的人很多',
  'refusal.not-found': '連結可能在傳送途中被截斷或改動了。請重新打開郵件中的連結，或從首頁開始。',
  'refusal.bad-request': '請從首頁開始。',
  'refusal.cross-site': '沒有任何改動。請打開本站後再操作；如果瀏覽器很舊或不常見，可能需要更新。',
  'refusal.too-slow': '沒有任何改動。請在網絡較好時重試。',
  'refusal.too-large': '沒有任何改動。請返回並減少內容：縮短文字，或選擇小一些的檔案。',
  'refusal.unreadable': '沒有任何改動。請返回，直接在頁面上提交。',
  'refusal.too-many': '一分鐘內來自您所在網絡的請求過多。請等一分鐘再試，不會遺失任何內容。',
  'refusal.unexpected': '如果再次出現，請告訴負責運行本站的人。',
  'refusal.busy': '請半分鐘後再試，不會遺失任何內容。',
  'error.no-room': '本站的磁碟已滿或無法寫入',
  'error.database-away': '資料庫沒有回應',
  'refusal.no-room': '沒有任何改動，已確認的內容不會遺失。請返回，幾分鐘後再試；負責運行本站的人也能看到這個情況。',
  'refusal.database-away': '已確認的內容不會遺失。請一分鐘後再試；如果一直如此，請告訴負責運行本站的人。',
};
