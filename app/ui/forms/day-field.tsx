import { TextField } from './text-field.tsx';
import type { FieldProps } from './field.tsx';

interface Props extends FieldProps {
  readonly initial?: string;
  /** Days that the browser's calendar offers, YYYY-MM-DD, inclusive. */
  readonly min?: string;
  readonly max?: string;
}

/** The browser's own calendar; sends YYYY-MM-DD. */
export function DayField(props: Props) {
  return <TextField {...props} type="date" />;
}
