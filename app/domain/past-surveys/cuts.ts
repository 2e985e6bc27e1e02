// Background columns of past answers that somebody wants tables by. A column that names people, or nearly so, is no background.

/** More values than this are no bands. */
export const mostValues = 30;

export interface CutColumn {
  readonly read: (text: string) => void;
  readonly finish: () => { readonly labels: readonly string[]; readonly values: Int16Array };
  /** Distinct values, blank apart; counting stops one above the most. */
  readonly distinct: () => number;
}

/** A blank answer is −1, like «prefer not to say». */
export function cutColumn(): CutColumn {
  const numbers = new Map<string, number>();
  const values: number[] = [];
  return {
    read: (text) => {
      if (numbers.size > mostValues) return;
      let number = text === '' ? -1 : numbers.get(text);
      if (number === undefined) numbers.set(text, (number = numbers.size));
      values.push(number);
    },
    finish: () => {
      const labels = [...numbers.keys()].sort(compareLabels);
      const place = new Map(labels.map((label, at) => [numbers.get(label)!, at]));
      return { labels, values: Int16Array.from(values, (number) => place.get(number) ?? -1) };
    },
    distinct: () => numbers.size,
  };
}

/** Bands come in the order of their first number («<1», «1-2», «10+»), others by their letters. */
function compareLabels(one: string, other: string): number {
  return startOf(one) - startOf(other) || (one < other ? -1 : one > other ? 1 : 0);
}

function startOf(label: string): number {
  const number = /\d+(\.\d+)?/.exec(label);
  if (!number) return Number.MAX_SAFE_INTEGER;
  return Number(number[0]) - (/^\s*(<|under|less|unter|below|少于|不到|未满|未滿)/i.test(label) ? 0.5 : 0);
}

/** Why a column may not be a cut; null when nothing speaks against it. */
export function whyNotACut(name: string, labels: readonly string[]): { readonly code: 'cut-personal' | 'cut-too-many-values'; readonly looks: string } | null {
  if (labels.length > mostValues) return { code: 'cut-too-many-values', looks: '' };
  const looks = personalLooks(name, labels);
  return looks ? { code: 'cut-personal', looks } : null;
}

export type PersonalLooks = 'names' | 'addresses' | 'e-mails';

/** What about people a column seems to hold, judged by its name and by its distinct values. */
export function personalLooks(name: string, labels: readonly string[]): PersonalLooks | null {
  const most = (pattern: (label: string) => boolean) => labels.filter(pattern).length >= Math.max(2, 0.8 * labels.length);
  if (labels.some((label) => /[^\s@]+@[^\s@]+\.[^\s@]+/.test(label)) || /e-?mail|邮箱|郵箱|電子郵件/i.test(name)) return 'e-mails';
  if (most(isAddress) || /address|anschrift|地址|住址/i.test(name)) return 'addresses';
  if (most(isPersonName) || /^(full|first|last|sur|given|family|employee|manager)?[ _-]?names?$|姓名/i.test(name.trim())) return 'names';
  return null;
}

function isAddress(label: string): boolean {
  return /\b\d+\s+\p{Lu}[\p{L}.]+(\s\p{L}+)*\s(street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd)\b|(straße|strasse|str\.|weg|platz)\s*\d+|[路街巷弄]\s*\d+\s*号?號?/iu.test(label);
}

// Words that stand in titles and places, so that «Senior Manager» and «New York» are not taken for people.
const roleOrPlace =
  /\b(senior|junior|chief|head|lead|team|manager|management|director|officer|staff|executive|engineer|assistant|specialist|worker|trainee|intern|partner|associate|service|services|office|branch|plant|site|campus|north|south|east|west|central|new|san|los|las|hong|kong|city|upper|lower|full|part|time|day|night|shift|fixed|term|permanent|temporary|remote|home|field|grade|level|band|years?|months?|prefer|other|not)\b/i;
const surnames = new Set([...'王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸汪范廖石贾賈韦韋付方邹鄒熊白孟秦邱侯江尹薛闫雷龙龍史陶贺賀顾顧毛郝龚邵万萬覃武钱錢戴莫孔汤湯']);

function isPersonName(label: string): boolean {
  if (/^\p{Script=Han}{2,4}$/u.test(label)) return surnames.has(label[0]!);
  if (roleOrPlace.test(label) || /\d/.test(label)) return false;
  return personName.test(label) || lastNameFirst.test(label);
}

const personName = /^((Mr|Mrs|Ms|Dr)\.?\s)?\p{Lu}[\p{L}'’.-]*(\s\p{Lu}[\p{L}'’.-]*){1,2}$/u;
const lastNameFirst = /^\p{Lu}[\p{L}'’-]+,\s*\p{Lu}[\p{L}'’. -]*$/u;
