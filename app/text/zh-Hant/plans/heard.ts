export const heard = {
  'plan.chosen': '大家會選什麼',
  'plan.chosen.lead': '{n, plural, other {詢問了 # 人「做什麼最有幫助？」}}，每人最多選兩項；調查於{day}截止。',
  'plan.chosen.option': '{measure}：{people}',
  'plan.chosen.few': '不到 {k} 人',
  'plan.chosen.followed': '最多人選的兩項措施，這份計畫做了其中至少一項。',
  'plan.chosen.not-followed': '最多人選的兩項措施，這份計畫都沒有做。',
  'plan.noticed': '作答的 {n} 人中，有 {better} 人感覺到好轉。',
  'plan.noticed.others': '沒有變化：{same} 人。變差：{worse} 人。這是大家在{day}截止的調查中的感受，與分數分開衡量。',
  'plan.noticed.title': '您感覺到變化了嗎？',
};
