// What a file of sentences brings, before anything changes.
import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { isTongue, nameOfTongue } from '#app/domain/kernel/tongue.ts';
import { takeTongueForm } from '#app/forms/bring-tongue.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { takeTongue } from '#app/services/surveys/bring-tongue.server.ts';
import { reviewTongue } from '#app/services/surveys/look-at-tongue.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { PhonePreview } from '#app/ui/surveys/phone-preview.tsx';
import { TongueProblems } from '#app/ui/surveys/tongues/tongue-problems.tsx';
import { TongueChanges, TongueParts, UnsaidSentences } from '#app/ui/surveys/tongues/tongue-reading.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language }) => {
  const stage = params['stage'] ?? '';
  const text = textOf(language);
  const review = await reviewTongue(app, stage, { title: text('tongues.sample.title'), purpose: text('tongues.sample.purpose') });
  if (!review) throw redirect('/surveys/languages/bring?expired');
  const { tongue } = review.reading;
  return { ...review, title: text('tongues.review'), stage, name: isTongue(tongue) ? nameOfTongue(tongue) : null };
});

export const action = command({ may: 'compose-surveys', form: takeTongueForm }, async ({ app, actor, params, input, reject }) => {
  const taken = await takeTongue(app, actor, params['stage'] ?? '', { tongue: input.tongue, hash: input.hash, reviewed: input['reviewed[]'].length > 0 });
  return taken.ok ? redirect(`/surveys/languages/${taken.value}?taken`) : reject('', taken.because, taken.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReviewTongue() {
  const text = useText();
  const view = useLoaded<typeof loader>();
  const reply = useReply();
  const refusal = reply?.errors[''];
  const { title, name, reading, sample } = view;
  return (
    <div className="wide">
      <PageHeader title={name === null ? title : `${title}: ${name}`} lead={sample === null ? undefined : text('tongues.review.lead')} back={{ to: '/surveys/languages', label: text('tongues.title') }} />
      <div className="stack">
        {refusal && (
          <Notice tone="danger" live>
            {reply.words[refusal]}
          </Notice>
        )}
        {sample === null ? <Refused {...reading} /> : <Taken view={view} sample={sample} />}
        <p>
          <Link className="button" to="/surveys/languages/bring">
            {text('tongues.review.other')}
          </Link>
        </p>
      </div>
    </div>
  );
}

type View = ReturnType<typeof useLoaded<typeof loader>>;

function Refused({ problems, further }: View['reading']) {
  const text = useText();
  return (
    <>
      <Notice tone="danger" title={text('tongues.review.refused', { n: problems.length + further })} live>
        {text('tongues.review.refused.text')}
      </Notice>
      <Card>
        <TongueProblems problems={problems} further={further} />
      </Card>
    </>
  );
}

function Taken({ view: { reading, change, hash, stage }, sample }: { readonly view: View; readonly sample: NonNullable<View['sample']> }) {
  const text = useText();
  return (
    <>
      <Card title={text('tongues.sentences')}>
        <TongueParts parts={reading.parts} />
        <TongueChanges change={change} />
        <UnsaidSentences {...reading} />
      </Card>
      <Form method="post" className="card stack">
        <input type="hidden" name="tongue" value={reading.tongue} />
        <input type="hidden" name="hash" value={hash} />
        <label className="choice">
          <input type="checkbox" name="reviewed[]" value="yes" defaultChecked={reading.reviewed} />
          <span>{text('tongues.reviewed')}</span>
        </label>
        <p className="quiet small">{text('tongues.take.hint')}</p>
        <div>
          <SubmitButton>{text(change === null ? 'tongues.take' : 'tongues.replace')}</SubmitButton>
        </div>
      </Form>
      <Card title={text('survey.preview')}>
        <p className="quiet">{text('tongues.sample')}</p>
        <PhonePreview manifest={sample} block={0} first={reading.tongue} stage={stage} />
      </Card>
    </>
  );
}
