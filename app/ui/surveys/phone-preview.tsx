// The real ballot page in a frame of a phone's size. It is drawn into an empty document of its own, so that its styles meet a
// narrow window as they will on a phone.
import { useEffect, useRef } from 'react';
import type { Language } from '#app/domain/kernel/language.ts';
import type { Manifest } from '#app/domain/surveys/manifest.ts';
import { ballotTexts } from '#app/text/ballot/all.ts';
import { useText } from '../text.ts';

interface Props {
  readonly manifest: Manifest;
  readonly block: number;
}

interface Words {
  readonly language: Language;
  readonly name: string;
  readonly title: string;
}

async function drawInto(frame: Document, { manifest, block }: Props, { language, name, title }: Words): Promise<void> {
  const [{ showPreview }, { default: css }, text] = await Promise.all([
    import('#app/ballot/preview.ts'),
    import('#app/ballot/page.css?inline'),
    ballotTexts[language](),
  ]);
  frame.documentElement.lang = language;
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

export function PhonePreview({ manifest, block }: Props) {
  const text = useText();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const inside = frame.current?.contentDocument;
    if (inside) void drawInto(inside, { manifest, block }, { language: text.language, name: text('app.name'), title: text('survey.preview.frame') });
  }, [manifest, block, text]);
  return (
    <div className="phone no-print">
      <iframe ref={frame} title={text('survey.preview.frame')} />
    </div>
  );
}
