// What people write about at work, and the words by which it is known, in English, 简体 and 繁體. Maintained by hand: a word stands where
// it nearly always means this theme, so that a theme is missed rather than made up. English words in all their usual forms.
import type { Localized } from '../../kernel/language.ts';

export interface Theme {
  readonly id: string;
  readonly label: Localized;
  /** Lower case; two words where only both together mean it. */
  readonly words: readonly string[];
}

const theme = (id: string, [en, hans, hant]: readonly [string, string, string], words: string): Theme => ({ id, label: { en, 'zh-Hans': hans, 'zh-Hant': hant }, words: words.trim().split(/\s*,\s*/) });

export const themes: readonly Theme[] = [
  theme('pay', ['Pay', '薪酬', '薪酬'], 'pay, paid, salary, salaries, wage, wages, pay bands, raise, raises, 工资, 薪水, 薪资, 薪酬, 待遇, 底薪, 加薪, 涨薪, 涨工资, 工資, 薪資, 加薪, 調薪, 漲薪, 底薪'),
  theme('bonus', ['Bonus', '奖金', '獎金'], 'bonus, bonuses, commission, commissions, premium, 奖金, 绩效, 提成, 年终奖, 分红, 獎金, 績效, 年終, 年終獎金, 分紅'),
  theme('overtime', ['Overtime', '加班', '加班'], 'overtime, 加班, 加班费, 加班費, 调休, 補休, 补休, 連上, 连上'),
  theme('shifts', ['Shifts and rota', '排班', '排班'], 'shift, shifts, rota, rotas, roster, rosters, schedule, schedules, scheduling, night shift, 排班, 排班表, 夜班, 白班, 早班, 晚班, 倒班, 轮班, 班次, 輪班, 大夜, 小夜'),
  theme('workload', ['Workload', '工作量', '工作量'], 'workload, overload, overloaded, overworked, urgent, deadline, deadlines, stress, stressed, exhausted, burnout, too much work, 工作量, 太累, 忙不过来, 赶工, 压力, 插单, 忙不過來, 趕工, 壓力, 超時'),
  theme('staffing', ['Enough people', '人手', '人手'], 'staffing, understaffed, hire, hires, hiring, vacancy, vacancies, open posts, short of people, 人手, 人手不足, 缺人, 招人, 招聘, 多招, 人力, 人力不足, 缺人手, 徵人'),
  theme('meetings', ['Meetings', '会议', '會議'], 'meeting, meetings, agenda, agendas, 会议, 开会, 例会, 會議, 開會, 例會'),
  theme('tools', ['Tools and systems', '设备与系统', '設備與系統'], 'tool, tools, software, licence, licences, screen, screens, laptop, laptops, computer, computers, machine, machines, printer, printers, system, systems, equipment, 设备, 工具, 系统, 电脑, 机器, 软件, 打印机, 設備, 系統, 電腦, 機器, 軟體, 印表機'),
  theme('room', ['Workplace', '工作环境', '工作環境'], 'open-plan, desk, desks, noise, noisy, quiet, heating, light, lighting, air conditioning, quiet room, toilet, toilets, changing room, parking, 办公室, 空调, 更衣室, 噪音, 厕所, 照明, 停车, 辦公室, 空調, 冷氣, 廁所, 停車'),
  theme('food', ['Canteen', '食堂', '餐飲'], 'canteen, cafeteria, food, lunch, coffee, 食堂, 饭菜, 热菜, 伙食, 午餐, 餐厅, 員工餐廳, 餐廳, 飯菜, 熱菜, 便當'),
  theme('housing', ['Housing and travel', '住宿与通勤', '住宿與通勤'], 'dormitory, dorm, housing, commute, commuting, shuttle, 宿舍, 热水, 班车, 通勤, 热水器, 交通, 交通津貼, 熱水, 接駁車'),
  theme('leave', ['Leave', '休假', '休假'], 'leave, holiday, holidays, vacation, days off, day off, 年假, 休假, 请假, 调休, 假期, 特休, 請假, 休息日'),
  theme('benefits', ['Benefits', '福利', '福利'], 'benefit, benefits, gym, health plan, insurance, pension, childcare, check-up, study budget, 福利, 保险, 社保, 公积金, 体检, 补贴, 津贴, 保險, 勞保, 健保, 體檢, 補助, 津貼, 托育'),
  theme('growth', ['Training and growth', '培训与发展', '培訓與發展'], 'training, trainings, course, courses, career, careers, promotion, promotions, promoted, mentor, learning, 培训, 晋升, 升职, 发展, 学习, 培訓, 教育訓練, 晉升, 升遷, 發展, 學習'),
  theme('leadership', ['Leadership', '管理', '管理'], 'manager, managers, management, boss, leadership, supervisor, supervisors, team lead, team leads, micromanagement, 领导, 主管, 经理, 班长, 组长, 班组长, 管理层, 上司, 老板, 經理, 班長, 組長, 管理層, 老闆, 長官'),
  theme('recognition', ['Recognition', '认可', '肯定'], 'thank, thanks, recognition, appreciation, appreciated, praise, respect, 感谢, 谢谢, 认可, 表扬, 尊重, 感謝, 謝謝, 肯定, 表揚'),
  theme('information', ['Information', '沟通', '溝通'], 'communication, information, informed, transparency, transparent, hear nothing, newsletter, town hall, 沟通, 通知, 透明, 公开, 反馈, 溝通, 公開, 回饋, 告知'),
  theme('cooperation', ['Working together', '协作', '協作'], 'team, teams, colleague, colleagues, teamwork, cooperation, collaboration, 同事, 团队, 协作, 配合, 跨部门, 團隊, 協作, 跨部門'),
  theme('priorities', ['Priorities and planning', '优先顺序与计划', '優先順序與計畫'], 'priority, priorities, planning, project, projects, goals, strategy, 计划, 优先, 目标, 計畫, 優先, 優先順序, 目標'),
  theme('fairness', ['Fairness', '公平', '公平'], 'fair, fairly, unfair, unfairly, fairness, favouritism, favoritism, discrimination, discriminated, bullying, 公平, 不公平, 偏心, 歧视, 同工同酬, 歧視, 霸凌'),
  theme('home', ['Working from home', '居家办公', '居家辦公'], 'home office, working from home, work from home, remote, remotely, hybrid, 居家办公, 远程, 在家办公, 居家辦公, 遠端, 在家上班'),
  theme('time', ['Hours and balance', '工时与生活', '工時與生活'], 'hours, working hours, balance, flexible, flexibility, evenings, weekend, weekends, after work, 工时, 下班, 下班后, 周末, 弹性, 工時, 下班後, 週末, 彈性'),
  theme('safety', ['Safety and health', '安全与健康', '安全與健康'], 'safety, unsafe, accident, accidents, injury, dangerous, health, 安全, 事故, 受伤, 危险, 健康, 受傷, 危險, 職災'),
];

/** Words that say nothing by themselves. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at be because been before being but by can cannot could did do does doing don't down each even every few for from
  get gets give go had has have having he her here him his how i if in into is isn't it it's its just keep less let like made make many me more most much must my need needs never
  new no nobody not nothing now of off on once one only or other our out over own people please put same say see she should since so some still such take than that the their
  them then there these they thing things this those though three through time to too two up us use very want was we were what when where which while who why will with work would year years you your
  的 了 是 在 我 我们 你 你们 他 他们 有 和 就 不 人 都 一 一个 上 也 很 到 说 要 去 会 着 没有 没 看 好 自己 这 那 这个 那个 太 能 可以 希望 请 多 少 点 还 让 把 被 给 对 与 或 及 而 但 但是 因为 所以 如果 再 最 更 每 每天 什么 怎么 为什么 吗 呢 吧 啊 已经 现在 时候 时间 应该 需要 公司 工作 大家
  我們 你們 他們 個 一個 說 會 著 沒有 沒 這 這個 那個 請 點 還 讓 給 對 與 為什麼 什麼 怎麼 嗎 現在 時候 時間 應該 已經 因為 如果`.split(/\s+/),
);

/** Signs that are written in one of the two ways only, in the same order: by them the script of a Chinese text is known. */
export const simplifiedSigns = '们这会说时为国对没过还后样请吗么应种实经让给东几问间见开关听车长门当现动从应话认识买卖写读费资奖业务压离体单饭热调养劳谢难题术训师级边线设备织网络机办员满观组绩价钱达运远连轮临严丰临乐习书产亲仅众优传伤';
export const traditionalSigns = '們這會說時為國對沒過還後樣請嗎麼應種實經讓給東幾問間見開關聽車長門當現動從應話認識買賣寫讀費資獎業務壓離體單飯熱調養勞謝難題術訓師級邊線設備織網絡機辦員滿觀組績價錢達運遠連輪臨嚴豐臨樂習書產親僅眾優傳傷';
