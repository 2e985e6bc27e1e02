// How answers are written in the exports of other tools: numbers in any digits and with any decimal sign, numbers beside their words,
// percentages, and the many ways of saying that there is no answer.
/** Of signs alone the signs: «😀» and «😡» are two answers. */
export function foldedAnswer(text: string): string {
  const visible = text.normalize('NFKC').replace(/\p{Cf}+/gu, '').toLowerCase();
  return visible.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || visible.trim();
}

/** On one line, in ordinary digits, without what nobody sees. */
export const plainAnswer = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}+/gu, '').replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\s+/g, ' ').trim();

const number = /^([+-]?\d{1,9}(?:[.,]\d{1,6})?) ?(%?)$/;
/** «5 – Strongly agree», «5 = top»; never «1 - 3 years» or «3 years», which are bands. */
const before = /^([+-]?\d{1,3}(?:[.,]\d{1,3})?) ?[-:=.)、|] ?\p{L}/u;
/** «Strongly agree (5)». */
const behind = /^\p{L}.*[([] ?([+-]?\d{1,3}(?:[.,]\d{1,3})?) ?[)\]]$/u;
/** Lengths of time begin with a number too. */
const unit = /^\D*\d+\D{0,3}(?:years?|months?|weeks?|days?|jahre?|monate?|ans?|mois|años?|meses|年|个月|個月|月|周|週|天)\b/iu;

export interface WrittenNumber {
  readonly value: number;
  readonly percent: boolean;
}

const valueOf = (digits: string): number => Number(digits.replace(',', '.'));

/** The number that a text is («4», «4,0», «４», «40 %»); null for another text. */
export function numberIn(text: string): WrittenNumber | null {
  const found = number.exec(plainAnswer(text));
  return found && { value: valueOf(found[1]!), percent: found[2] === '%' };
}

/** The number beside the words of an answer; null where there is none. */
export function numberBeside(text: string): number | null {
  const plain = plainAnswer(text);
  if (unit.test(plain)) return null;
  const found = before.exec(plain) ?? behind.exec(plain);
  return found && valueOf(found[1]!);
}

/** «A3», «AO03»: the third answer of a list whose order nobody knows. */
export function codeIn(text: string): { readonly prefix: string; readonly number: number } | null {
  const found = /^([A-Za-z]{1,3})0*(\d{1,2})$/.exec(plainAnswer(text));
  return found && { prefix: found[1]!.toUpperCase(), number: Number(found[2]) };
}

const noAnswers = new Set(
  [
    'n/a', 'na', 'not applicable', 'does not apply', "doesn't apply", "don't know", 'dont know', 'do not know', 'unsure', 'not sure', 'no opinion', 'no answer', 'not answered', 'no response', 'skipped', 'prefer not to say', 'prefer not to answer',
    'not applicable / prefer not to say', 'cannot say', "can't say", 'unknown', 'none of these', 'null', 'nan', '#n/a',
    'weiß nicht', 'weiss nicht', 'keine angabe', 'k. a.', 'k.a.', 'trifft nicht zu (n. a.)', 'entfällt', 'nicht zutreffend', 'keine antwort',
    'ne sait pas', 'je ne sais pas', 'sans objet', 'sans opinion', 'pas de réponse', 'non applicable', 'no sabe', 'no sé', 'no aplica', 'no contesta', 'ns/nc', 'prefiero no decirlo',
    '不适用', '不適用', '不知道', '不清楚', '说不清', '說不清', '无法判断', '無法判斷', '不确定', '不確定', '不愿回答', '不願回答', '不便回答', '未作答', '未填写', '未填寫', '(跳过)', '(空)', '跳过', '空', '无', '無',
  ].map(foldedAnswer),
);

/** Whether a text says that there is no answer; a lone sign («-», «?») says it too. */
export const saysNothing = (text: string): boolean => text !== '' && (noAnswers.has(foldedAnswer(text)) || /^[-?.*/\\\u2013\u2014]+$/.test(text.trim()));
