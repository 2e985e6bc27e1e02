import { Form } from '@remix-run/react';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useText } from '#app/ui/text.ts';

/** Destroys the file at once. */
export function GiveUp({ id }: { id: string }) {
  const text = useText();
  return (
    <Form method="post" action={`/surveys/past/${id}/give-up`} className="no-print">
      <SubmitButton className="button plain" name="give-up" value="1">
        {text('past.give-up')}
      </SubmitButton>
    </Form>
  );
}
