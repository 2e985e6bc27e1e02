import type { planLetters as english } from '#app/text/en/plans/plan-letters.ts';

export const planLetters: Record<keyof typeof english, string> = {
  'plan-letter.step.subject': '您在「{title}」中有一項任務',
  'plan-letter.step.text': '{name}，您好：\n\n計畫「{title}」已經確定，其中由您負責的是：\n\n{steps}\n\n完成後點一下即可：\n{link}',
  'plan-letter.line.step': '— {about}，{day}前',
  'plan-letter.digest.subject': '您的計畫中有 {n} 件事',
  'plan-letter.digest.text': '{name}，您好：\n\n{lines}\n\nMurmur 每天最多寫一封郵件，而且只在有事到期時才寫。',
  'plan-letter.line': '— {line}\n  {link}',
  'plan-letter.line.due-in-a-week': '一週後到期（{day}）：{about}',
  'plan-letter.line.due-tomorrow': '下一個工作日到期（{day}）：{about}',
  'plan-letter.line.late': '{day}已到期：{about}',
  'plan-letter.line.late-for-owner': '您的計畫中有一個步驟自{day}起逾期：{about}',
  'plan-letter.line.late-for-hr': '自{day}起逾期，沒有進展：{about}',
  'plan-letter.line.update-due': '自{day}起沒有更新：{about}。寫一句話就夠。',
  'plan-letter.line.stale': '自{day}起沒有消息：{about}',
  'plan-letter.line.blocker': '{day}起受阻：{about}',
  'plan-letter.line.answer-overdue': '弱項尚未答覆，期限{day}：{about}',
  'plan-letter.line.promise-due': '承諾的日期是{day}：{about}。在此之前可以說明原因並重新約定日期。',
  'plan-letter.line.promise-late': '承諾的日期{day}已過，既未兌現也未放棄：{about}',
  'plan-letter.line.answer-due': '請在{day}前回覆：{about}。可以是一項計畫、不做的理由，或轉交上一層。',
};
