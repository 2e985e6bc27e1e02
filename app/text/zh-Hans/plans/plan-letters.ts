import type { planLetters as english } from '#app/text/en/plans/plan-letters.ts';

export const planLetters: Record<keyof typeof english, string> = {
  'plan-letter.step.subject': '您在“{title}”中有一项任务',
  'plan-letter.step.text': '{name}，您好：\n\n计划“{title}”已经确定，其中由您负责的是：\n\n{steps}\n\n完成后点一下即可：\n{link}',
  'plan-letter.line.step': '— {about}，{day}前',
  'plan-letter.digest.subject': '您的计划中有 {n} 件事',
  'plan-letter.digest.text': '{name}，您好：\n\n{lines}\n\nMurmur 每天最多写一封邮件，而且只在有事到期时才写。',
  'plan-letter.line': '— {line}\n  {link}',
  'plan-letter.line.due-in-a-week': '一周后到期（{day}）：{about}',
  'plan-letter.line.due-tomorrow': '下一个工作日到期（{day}）：{about}',
  'plan-letter.line.late': '{day}已到期：{about}',
  'plan-letter.line.late-for-owner': '您的计划中有一个步骤自{day}起逾期：{about}',
  'plan-letter.line.late-for-hr': '自{day}起逾期，没有进展：{about}',
  'plan-letter.line.update-due': '自{day}起没有更新：{about}。写一句话就够。',
  'plan-letter.line.stale': '自{day}起没有消息：{about}',
  'plan-letter.line.blocker': '{day}起受阻：{about}',
  'plan-letter.line.answer-overdue': '短板尚未答复，期限{day}：{about}',
  'plan-letter.line.promise-due': '承诺的日期是{day}：{about}。在此之前可以说明原因并重新约定日期。',
  'plan-letter.line.promise-late': '承诺的日期{day}已过，既未兑现也未放弃：{about}',
  'plan-letter.line.answer-due': '请在{day}前答复：{about}。可以是一项计划、不做的理由，或转交上一级。',
};
