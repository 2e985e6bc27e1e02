import type { pulseLock as english } from '#app/text/en/plans/pulse-lock.ts';

export const pulseLock: Record<keyof typeof english, string> = {
  'lock.title': '下一次脉搏调查正在等待答复',
  'lock.lead': '没有答复，就不再提问。有 {n, plural, other {# 项}}答复已过期限：请制定计划、不采纳并说明理由，或转交上一级。',
  'lock.due': '期限为{day}',
  'lock.about': '{dimension}，{department}',
  'lock.more': '{n, plural, other {还有 # 项}}',
  'lock.team': '全公司的下一次脉搏调查正在等待{department}。以下每一项都请制定计划、不采纳并说明理由，或转交上一级：',
  'lock.override': '仍然提问',
  'lock.override.lead': '如有充分理由，可以在答复之前再次提问。理由会连同您的姓名列入隐私页面上的记录，人人可读。',
  'lock.override.reason': '为什么在没有答复的情况下再次提问',
  'error.answers-missing': '有 {n, plural, other {# 项}}答复已逾期：请先答复，或说明为什么仍要提问',
  'privacy.log.pulse-lock': '在{from}尚未答复时封存了一次脉搏调查。给出的理由：“{to}”',
};
