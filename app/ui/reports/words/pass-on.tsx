// What HR does before others read: pass all of a group on with one tap, leave some out, black out a name.
import { Form } from '@remix-run/react';
import type { CommentView, WordsPage } from '#app/domain/reports/comments-page.ts';
import { blackBar } from '#app/domain/reports/black-bar.ts';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useText } from '#app/ui/text.ts';

export function PassOn({ page }: { page: WordsPage }) {
  const text = useText();
  const values = { n: page.all - (page.leftOut ?? 0), out: page.leftOut ?? 0 };
  if (page.wordsFor !== 'heads') return <Notice>{text('words.pass.hr')}</Notice>;
  if (page.passedOn !== null) return <Notice tone="good">{text(page.whole ? 'words.passed.all' : 'words.passed.heads', { ...values, day: text.day(page.passedOn) })}</Notice>;
  return (
    <Form method="post" className="card stack-tight">
      <p>{text(page.whole ? 'words.pass.all' : 'words.pass.heads', values)}</p>
      <input type="hidden" name="department" value={page.department} />
      <div>
        <SubmitButton name="intent" value="pass-on">
          {text('words.pass', values)}
        </SubmitButton>
      </div>
    </Form>
  );
}

export function WordTools({ page, comment }: { page: WordsPage; comment: CommentView }) {
  const text = useText();
  const field = `name-${comment.id}`;
  const hidden = (
    <>
      <input type="hidden" name="department" value={page.department} />
      <input type="hidden" name="id" value={comment.id} />
    </>
  );
  if (page.wordsFor !== 'heads') return null;
  return (
    <Disclosure summary={text('words.tools')}>
      <div className="stack-tight">
        <Form method="post" preventScrollReset>
          {hidden}
          <SubmitButton className="button" name="intent" value={comment.leftOut ? 'take-in' : 'leave-out'}>
            {text(comment.leftOut ? 'words.take-in' : 'words.leave-out')}
          </SubmitButton>
        </Form>
        <Form method="post" className="stack-tight" preventScrollReset>
          {hidden}
          <label htmlFor={field}>{text('words.black-out.name')}</label>
          <input id={field} name="name" maxLength={80} autoComplete="off" required />
          <SubmitButton className="button" name="intent" value="black-out">
            {text('words.black-out')}
          </SubmitButton>
          <p className="small quiet">{text('words.black-out.hint')}</p>
        </Form>
        {page.passedOn === null && comment.text.includes(blackBar) && (
          <Form method="post" preventScrollReset>
            {hidden}
            <SubmitButton className="button" name="intent" value="uncover">
              {text('words.uncover')}
            </SubmitButton>
          </Form>
        )}
      </div>
    </Disclosure>
  );
}
