// What made-up people write, by dimension and language; `open` answers the question what would improve work most.
import type { Language } from '#app/domain/kernel/language.ts';

type Comments = Readonly<Record<string, { readonly en: readonly string[] } & { readonly [Other in Language]?: readonly string[] }>>;

export const comments: Comments = {
  pay: {
    en: ['Starting salaries have overtaken those of people who stayed.', 'I would like to know how the bonus is worked out.', 'Pay is fine, but nobody explains the bands.', 'Overtime is paid two months late.'],
    'zh-Hans': ['加班费经常晚一个月才发。', '同样的岗位，新来的比老员工高。', '希望能公开奖金的计算方法。', '夜班补贴三年没有调整了。'],
    'zh-Hant': ['調薪標準不夠清楚。', '業績獎金的算法希望能說明。', '薪水跟同業比起來偏低。'],
  },
  benefits: {
    en: ['The health plan no longer covers physiotherapy.', 'I only found out about the study budget by accident.', 'Let us carry leave over into spring.'],
    'zh-Hans': ['食堂晚上只剩两个菜，夜班吃不好。', '宿舍热水十点以后就没有了。', '年假总是排不上。', '希望体检可以带家属。'],
    'zh-Hant': ['特休常常請不到。', '交通津貼只補助捷運，開車的同事沒有。', '希望增加托育補助。'],
  },
  workload: {
    en: ['Two people left and their work was simply shared out.', 'Every week starts with three urgent requests that were known before.', 'Too many meetings to get anything done before four.'],
    'zh-Hans': ['月底连上十二天班，没有休息。', '人手不够，一个人看两条线。', '临时插单太多，计划天天变。', '夜班连续排三周，身体吃不消。'],
    'zh-Hant': ['客訴量增加一倍，人力沒有增加。', '下班後還要回訊息。', '月底報表集中在同一週，天天加班。'],
  },
  communication: {
    en: ['We fill this in and then hear nothing.', 'Tell us what you decided not to do, too.', 'The monthly note after the last survey was good. Keep it.'],
    'zh-Hans': ['提了意见以后没有人回复。', '上次说要改的排班，真的改了，很好。', '改班次应该提前三天通知。'],
    'zh-Hant': ['政策改了我們最後才知道。', '希望主管能說明決定的原因。'],
  },
  outcome: {
    en: ['Good people, too much chasing.', 'I like the product and my team; I am tired of the tools.'],
    'zh-Hans': ['同事都很好，就是太累。', '总体不错，希望越来越好。'],
    'zh-Hant': ['團隊氣氛很好。', '整體還可以，希望制度更透明。'],
  },
  open: {
    en: ['Fewer meetings, and an agenda for those that stay.', 'One list of priorities instead of four.', 'Replace the build machines.', 'Say thank you more often.', 'Let teams agree their deadlines before they are promised to customers.', 'A quiet room.', 'Answer the questions from the last town hall.', 'Clear rules for working from home.', 'Hire for the two open posts.', 'Publish the pay bands.'],
    'zh-Hans': ['提前一周公布排班表。', '夜班食堂多加几个热菜。', '多招几个熟练工。', '设备坏了能当天修。', '少开会，多解决问题。', '加班费按时发。', '把更衣室的空调修好。', '让班组长也听听我们的意见。', '新员工培训时间长一点。', '奖金怎么算，贴出来。'],
    'zh-Hant': ['客服系統太慢，請更新。', '開會前先給議程。', '調薪標準公開。', '讓我們自己安排特休。', '減少重複的報表。', '多一點教育訓練。', '跨部門的需求先排優先順序。', '下班後不要傳工作訊息。'],
  },
};
