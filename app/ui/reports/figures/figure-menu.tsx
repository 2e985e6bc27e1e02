// What can be done with one figure: take it along as a picture, with its title, n and source. It opens without a script and by keys.
import { createContext, useContext } from 'react';
import { useText } from '#app/ui/text.ts';

export type PictureOf = (chart: string, ending: 'svg' | 'png') => string;

/** Addresses of pictures of what a page is about; null where this reader has no report of it. */
export const Pictures = createContext<PictureOf | null>(null);

/** Of the report that the page is about. */
export const picturesOf = (surveyId: string, department: string): PictureOf => (chart, ending) => `/results/${surveyId}/chart/${chart}.${ending}?${new URLSearchParams({ department }).toString()}`;

interface Props {
  /** Id of the chart in the written report. */
  readonly chart: string;
  readonly name: string;
}

export function FigureMenu({ chart, name }: Props) {
  const text = useText();
  const picture = useContext(Pictures);
  if (!picture) return null;
  return (
    <details className="figure-menu no-print">
      <summary aria-label={text('report.picture.menu.named', { chart: name })}>{text('report.picture.menu')}</summary>
      <ul className="row bare">
        {(['png', 'svg'] as const).map((ending) => (
          <li key={ending}>
            <a href={picture(chart, ending)} download aria-label={text('report.picture.named', { chart: name, kind: ending.toUpperCase() })}>
              {text('report.picture', { kind: ending.toUpperCase() })}
            </a>
          </li>
        ))}
      </ul>
      <p className="quiet small">{text('report.picture.holds')}</p>
    </details>
  );
}
