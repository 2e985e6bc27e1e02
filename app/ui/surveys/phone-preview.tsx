// The real ballot page in a frame of a phone's size. It is drawn into an empty document of its own, so that its styles meet a
// narrow window as they will on a phone.
import { useEffect, useId, useRef, useState } from 'react';
import { isLanguage } from '#app/domain/kernel/language.ts';
import { nameOfTongue, type Tongue } from '#app/domain/kernel/tongue.ts';
import { isRightToLeft } from '#app/domain/kernel/direction.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { ballotTexts } from '#app/text/ballot/all.ts';
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { useText } from '../text.ts';

interface Props {
  readonly manifest: Manifest;
  readonly block: number;
  /** In which it begins; the reader's own where it is asked in that, else the first it is asked in. */
  readonly first?: Tongue | null;
  /** Of a file of sentences that is not taken yet: where it waits. */
  readonly stage?: string | undefined;
}

interface Words {
  readonly language: Tongue;
  readonly name: string;
  readonly title: string;
}

/** A language that came by a file has its words from the server: they are no part of the program. */
async function wordsOf(language: Tongue, stage: string | undefined): Promise<BallotText> {
  if (isLanguage(language)) return ballotTexts[language]();
  const address = `/surveys/words/${encodeURIComponent(language)}${stage === undefined ? '' : `?stage=${encodeURIComponent(stage)}`}`;
  return ((await import(/* @vite-ignore */ address)) as { default: BallotText }).default;
}

async function drawInto(frame: Document, { manifest, block, stage }: Pick<Props, 'manifest' | 'block' | 'stage'>, { language, name, title }: Words): Promise<void> {
  const [{ showPreview }, { default: css }, text] = await Promise.all([
    import('#app/ballot/preview.ts'),
    import('#app/ballot/page.css?inline'),
    wordsOf(language, stage),
  ]);
  frame.documentElement.lang = language;
  frame.documentElement.dir = isRightToLeft(language) ? 'rtl' : 'ltr';
  const style = frame.createElement('style');
  style.textContent = css;
  frame.head.replaceChildren(style);
  const head = frame.createElement('header');
  const mark = frame.createElement('span');
  mark.className = 'mark';
  mark.textContent = name;
  head.append(mark);
  const place = frame.createElement('main');
  // The page around has a header and a main part of its own.
  for (const part of [head, place]) part.setAttribute('aria-label', title);
  frame.body.replaceChildren(head, place);
  // Links lead out of the preview into the portal, which must not open inside a phone.
  frame.addEventListener('click', (event) => {
    if (event.target instanceof Object && (event.target as Element).closest?.('a')) event.preventDefault();
  });
  showPreview({ text, manifest, block, place });
}

export function PhonePreview({ manifest, block, first = null, stage }: Props) {
  const text = useText();
  const frame = useRef<HTMLIFrameElement>(null);
  const id = useId();
  const { languages } = manifest;
  const [chosen, choose] = useState<Tongue | null>(first);
  const language = [chosen, text.language].find((one) => one !== null && languages.includes(one)) ?? languages[0] ?? text.language;
  useEffect(() => {
    const inside = frame.current?.contentDocument;
    if (inside) void drawInto(inside, { manifest, block, stage }, { language, name: text('app.name'), title: text('survey.preview.frame') });
  }, [manifest, block, stage, language, text]);
  return (
    <div className="stack-tight no-print">
      {languages.length > 1 && (
        <div className="field">
          <label htmlFor={id}>{text('trial.language')}</label>
          <select id={id} value={language} onChange={(event) => choose(event.target.value)}>
            {languages.map((one) => (
              <option key={one} value={one} lang={one}>
                {nameOfTongue(one)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="phone">
        <iframe ref={frame} title={text('survey.preview.frame')} />
      </div>
    </div>
  );
}
