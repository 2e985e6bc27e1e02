// Between the form about a draft and the domain: what was typed becomes wishes, and a refusal finds its field.
import type { Details, Refusal } from '#app/domain/kernel/outcome.ts';
import { isDay, type Day } from '#app/domain/kernel/day.ts';
import { forEachLanguage } from '#app/domain/kernel/language.ts';
import type { RoutingRefusal } from '#app/domain/surveys/asking/routing.ts';
import type { CutWish } from '#app/domain/surveys/backgrounds/declared-cuts.ts';
import type { DraftRefusal, DraftWishes } from '#app/domain/surveys/draft-wishes.ts';
import { libraryItem } from '#app/domain/surveys/questions/question-library.ts';
import type { FileRefusal } from '#app/domain/surveys/questionnaire/questionnaire-file.ts';
import type { DraftForm } from '#app/forms/draft.ts';
import type { ErrorCode, Text } from '#app/text/text.ts';

export function wishesOf(form: DraftForm): DraftWishes {
  return {
    template: form.template,
    title: { ...inTongues(form, 'title'), ...forEachLanguage((language) => form[`title-${language}`] ?? '') },
    purpose: { ...inTongues(form, 'purpose'), ...forEachLanguage((language) => form[`purpose-${language}`] ?? '') },
    opens: form.opens,
    closes: form.closes,
    further: form.further,
    own: form.own,
    pair: form.pair === '' ? null : form.pair,
    cuts: cutsOf(form),
    ...(form['letter-hour'] === undefined ? {} : { letterHour: form['letter-hour'] }),
    ...(form.audience === 'parts' ? { audience: { kind: 'parts', departments: form.parts } } : form.audience === 'half' ? { audience: { kind: 'half' } } : {}),
    ...(form['words-for'] === undefined ? {} : { wordsFor: form['words-for'] }),
  };
}

/** The form where some of it could not be read, with days in their place against which nothing can be said. */
const filledUp = (read: Partial<DraftForm>, today: Day): DraftForm => ({
  template: '', opens: today, closes: today, further: [], own: [], pair: '', cuts: [], order: '', shows: 'usual', shown: [], audience: 'everybody', parts: [], 'find-parts': '', looking: '', looked: '', by: '', request: undefined, 'letter-hour': undefined, 'words-for': undefined, ...read,
});

/** What speaks against a draft of which some could not be read, as far as it does not come from what only stands in for that. */
export async function wrongBesides(read: Partial<DraftForm>, { text, today, check }: { readonly text: Text; readonly today: Day; readonly check: (wishes: DraftWishes) => Promise<readonly Refusal<DraftRefusal>[]> }): Promise<readonly FieldRefusal[]> {
  const rests = (field: string) => (field === 'opens' || field === 'closes' ? ['opens', 'closes'] : [field]);
  const found = await check(wishesOf(filledUp(read, today)));
  return found.map((one) => fieldOf(one, text)).filter(({ field }) => rests(field).every((one) => one in read));
}

const inTongues = (form: DraftForm, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(form).flatMap(([field, value]) => (field.startsWith(`${name}-`) && typeof value === 'string' ? [[field.slice(name.length + 1), value] as const] : [])));

/** The most important table first, as far as an order was told. */
function cutsOf({ cuts, order, shows, shown }: DraftForm): readonly CutWish[] {
  const told = order.split(/\r?\n/).filter((value) => cuts.includes(value));
  return [...new Set([...told, ...cuts])].map((value) => {
    const at = value.indexOf('@');
    return { question: value.slice(0, at), scope: value.slice(at + 1), items: shows === 'usual' ? null : shown };
  });
}

const fields: Readonly<Record<string, string>> = {
  'unknown-template': 'template',
  'no-providers': 'template',
  'opens-in-the-past': 'opens',
  'closes-before-opening': 'closes',
  'open-too-long': 'closes',
  'letter-hour': 'letter-hour',
  'too-many-further': 'further',
  'too-many-with-pair': 'further',
  'unknown-item': 'further',
  'asked-too-recently': 'further',
  'unknown-own': 'own',
  'nothing-asked': 'own',
  'too-many-own': 'own',
  'too-many-boxes': 'own',
  'too-long-to-answer': 'own',
  'unknown-pair': 'pair',
  'no-parts': 'parts',
  'half-with-tables': 'cuts',
  'part-gone': 'parts',
  'unknown-background': 'cuts',
  'unknown-division': 'cuts',
  'repeated-cut': 'cuts',
  'too-many-backgrounds': 'cuts',
  'too-many-cuts': 'cuts',
  'cut-item': 'shown',
  'cut-without-items': 'shown',
};

export interface FieldRefusal {
  readonly field: string;
  readonly code: ErrorCode;
  readonly details: Details;
}

/** Days and items in the details are said in the reader's words. */
export function fieldOf(refusal: Pick<Refusal<DraftRefusal | FileRefusal | RoutingRefusal | 'not-found' | 'not-a-draft'>, 'because' | 'details'>, text: Text): FieldRefusal {
  const { because, details } = refusal;
  if (because === 'no-title') return { field: `title-${details['language']}`, code: 'required', details };
  if (because === 'no-purpose') return { field: `purpose-${details['language']}`, code: 'required', details };
  const said = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'string' && isDay(value) ? text.day(value) : value]));
  const item = libraryItem(String(details['item'] ?? ''));
  return { field: fields[because] ?? '', code: because, details: item ? { ...said, item: text.of(item.text) } : said };
}
