// What made-up people write, by question or dimension, and language; `open` answers the question what would improve work most. Each is written
// once in a survey, and under nothing but what it speaks of: where there is none, nobody writes.
import type { Language } from '#app/domain/kernel/language.ts';

type Comments = Readonly<Record<string, { readonly [Other in Language]?: readonly string[] }>>;

export const comments: Comments = {
  pay: {
    en: [
      'Starting salaries have overtaken those of people who stayed.', 'I would like to know how the bonus is worked out.', 'Pay is fine, but nobody explains the bands.', 'Overtime is paid two months late.',
      'My band has not moved in three years.', 'Two people in the same job are a band apart.', 'The commission table changed in the middle of the year.', 'On-call weekends are not paid.',
    ],
    'zh-Hans': ['加班费经常晚一个月才发。', '同样的岗位，新来的比老员工高。', '希望能公开奖金的计算方法。', '夜班补贴三年没有调整了。', '工龄工资取消以后没有说明。', '计件单价下调没有提前通知。', '年终奖和产量看不出关系。', '技能等级升了，工资没动。'],
    'zh-Hant': ['調薪標準不夠清楚。', '業績獎金的算法希望能說明。', '薪水跟同業比起來偏低。', '年資加給三年沒有變過。', '職務變多了，薪水沒有調整。'],
  },
  benefits: {
    en: [
      'The health plan no longer covers physiotherapy.', 'I only found out about the study budget by accident.', 'Let us carry leave over into spring.', 'Parents of small children get nothing out of the gym.',
      'The pension leaflet is from 2019.', 'Leave in summer goes to whoever asks first.', 'The bicycle scheme closed before I heard of it.',
    ],
    'zh-Hans': ['食堂晚上只剩两个菜，夜班吃不好。', '宿舍热水十点以后就没有了。', '年假总是排不上。', '希望体检可以带家属。', '班车末班太早，下了夜班只能打车。', '宿舍六个人一间，休息不好。', '节日礼品每年都一样。'],
    'zh-Hant': ['特休常常請不到。', '交通津貼只補助捷運，開車的同事沒有。', '希望增加托育補助。', '健檢項目十年沒有更新。', '員工旅遊的日期總在月底。'],
  },
  'WKL-01': {
    en: ['Two people left and their work was simply shared out.', 'Every week starts with three urgent requests that were known before.', 'Deadlines are promised to customers before anybody asks us.', 'Nothing is ever taken off the list.', 'Support tickets eat the days planned for projects.', 'Holidays mean the same work in fewer weeks.', 'Too many meetings to get anything done before four.', 'Four projects, and each of them comes first.'],
    'zh-Hans': ['人手不够，一个人看两条线。', '临时插单太多，计划天天变。', '换线没有留出准备时间。', '请假以后没有人顶岗，回来要补。', '旺季和淡季用工差太多。', '新人还没上手就算一个整人。'],
    'zh-Hant': ['客訴量增加一倍，人力沒有增加。', '月底報表集中在同一週。', '臨時交辦的事太多，原本的工作做不完。', '離職的人一直沒有補。'],
  },
  'WKL-02': {
    en: ['I have not taken a whole lunch break since spring.', 'Releases always land on Friday evenings.', 'Calls with the factory are at seven in the morning.', 'Nobody says stay late; everybody does.'],
    'zh-Hans': ['月底连上十二天班，没有休息。', '夜班连续排三周，身体吃不消。', '交接班经常拖半小时。', '周六加班当天早上才通知。'],
    'zh-Hant': ['下班後還要回訊息。', '月底天天加班。', '午休時間常常被會議占用。'],
  },
  communication: {
    en: ['We fill this in and then hear nothing.', 'Tell us what you decided not to do, too.', 'The monthly note after the last survey was good. Keep it.', 'The list from the last town hall was never worked through.', 'Our suggestions come back as slides.', 'Small things are done quickly, the large ones never.'],
    'zh-Hans': ['提了意见以后没有人回复。', '上次说要改的排班，真的改了，很好。', '说了三次的事情还是老样子。', '意见箱没有人开。', '改了什么，没有人告诉我们。', '小事改得快，大事没下文。'],
    'zh-Hant': ['填完問卷就沒有下文。', '希望說明為什麼不採納。', '上次提的系統問題還在。', '改善進度可以公布在布告欄。'],
  },
  growth: {
    en: ['Courses are approved and then cancelled for deadlines.', 'There is a budget, and no time to use it.', 'All courses are in Bristol.', 'I learn from colleagues, never in a course.'],
    'zh-Hans': ['培训都排在下班以后。', '想学数控，一直没有名额。', '培训内容年年一样。', '学了新设备，没有机会上手。'],
    'zh-Hant': ['教育訓練跟工作內容關係不大。', '希望有輪調學習的機會。', '線上課程沒有時間看。'],
  },
  tools: {
    en: ['Three systems want the same customer number.', 'It takes a week to get a licence.', 'The search in our files finds nothing.', 'Builds take forty minutes and fail at the end.'],
    'zh-Hans': ['系统一到月底就卡。', '报工要在两个系统各填一次。', '扫码以后要等十几秒。', '仓库系统和实物对不上。'],
    'zh-Hant': ['客服系統查一筆資料要兩分鐘。', '報價單要在兩個系統各輸入一次。', '系統常在尖峰時段當機。'],
  },
  outcome: {
    en: ['Good people, too much chasing.', 'I like the product and my team; I am tired of the tools.', 'I would come back, but not to this pace.', 'Better than last year.'],
    'zh-Hans': ['同事都很好，就是太累。', '总体不错，希望越来越好。', '比去年好一些。', '在这里做得踏实，但看不到以后。'],
    'zh-Hant': ['團隊氣氛很好。', '整體還可以，希望制度更透明。', '工作有意義，只是太忙。'],
  },
  open: {
    en: [
      'Fewer meetings, and an agenda for those that stay.', 'One list of priorities instead of four.', 'Replace the build machines.', 'Say thank you more often.', 'Let teams agree their deadlines before they are promised to customers.', 'A quiet room.', 'Answer the questions from the last town hall.', 'Clear rules for working from home.', 'Hire for the two open posts.', 'Publish the pay bands.',
      'A buddy for everybody who starts.', 'Heating that works on Mondays.', 'Fix the parking.', 'One day a month without meetings.', 'Tell us earlier what next quarter is about.', 'Let us choose our screens.', 'Leave that can be booked in hours.', 'Shorter forms for travel.', 'More say in who is on call.', 'Finish one project before the next begins.',
    ],
    'zh-Hans': [
      '提前一周公布排班表。', '夜班食堂多加几个热菜。', '多招几个熟练工。', '设备坏了能当天修。', '少开会，多解决问题。', '加班费按时发。', '把更衣室的空调修好。', '让班组长也听听我们的意见。', '新员工培训时间长一点。', '奖金怎么算，贴出来。',
      '车间加两台饮水机。', '工具放回原处，大家省时间。', '换线之前先通知。', '厕所离三号线太远。', '周末轮休固定下来。', '仓库的灯太暗。',
    ],
    'zh-Hant': ['客服系統太慢，請更新。', '開會前先給議程。', '調薪標準公開。', '讓我們自己安排特休。', '減少重複的報表。', '多一點教育訓練。', '跨部門的需求先排優先順序。', '下班後不要傳工作訊息。', '會議室增加一間。', '冷氣溫度統一調高一點。', '新人報到第一天就有帳號。'],
  },
};
