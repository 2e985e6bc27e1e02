import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { SubmitButton } from '../forms/submit-button.tsx';
import { Plain } from './done.tsx';

/** A turn of the plan that needs no words: one button, one intent. */
export function TurnButton({ intent, className, children }: { intent: 'show-draft' | 'commit' | 'finish' | 'begin-anew'; className?: string; children: ReactNode }) {
  return (
    <Form method="post" preventScrollReset>
      <Plain />
      <SubmitButton name="intent" value={intent} className={className}>
        {children}
      </SubmitButton>
    </Form>
  );
}
