import { useId } from 'react';

interface Props {
  readonly label: string;
  /** 0 … `most`. */
  readonly value: number;
  readonly most?: number;
  /** What stands beside the label, such as «40 %» or «2 of 5»; nothing where the label says it. */
  readonly said?: string;
}

export function Progress({ label, value, most = 100, said }: Props) {
  const id = useId();
  return (
    <div className="progress">
      <span>
        <label htmlFor={id}>{label}</label>
        {said !== undefined && <span className="num">{said}</span>}
      </span>
      <progress id={id} value={value} max={most}>
        {said ?? label}
      </progress>
    </div>
  );
}
