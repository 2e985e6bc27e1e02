import type { PastAsks } from '#app/domain/past-surveys/asks.ts';
import { foldedAnswer } from '#app/domain/past-surveys/answer-text.ts';
import type { PastRole } from '#app/domain/past-surveys/mapping.ts';
import { saidScale, scaleIn } from '#app/domain/past-surveys/scale.ts';
import { noPoint } from '#app/forms/past-scales.ts';
import type { Text } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import { TextArea } from '#app/ui/forms/text-area.tsx';
import type { ValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useText } from '#app/ui/text.ts';

/** From which answer to which a scale runs, in a line. */
export function scaleText(text: Text, scale: string): string {
  const said = scaleIn(scale);
  if (!said) return scale;
  const { points, none, scale: { labels } } = said;
  const runs = text('past.scale.runs', { lowest: labels[0]!, highest: labels.at(-1)!, points });
  return none.length > 0 ? `${runs}; ${text('past.scale.none', { codes: none.join(', ') })}` : runs;
}

interface Props {
  readonly form: ValidatedForm;
  readonly asks: PastAsks;
  readonly names: readonly string[];
  readonly roles: readonly PastRole[];
  /** Whether the roles are what HR said, and no guess. */
  readonly said: boolean;
}

const mostNamed = 4;
const mostPoints = 11;

/** What is asked once for all columns: scales that could be read in two ways, and words that no scale is known of. */
export function ScaleAsks({ form, asks, names, roles, said }: Props) {
  const text = useText();
  if (asks.scales.length + asks.words.length + asks.rare === 0) return null;
  const columnsText = (columns: readonly number[]) => {
    const named = columns.slice(0, mostNamed).map((at) => text('past.sign.header', { header: names[at] ?? '' }));
    return text.list(columns.length > mostNamed ? [...named, text('past.ask.further', { n: columns.length - mostNamed })] : named);
  };
  const points = [...Array.from({ length: mostPoints }, (_, at) => ({ value: String(at + 1), label: String(at + 1) })), { value: noPoint, label: text('past.ask.no-answer') }];
  return (
    <Card title={text('past.ask.title')}>
      <p>{text('past.ask.text')}</p>
      <div className="past-question">
        {asks.scales.map(({ scales, columns }, at) => (
          <SelectField
            key={at}
            form={form}
            name={`ask-${at}`}
            label={text('past.ask.scale', { columns: columnsText(columns) })}
            none={text('past.counted.period.none')}
            choices={scales.map((scale) => ({ value: scale, label: scaleText(text, scale) }))}
            initial={said ? chosenBefore(scales, columns.map((column) => roles[column])) : ''}
          />
        ))}
      </div>
      {asks.words.length > 0 && (
        <>
          <p>{text('past.ask.words')}</p>
          <div className="past-question">
            {asks.words.map((word, at) => (
              <div key={word.text}>
                <input type="hidden" {...form.hidden(`word-${at}`, word.text)} />
                <SelectField form={form} name={`point-${at}`} label={text('past.sign.header', { header: word.text })} none={text('past.counted.period.none')} choices={points} initial={said ? pointBefore(word.text, roles) : ''} />
              </div>
            ))}
          </div>
        </>
      )}
      {asks.rare > 0 && <TextArea form={form} name="words-rest" label={text('past.ask.rest', { n: asks.rare })} hint={text('past.ask.rest.hint')} optional rows={3} />}
    </Card>
  );
}

function chosenBefore(scales: readonly string[], roles: readonly (PastRole | undefined)[]): string {
  const before = roles.flatMap((role) => (role?.as === 'question' && role.question.scale ? [saidScale({ scale: role.question.scale, none: role.question.none })] : []));
  return scales.find((scale) => before.length > 0 && before.every((one) => one === scale)) ?? '';
}

function pointBefore(word: string, roles: readonly PastRole[]): string {
  const folded = foldedAnswer(word);
  for (const role of roles) {
    if (role.as !== 'question') continue;
    const point = role.question.scale?.words.find(([one]) => one === folded)?.[1];
    if (point !== undefined) return String(point);
    if (role.question.none.some((code) => foldedAnswer(code) === folded)) return noPoint;
  }
  return '';
}
