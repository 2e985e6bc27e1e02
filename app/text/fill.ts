// Fills the gaps of a compiled message (ICU MessageFormat, as @lingui/message-utils compiles it): values, numbers, plurals and choices.
// The browser needs this and no more: whoever reads messages as people write them weighs ten times as much.
import type { CompiledMessage, CompiledMessageToken } from '@lingui/message-utils/compileMessage';
import type { Tongue } from '#app/domain/kernel/tongue.ts';

/** A message as it is compiled: texts, and gaps as `[name]` or `[name, kind, forms]`. */
export type Sentence = CompiledMessage;
export type Values = Readonly<Record<string, string | number>>;
type Forms = Readonly<Record<string, Sentence | string | number | undefined>>;
type Gap = Exclude<CompiledMessageToken, string>;

interface Speech {
  readonly number: Intl.NumberFormat;
  readonly plural: Intl.PluralRules;
  readonly ordinal: Intl.PluralRules;
}

/** Puts `values` into messages of a language. A gap without a value stays empty. */
export function filling(language: Tongue): (message: Sentence, values: Values) => string {
  const speech: Speech = { number: new Intl.NumberFormat(language), plural: new Intl.PluralRules(language), ordinal: new Intl.PluralRules(language, { type: 'ordinal' }) };
  return (message, values) => filled(speech, message, { values, counted: '#' });
}

interface Said {
  readonly values: Values;
  /** What `#` stands for. */
  readonly counted: string;
}

function filled(speech: Speech, message: Sentence | string, said: Said): string {
  if (typeof message === 'string') return message === '#' ? said.counted : message;
  return message.map((part) => (typeof part === 'string' ? filled(speech, part, said) : gap(speech, part, said))).join('');
}

function gap(speech: Speech, [name, kind, format]: Gap, said: Said): string {
  const value = said.values[name] ?? '';
  if (kind === undefined) return String(value);
  if (kind === 'number') return speech.number.format(Number(value));
  const forms = format as Forms;
  if (kind === 'select') return filled(speech, chosen(forms, String(value)), said);
  if (kind !== 'plural' && kind !== 'selectordinal') throw new Error(`a sentence has a gap of an unknown kind: ${kind}`);
  const counted = Number(value) - Number(forms['offset'] ?? 0);
  const category = (kind === 'plural' ? speech.plural : speech.ordinal).select(counted);
  const exact = String(value) in forms ? String(value) : category;
  return filled(speech, chosen(forms, exact), { ...said, counted: speech.number.format(counted) });
}

function chosen(forms: Forms, form: string): Sentence | string {
  const found = forms[form] ?? forms['other'] ?? '';
  return typeof found === 'number' ? String(found) : found;
}
