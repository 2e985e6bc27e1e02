// Forms of plurals and of choices in a sentence: without «other» something would be left unsaid, and a form that a language does not have is
// never said.
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { tongueProblem, type TongueProblem } from '#app/domain/surveys/tongue-problem.ts';

interface Choice {
  readonly name: string;
  readonly kind: string;
  readonly forms: readonly string[];
}

/** Those inside forms too. */
function choicesIn(message: unknown): Choice[] {
  if (!Array.isArray(message)) return [];
  return message.flatMap((part: unknown) => {
    if (!Array.isArray(part) || typeof part[2] !== 'object' || part[2] === null) return [];
    const forms = part[2] as Readonly<Record<string, unknown>>;
    // The compiler names an offset where none is written too; what is taken off a count would be told of fewer people than there are.
    const names = Object.keys(forms).filter((form) => form !== 'offset' || Number(forms['offset'] ?? 0) !== 0);
    return [{ name: String(part[0]), kind: String(part[1]), forms: names }, ...Object.values(forms).flatMap(choicesIn)];
  });
}

/** Null where nothing is wrong. */
export function problemOfForms(tongue: Tongue, english: string, text: string, key: string): TongueProblem | null {
  const plurals: readonly string[] = [...new Intl.PluralRules(tongue).resolvedOptions().pluralCategories].sort();
  const wanted = choicesIn(compileMessage(english));
  for (const { name, kind, forms } of choicesIn(compileMessage(text))) {
    if (!forms.includes('other')) return tongueProblem('no-other', { value: `{${name}}` }, key);
    const known = kind === 'plural' ? plurals : wanted.filter((one) => one.name === name && one.kind === kind).flatMap((one) => one.forms);
    const strange = forms.find((form) => !known.includes(form) && !(kind === 'plural' && /^\d+$/.test(form)));
    if (strange !== undefined) return tongueProblem('form-unknown', { value: `{${name}}`, form: strange, forms: known.join(', ') }, key);
  }
  return null;
}
