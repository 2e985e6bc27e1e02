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
