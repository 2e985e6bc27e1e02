import type { pulseLock as english } from '#app/text/en/plans/pulse-lock.ts';

export const pulseLock: Record<keyof typeof english, string> = {
  'lock.title': '下一次脈動調查正在等待答覆',
  'lock.lead': '沒有答覆，就不再提問。有 {n, plural, other {# 項}}答覆已過期限：請制定計畫、不採納並說明理由，或轉交上一層。',
  'lock.due': '期限為{day}',
  'lock.about': '{dimension}，{department}',
  'lock.more': '{n, plural, other {還有 # 項}}',
  'lock.team': '全公司的下一次脈動調查正在等待{department}。以下每一項都請制定計畫、不採納並說明理由，或轉交上一層：',
  'lock.override': '仍然提問',
  'lock.override.lead': '如有充分理由，可以在答覆之前再次提問。理由會連同您的姓名列入隱私頁面上的紀錄，人人可讀。',
  'lock.override.reason': '為什麼在沒有答覆的情況下再次提問',
  'error.answers-missing': '有 {n, plural, other {# 項}}答覆已逾期：請先答覆，或說明為什麼仍要提問',
  'privacy.log.pulse-lock': '在{from}尚未答覆時封存了一次脈動調查。給出的理由：「{to}」',
};
