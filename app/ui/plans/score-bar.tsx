// A figure from 0 to 100 with its range and, where there is one, its goal. The numbers stand beside it in words.

interface Props {
  readonly index: number;
  readonly low: number;
  readonly high: number;
  readonly goal?: number;
}

const percent = (value: number) => `${Math.max(0, Math.min(100, value))}%`;

export function ScoreBar({ index, low, high, goal }: Props) {
  return (
    <div className="score-bar" aria-hidden="true">
      <span className="range" style={{ insetInlineStart: percent(low), inlineSize: percent(high - low) }} />
      {goal !== undefined && <span className="goal" style={{ insetInlineStart: percent(goal) }} />}
      <span className="point" style={{ insetInlineStart: percent(index) }} />
    </div>
  );
}
