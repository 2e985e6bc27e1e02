// What the reader's lists hold, as files.
import { useText } from '#app/ui/text.ts';

export function PlanFiles() {
  const text = useText();
  return (
    <>
      <a className="button" href="/plans/plans.xlsx" download>
        {text('plans-file')}
      </a>
      <a className="button" href="/plans/promises.csv" download>
        {text('plans-file.promises-csv')}
      </a>
    </>
  );
}
