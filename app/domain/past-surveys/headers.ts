// What the name of a column says about who is counted. A name only raises a question or answers one: nothing is counted by it.
export const plainHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[\s_./-]+/g, ' ')
    .trim();

const groups =
  /\b(department|dept|team|unit|org\w*|division|manager|supervisor|boss|head|leader|lead|site|location|office|region|country|company|branch|group|cost|question|item|statement|collector|campaign|project|import|ip|job|role|position|grade|wave|round|shift|band|zip|postal|post|postcode|area|product|language|lang|country|version|phone)\b|部门|部門|团队|團隊|主管|经理|經理|题|題|组织|組織|单位|單位|岗|崗|职|職|国|國|邮政|郵政/;
const people =
  /^(?:.* )?(?:id|ids|uid|pid|uuid|guid|token|hash)$|^resp\w*id$|^(?:(?:survey|response|respondent|participant|employee|emp|person|personal|people|user|member|staff|worker|subject|submission|record|case|panel|contact|recipient|student|personnel|entry|anonymous|unique|external|associate|colleague)\s?)+(?:no|nr|num|number|code|key|#)$|^(?:respondent|participant|employee|person|user|subject|submission|recipient)$|^(?:no|nr|number|code|key|#|row|who)$|\be ?mail\b|^(?:full |employee |staff )?name$|(?:teilnehmer|mitarbeiter|personal|antwort)\w* ?(?:id|nr|nummer|code)?$|^(?:id|员工|員工|受访者|受訪者|答卷|用户|用戶|填写人|填寫人|答题人|答題人)?(?:id|编号|編號|号|號|工号|工號|姓名|序号|序號)$|^(?:受访者|受訪者|填写人|填寫人|答题人|答題人|工号|工號)$|邮箱|郵箱|手机|手機/;
const certainlyPeople = /respondent|participant|employee|person|people|user|member|staff|worker|student|mail|teilnehmer|mitarbeiter|员工|員工|受访|受訪|工号|工號|填写人|填寫人|姓名/;

/** Whether a column is called as ids of people or of their answer sheets are. */
export const namesPeople = (header: string): boolean => people.test(header) && !groups.test(header);

/** Whether that name can mean nothing else: «employee id», where «id» may count the rows. */
export const namesOnlyPeople = (header: string): boolean => namesPeople(header) && certainlyPeople.test(header);

export const namesQuestions = (header: string): boolean =>
  /^(?:survey )?(?:q|item|question|statement|indicator|variable|measure|metric|prompt|frage)s?(?: ?(?:id|no|nr|number|code|text|title|name|label|key))?$|^(?:题目|題目|问题|問題|题号|題號|项目|項目|指标|指標)(?:编号|編號|名称|名稱)?$/.test(header);

export const namesAnswers = (header: string): boolean =>
  /^(?:(?:answer|response|score|rating|survey|numeric)s?)(?: ?(?:value|number|score|code|numeric))?$|^(?:value|rating|points?|wert|antwort)$|^(?:答案|得分|分数|分數|评分|評分|回答|分值)$/.test(header);

export const namesPeriods = (header: string): boolean =>
  /^(?:survey )?(?:wave|round|period|year|quarter|cycle|edition|iteration|welle|jahr|month)(?: ?(?:id|no|nr|number|name))?$|^(?:时期|時期|年份|年度|批次|期次|轮次|輪次|季度|波次|调查年份|調查年份)$/.test(header);

/** Years that are about a person and not about a survey. */
export const namesLifeDates = (header: string): boolean => /birth|born|age|join|hire|since|start of|entry|tenure|出生|入职|入職|生日/.test(header);

export const namesCounts = (header: string): boolean =>
  /^(?:n|count|counts|respondents|responses|headcount|sample(?: size)?|base|anzahl|num(?:ber)? of \w+|人数|人數|样本|樣本|样本量|樣本量)$|^%|%$|^(?:average|mean|avg|percent(?:age)?)(?: \w+)?$|^(?:平均分?|均值|百分比|占比)$/.test(header);

/** A cell that calls its row a sum or a mean of the others. */
export const isSummary = (text: string): boolean =>
  text.length <= 40 && /^(?:grand |sub ?)?(?:total|average|mean|avg|median|sum|overall|std dev|gesamt|mittelwert|durchschnitt|合计|合計|总计|總計|小计|小計|平均|平均分|平均值|均值|总体|總體)s?[\s:：]*(?:\(?n ?= ?\d+\)?)?$/u.test(text.normalize('NFKC').trim().toLowerCase());

const department =
  /^(?:departments?|dept|division|team|unit|org(?:anisation|anization)?(?: ?unit)?|business unit|abteilung|bereich|organisationseinheit|team name|department name|service|département|departement|departamento|área|部门|部門|所属部门|所屬部門|所在部门|所在部門|您?的?部门|部门名称|部門名稱|科室|团队|團隊|单位|單位)$/;
const departmentWord = /department|division|business unit|\bteam\b|abteilung|bereich|organisationseinheit|département|departamento|equipo|部门|部門|科室|事业部|事業部/;
const asking = /which|what|\byour (?:department|division|business unit|team)$|welche|in welche|quel|dans quel|qué|cuál|所在|所属|所屬|哪|您的(?:部门|部門)/;
/** Sentences about a department that ask for a judgement. */
const judging = /how |satisf|happy|zufrieden|agree|rate|满意|滿意|同意|评价|評價/;

/** Whether a column is called as departments are, or asks for one. */
export function namesDepartment(header: string): 'plainly' | 'asking' | null {
  if (department.test(header)) return 'plainly';
  return departmentWord.test(header) && asking.test(header) && !judging.test(header) ? 'asking' : null;
}

/** What people are and what they said belong together in one export. */
export const namesBackground = (header: string): boolean =>
  /^(?:\d+ ?[、.)] ?)?(?:age|age group|tenure|seniority|gender|sex|location|site|country|region|grade|job level|level|role|position|job|job title|contract|contract type|employment|education|shift|languages?|alter|altersgruppe|geschlecht|betriebszugehörigkeit|standort|年龄|年齡|性别|性別|工龄|工齡|司龄|司齡|学历|學歷|岗位|職位|职位|职级|職級|地区|地區|城市|入职年限)$|how (?:long|many (?:years|months))|(?:wie lange|seit wann)|多久|多长时间|多長時間|几年|幾年|what is your (?:age|gender|role|position)/.test(header);

/** What a tool writes beside the answers: days, devices, sums, numbers of rows. */
export const namesItself = (header: string): boolean =>
  /^(?:id|no|nr|row|row ?id|record ?id|response ?id|respondent ?id|collector ?id|last ?page|seed|progress|status|finished|(?:user |start )?language|startlanguage|recipient .*|location (?:latitude|longitude)|distribution channel|external (?:reference|data reference)|custom data \d*|ip ?address|timestamp|zeitstempel|horodateur|start ?time|completion ?time|email|name|total(?: score| points)?|sum|score total|points|quiz feedback|grade|序号|序號|编号|編號|答卷编号|答卷編號|(?:year|date|time|duration|submit ?date|start ?date|end ?date|date ?stamp|recorded ?date).*|年份|日期|来源|来源详情|来自ip|來源|總分|总分|得分合计|所用时间|所用時間|提交答卷时间|提交答卷時間)$/.test(header);

/** What people wrote in their own words. */
export const namesComments = (header: string): boolean =>
  /\b(?:comments?|remarks?|suggestions?|feedback|free ?text|open ?text|open ended|verbatims?|reasons?|why|explain|please specify|other text)\b|kommentar|anmerkung|bemerkung|freitext|vorschl[aä]g|warum|begründ|commentaire|remarque|suggestion|pourquoi|comentario|sugerencia|por qué|意见|意見|建议|建議|评论|評論|备注|備註|留言|为什么|為什麼|原因|填空|请说明|請說明/.test(header);
