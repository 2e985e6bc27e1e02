// Slides on a screen: each fills it, its title says what was found, and the next one is a scroll, a key or a link away.
import { Link } from '@remix-run/react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Deck } from '#app/domain/reports/document/deck.ts';
import type { Slide } from '#app/domain/reports/document/slide.ts';
import { useText } from '#app/ui/text.ts';
import { SlideFigure } from './slide-figure.tsx';

interface Props {
  readonly deck: Deck;
  /** Address of the report. */
  readonly back: string;
  readonly colour: string | null;
  /** Pixels. */
  readonly logo: { readonly width: number; readonly height: number } | null;
}

export function BoardView({ deck, back, colour, logo }: Props) {
  const text = useText();
  const board = useRef<HTMLDivElement>(null);
  useArrows(board);
  const { cover, slides, foot } = deck;
  const count = slides.length + 1;
  const picture = logo && <img className="board-logo" src="/results/letterhead/logo.png" alt={text('letterhead.alt', { company: cover.company })} width={logo.width} height={logo.height} />;
  return (
    <div className="board-view" ref={board} style={colour === null ? undefined : ({ '--company': colour } as object)}>
      <section id="slide-1" className="slide slide-cover" aria-labelledby="slide-1-title">
        {picture}
        <p className="slide-topic">{cover.company}</p>
        <h1 id="slide-1-title">{cover.survey}</h1>
        <p className="slide-topic">{cover.title}</p>
        {cover.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="row no-print">
          <Link className="button" to={back}>
            {text('board-view.back')}
          </Link>
          <FullScreen board={board} />
        </p>
        <SlideFoot at={1} count={count} foot={text('board-view.keys')} />
      </section>
      {slides.map((slide, at) => (
        <BoardSlide key={slide.id} slide={slide} at={at + 2} count={count} foot={foot} />
      ))}
    </div>
  );
}

function BoardSlide({ slide, at, count, foot }: { slide: Slide; at: number; count: number; foot: string }) {
  const [topic, title] = [`slide-${at}-topic`, `slide-${at}-title`];
  // The summary and the conclusions say the same sentence: what they are about tells them apart.
  return (
    <section id={`slide-${at}`} className={slide.title.length > 120 ? 'slide slide-long' : 'slide'} aria-labelledby={`${topic} ${title}`}>
      <p id={topic} className="slide-topic">{slide.topic}</p>
      <h2 id={title}>{slide.title}</h2>
      <div className="slide-body">
        {slide.figure && <SlideFigure figure={slide.figure} />}
        {slide.lines.length > 1 && !slide.figure ? (
          <ul>
            {slide.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : (
          slide.lines.map((line) => <p key={line}>{line}</p>)
        )}
      </div>
      <SlideFoot at={at} count={count} foot={foot} />
    </section>
  );
}

function SlideFoot({ at, count, foot }: { at: number; count: number; foot: string }) {
  const text = useText();
  return (
    <footer className="slide-foot">
      <span>{foot}</span>
      <nav aria-label={text('board-view.slide', { at, count })} className="no-print">
        {at > 1 && <a href={`#slide-${at - 1}`}>{text('board-view.before')}</a>}
        <span aria-hidden="true" className="num">{`${at} / ${count}`}</span>
        {at < count && <a href={`#slide-${at + 1}`}>{text('board-view.next')}</a>}
      </nav>
    </footer>
  );
}

/** Only where the browser can and a script runs. */
function FullScreen({ board }: { board: RefObject<HTMLDivElement> }) {
  const text = useText();
  const [can, setCan] = useState(false);
  useEffect(() => setCan(document.fullscreenEnabled), []);
  if (!can) return null;
  return (
    <button type="button" className="button primary" onClick={() => void board.current?.requestFullscreen().catch(() => undefined)}>
      {text('board-view.full')}
    </button>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

/** Keys of a presenter's clicker too. A slide that is taller than the screen scrolls by itself. */
function useArrows(board: RefObject<HTMLDivElement>): void {
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const step = steps[event.key];
      const slides = [...(board.current?.querySelectorAll<HTMLElement>('.slide') ?? [])];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || slides.some((slide) => slide.scrollHeight > slide.clientHeight + 1 && slide.contains(document.activeElement))) return;
      const now = slides.findLastIndex((slide) => slide.getBoundingClientRect().top <= window.innerHeight / 2);
      const next = slides[now + step];
      if (!next) return;
      event.preventDefault();
      next.scrollIntoView({ block: 'start' });
    };
    window.addEventListener('keydown', turn);
    return () => window.removeEventListener('keydown', turn);
  }, [board]);
}
