export const heard = {
  'plan.chosen': '大家会选什么',
  'plan.chosen.lead': '{n, plural, other {向 # 人问了“做什么最有帮助？”}}，每人最多选两项；调查于{day}截止。',
  'plan.chosen.option': '{measure}：{people}',
  'plan.chosen.few': '不到 {k} 人',
  'plan.chosen.followed': '最多人选的两项措施，本计划做了其中至少一项。',
  'plan.chosen.not-followed': '最多人选的两项措施，本计划都没有做。',
  'plan.noticed': '作答的 {n} 人中，有 {better} 人感觉到好转。',
  'plan.noticed.others': '没有变化：{same} 人。变差：{worse} 人。这是大家在{day}截止的调查中的感受，与分数分开衡量。',
  'plan.noticed.title': '您感觉到变化了吗？',
};
