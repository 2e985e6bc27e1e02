import type { ownBackgrounds as english } from '#app/text/en/surveys/own-backgrounds.ts';

export const ownBackgrounds: Record<keyof typeof english, string> = {
  'own-question.kind.background': '背景題（用於表格）',
  'own-question.hint.background': '問工作，不問個人：上什麼班、哪類合約。回答只出現在調查為它選定的表格裡，並且總可以選「不願回答」。',
  'own-question.label': '簡稱，{language}',
  'own-question.label.hint': '用於表格和清單，例如「班別」。',
  'own-question.answers.background': '每行一個，{least} 到 {most} 個；相近的排在一起，因為小群體會與相鄰的合併計算。下面總會另有「不願回答」。',
  'own-question.background.counted': '調查一旦選定依它劃分的表格，就會問所有人，並佔用最多三道背景題中的一道。表格只顯示多少人作答和滿意的比例；太小的群體合併計算，兩種背景絕不組合。',
  'own-question.describes.label': '關於作答者',
  'own-question.describes': '答案會說明作答者的情況',
  'own-question.describes.hint': '例如在哪個餐廳用餐。這樣它就算作一次調查最多三道背景題中的一道：每多一道，掌握進行中調查金鑰的人就多一條認出某個人答案的線索。',
  'own-question.describes.mark': '算作一道背景題',
  'gates.controllable.background': '可改進：某一群體的回答不如其他群體時，能做些什麼？',
  'gates.comparable.background': '可比較：每個群體在表格裡與其他所有群體並列。',
  'error.own-backgrounds': '已有 {most} 道自擬背景題，而一次調查最多問三道：請先把其中一道設為「不再使用」',
  'error.background-without-table': '有一道背景題已沒有表格：請開啟「修改」，重新選擇表格',
  'singled.title': '關於作答者的答案可能讓人被認出',
  'singled.lead': '沒有表格會把這些題組合起來，所以公開的內容不會透露。但掌握進行中調查金鑰的人，能在每個群體裡看到哪些答案出自同一個人。',
  'singled.figures': '答法的組合數：{combined}。假設大家平均分布，{of} 個群體中有 {concerned} 個會有人是唯一選這種組合的：最小的群體 {people} 人中約 {alone} 人，全部 {everybody} 人中約 {all} 人。',
  'singled.help': '可以這樣做：少問幾題，或減少可選的答案。組合數不超過 {most} 時，最小的群體裡不會有人落單。',
  'singled.without': '去掉「{question}」：{people} 人中約 {left} 人',
  'singled.none': '關於作答者的題，答法的組合數為 {combined}。每個群體都夠大：假設大家平均分布，不會有人是唯一選某種組合的。',
};
