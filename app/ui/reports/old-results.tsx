import { Notice } from '#app/ui/controls/notice.tsx';
import { useText } from '#app/ui/text.ts';

/** Nothing where they are not out of date. */
export function OldResults({ age }: { readonly age: { readonly weeks: number; readonly cadence: number } | null }) {
  const text = useText();
  return age && <Notice tone="warn">{text('results.old', { weeks: age.weeks, cadence: age.cadence })}</Notice>;
}
