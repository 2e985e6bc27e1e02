// What a questionnaire from a file asks here otherwise than it was meant: which part is missing, and what was kept.
import type { Localized } from '#app/domain/kernel/language.ts';
import type { LeftOut } from '#app/domain/surveys/questionnaire/questionnaire-here.ts';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';

interface Props {
  readonly left: LeftOut;
  readonly questions: readonly { readonly id: string; readonly text: Localized }[];
}

export function LeftOutNotices({ left: { tables, parts, everybody }, questions }: Props) {
  const text = useText();
  const asked = everybody.flatMap(({ question, away }) => questions.filter(({ id }) => id === question).map((one) => ({ ...one, away })));
  const lines = [
    ...(parts.length > 0 ? [text('questionnaire.parts', { names: text.list(parts) })] : []),
    ...asked.map(({ text: words, away }) => text(away.length > 0 ? 'questionnaire.everybody' : 'questionnaire.everybody.few', { question: text.of(words), names: text.list(away) })),
    ...(tables > 0 ? [text('questionnaire.left', { n: tables })] : []),
  ];
  return lines.map((line) => (
    <Notice key={line} tone="warn">
      {line}
    </Notice>
  ));
}
