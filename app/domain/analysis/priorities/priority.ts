// Key indicators first: what people need, where it falls short, how sure that is, and whether somebody can change it. The four
// factors are shown beside their product, because a bare rank convinces nobody.
import type { Controllability, Layer } from '../../surveys/questions/library-item.ts';

export interface PriorityFactors {
  /** Share naming it among what matters most, drawn towards the company's. */
  readonly need: number;
  /** How far below the target the index is, 0 … 1. */
  readonly deficit: number;
  readonly evidence: 1 | 0.75 | 0.5;
  readonly control: number;
}

export interface Priority extends PriorityFactors {
  readonly dimension: string;
  /** Index points it was measured against. */
  readonly target: number;
  readonly score: number;
  /** A must-be question with clearly more than 20 % unfavourable goes to the top whatever the product says. */
  readonly flagged: boolean;
}

export type Reader = 'manager' | 'hr';

const reach: Readonly<Record<Reader, Readonly<Record<Controllability, number>>>> = {
  manager: { department: 1, shared: 0.8, company: 0.5 },
  hr: { company: 1, shared: 0.9, department: 0.6 },
};

export const controlOf = (controllability: Controllability, reader: Reader): number => reach[reader][controllability];

/** What is aimed at is never below what the rest of the company reaches. */
export const aimOf = (target: number, rest: number | null): number => Math.max(target, rest ?? 0);

export const deficitOf = (index: number, aim: number): number => Math.max(0, aim - index) / 100;

export function scoreOf({ need, deficit, evidence, control }: PriorityFactors): number {
  return need * deficit * evidence * control;
}

const layers: readonly Layer[] = ['material', 'spiritual', 'social'];

/** Highest first; flagged ones on top; scores within 10 % go to the material layer before the spiritual before the social. */
export function inOrder<One extends Priority>(priorities: readonly One[], layerOf: (dimension: string) => Layer): One[] {
  const sorted = [...priorities].sort((a, b) => Number(b.flagged) - Number(a.flagged) || b.score - a.score);
  const result: One[] = [];
  for (const one of sorted) {
    // Walks up past those that are practically equal and of a later layer; «within 10 %» is no order by itself.
    let at = result.length;
    while (at > 0 && goesBefore(one, result[at - 1] as One, layerOf)) at -= 1;
    result.splice(at, 0, one);
  }
  return result;
}

function goesBefore(one: Priority, other: Priority, layerOf: (dimension: string) => Layer): boolean {
  if (one.flagged !== other.flagged || one.score < other.score * 0.9) return false;
  return layers.indexOf(layerOf(one.dimension)) < layers.indexOf(layerOf(other.dimension));
}
