// How the scheduled people file went, in words. Numbers alone: no name of it is kept.
import { Form, Link } from '@remix-run/react';
import type { Standing } from '#app/domain/organisation/people-source.ts';
import type { Text } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useText } from '#app/ui/text.ts';

export function failureSaid(text: Text, { failure, status }: Pick<Standing, 'failure' | 'status'>): string {
  return text.code('scheduled.failed', failure ?? 'fault', { status: status ?? 0 });
}

function Counts({ counts }: { readonly counts: NonNullable<Standing['counts']> }) {
  const text = useText();
  const { joined, left, moved, changed } = counts;
  return <p>{text('scheduled.counts', { joined, left, moved, changed })}</p>;
}

const tones = { taken: 'good', nothing: 'good', unchanged: 'good', waits: 'warn', failed: 'danger' } as const;

/** `settings`: with a way to where it is set. */
export function PeopleFileNotice({ standing, settings }: { readonly standing: Standing; readonly settings?: boolean }) {
  const text = useText();
  const { outcome, counts, waiting, day } = standing;
  return (
    <Notice tone={tones[outcome]} title={text(`scheduled.outcome.${outcome}`, { day: text.day(day) })}>
      {outcome === 'failed' && <p>{failureSaid(text, standing)}</p>}
      {counts && outcome !== 'unchanged' && <Counts counts={counts} />}
      {waiting.length > 0 && (
        <ul>
          {waiting.map((reason) => (
            <li key={reason}>{text(`scheduled.waits.${reason}`)}</li>
          ))}
        </ul>
      )}
      {outcome === 'waits' && (
        <Form method="post" action="/people/scheduled/look">
          <SubmitButton className="button small">{text('scheduled.look')}</SubmitButton>
        </Form>
      )}
      {settings && (
        <p>
          <Link to="/people/scheduled">{text('scheduled.settings')}</Link>
        </p>
      )}
    </Notice>
  );
}
