// What Lantern answers where it makes no plan: each weak point gets its reason before people are asked again.
import type { Language } from '#app/domain/kernel/language.ts';
import { companyName, teams } from './company.ts';

interface Refused {
  readonly reason: string;
  readonly wouldChange: string;
}

type Refusals = Readonly<Record<string, Refused>> & { readonly other: Refused };

/** In the languages that Lantern speaks. */
const refusals: { readonly en: Refusals } & { readonly [Spoken in Language]?: Refusals } = {
  en: {
    pay: { reason: 'The pay budget of this year is fixed.', wouldChange: 'The budget round in January. What comes of it is told in February.' },
    workload: { reason: 'The departments with the heaviest load come first; more plans at a time would be kept by nobody.', wouldChange: 'If the next pulse shows no less strain here, this department is next.' },
    communication: { reason: 'The plan of the whole company on answers in writing holds here too.', wouldChange: 'If fewer than nine of ten questions are answered within two weeks.' },
    other: { reason: 'What was begun is finished first; a third plan would be kept by nobody.', wouldChange: 'What still falls short in the next pulse gets its plan.' },
  },
  'zh-Hans': {
    pay: { reason: '今年的工资总额已经确定。', wouldChange: '一月重新讨论预算，结果二月公布。' },
    workload: { reason: '先解决负荷最重的部门；计划太多，一个也做不好。', wouldChange: '如果下一次调查仍不见减轻，就轮到本部门。' },
    communication: { reason: '全公司“书面答复”的计划同样适用于本部门。', wouldChange: '如果两周内得到答复的问题不到九成，就另订计划。' },
    other: { reason: '先把已经开始的事做完，再多一个计划谁也顾不过来。', wouldChange: '下一次调查仍然不足的，就制定计划。' },
  },
  'zh-Hant': {
    pay: { reason: '今年的薪資預算已經確定。', wouldChange: '一月重新討論預算，結果二月公布。' },
    workload: { reason: '先處理負荷最重的部門；計畫太多，一個也做不好。', wouldChange: '如果下一次調查仍不見減輕，就輪到本部門。' },
    communication: { reason: '全公司「書面答覆」的計畫同樣適用於本部門。', wouldChange: '如果兩週內得到答覆的問題不到九成，就另訂計畫。' },
    other: { reason: '先把已經開始的事做完，再多一個計畫誰也顧不過來。', wouldChange: '下一次調查仍然不足的，就制定計畫。' },
  },
};

/** In the language of most of the department's people. */
export function refusalFor(department: string, dimension: string): Refused {
  const spoken = department === companyName ? undefined : teams.find(({ path }) => path.includes(department));
  const said = refusals[spoken?.language ?? 'en'] ?? refusals.en;
  return said[dimension] ?? said.other;
}
