import type { tongues as english } from '#app/text/en/surveys/tongues.ts';

export const tongues: Record<keyof typeof english, string> = {
  'tongues.title': '語言',
  'tongues.lead': '用哪些語言詢問員工、寫信給員工。人力資源和主管的頁面使用 English、简体中文和繁體中文。',
  'tongues.own': '公司的語言',
  'tongues.own.hint': '在初次設定時選定，全部內容都有。',
  'tongues.more': '員工可用的其他語言',
  'tongues.unreviewed': '未經審校',
  'tongues.unreviewed.hint': '未經審校：還沒有懂這種語言的人通讀過。封存前請讓人看一遍預覽。每增加一種語言，新調查都需要用它寫標題和目的。',
  'tongues.part': '{of} 句中已翻譯 {said} 句，其餘顯示英文',
  'tongues.whole': '{of} 句全部已翻譯',
  'tongues.save': '儲存選擇',
  'tongues.saved': '已儲存，適用於此後撰寫的調查。',
  'tongues.gone': '{languages} 的檔案已不存在，新調查不再使用。',
  'tongues.files': '用檔案新增語言',
  'tongues.files.text': '其他語言以翻譯軟體使用的 PO 檔案新增，以語言代碼命名，例如 it.po。由維運 Murmur 的人放進資料目錄下的 languages 資料夾；可用 npm run texts 產生待譯檔案。放好後立即出現在這裡。',
  'tongues.refused': '未採用 {file}',
  'tongues.lacking': '{n, plural, other {用{language}作答時，以下題目至少有一部分顯示英文：}}',
  'error.tongue-unknown': '這裡沒有語言「{language}」',
  'error.tongue-gone': '{language} 的檔案已不存在：請放回，或在不用該語言的情況下重新儲存草稿',
};
