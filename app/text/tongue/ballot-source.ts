// The ballot page's words of a tongue as a script of their own: the page carries one language and no reader of messages, so each message
// becomes the expression it stands for. Whatever a translator wrote ends up in string literals; nothing of a file is ever code.
import { compileMessage, type CompiledMessage, type CompiledMessageToken } from '@lingui/message-utils/compileMessage';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { englishWords } from '#app/domain/surveys/sealed/fingerprint-words.ts';
import { en } from '#app/text/ballot/en.ts';
import { ballotMessages, derived } from './ballot-messages.ts';

/** What a literal in a script inside a page must not hold. */
const literal = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

type Place = (name: string) => string;

function expression(message: CompiledMessage | string, place: Place, counted: string): string {
  if (typeof message === 'string') return literal(message);
  const parts = message.map((part) => (part === '#' ? counted : typeof part === 'string' ? literal(part) : gap(part, place, counted)));
  if (parts.length === 0) return '""';
  return parts[0]!.startsWith('"') ? parts.join('+') : `""+${parts.join('+')}`;
}

function gap([name, kind, format]: Exclude<CompiledMessageToken, string>, place: Place, counted: string): string {
  const value = place(name);
  if (kind === undefined) return value;
  const forms = Object.entries(format as Readonly<Record<string, CompiledMessage | string | number>>).filter(([form]) => form !== 'offset' && form !== 'other');
  const other = (format as Readonly<Record<string, CompiledMessage | string | undefined>>)['other'] ?? '';
  if (kind !== 'plural' && kind !== 'select') throw new Error(`the ballot page has no ${kind}`);
  const inside = kind === 'plural' ? `number.format(${value})` : counted;
  const test = (form: string) => (kind === 'select' ? `String(${value})===${literal(form)}` : /^\d+$/.test(form) ? `${value}===${Number(form)}` : `plural.select(${value})===${literal(form)}`);
  const choice = forms.reduceRight((rest, [form, said]) => `${test(form)}?${expression(said as CompiledMessage, place, inside)}:${rest}`, expression(other, place, inside));
  return `(${choice})`;
}

function functionOf(key: string, message: string): string {
  const [values] = ballotMessages[key]!;
  const place: Place = (name) => {
    const made = derived[key]?.[name] ?? (values.includes(name) ? name : null);
    if (made === null) throw new Error(`${key} knows no {${name}}`);
    return `(${made})`;
  };
  const said = expression(compileMessage(message), place, '""');
  if (key === 'together') return `(names)=>names.length>1?${said}:names[0]??""`;
  return `(${values.join(',')})=>${said}`;
}

/** The texts as an object literal; `say` gives each sentence, in English where it has none. */
export function ballotSource(tongue: Tongue, say: (key: string) => string): string {
  const write = (value: unknown, way: readonly string[]): string => {
    const key = way.join('.');
    if (typeof value === 'function') return functionOf(key, say(`ballot/${key}`));
    if (typeof value === 'string') return literal(say(`ballot/${key}`));
    if (Array.isArray(value)) return `[${value.map((one, index) => write(one, [...way, String(index)])).join(',')}]`;
    return `{${Object.entries(value as object).map(([name, one]) => `${/^[a-z]\w*$/i.test(name) ? name : literal(name)}:${write(one, [...way, name])}`).join(',')}}`;
  };
  const speech = `const number=new Intl.NumberFormat(${literal(tongue)}),plural=new Intl.PluralRules(${literal(tongue)}),and=new Intl.ListFormat(${literal(tongue)});`;
  return `(()=>{${speech}return{language:${literal(tongue)},words:${literal(englishWords.join(' '))}.split(" "),${write(Object.fromEntries(Object.entries(en).filter(([name]) => name !== 'language' && name !== 'words')), []).slice(1)}})()`;
}
