// Where declared cuts come in: they are admitted on who answered alone, before any answer is looked at, and tabulated after the
// last answer was moved. Whoever admits them is handed to the publication; without it a release has no cuts.
import type { AnswerSheet } from '#app/domain/publication/tally/answer-sheet.ts';
import type { DroppedCut, ReleasedCut } from '#app/domain/publication/release/release.ts';
import type { Structure } from '#app/domain/publication/groups/structure.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';

export interface AdmittedCuts {
  /** Fewest people on whom anything published rests, cuts included. */
  readonly minimumSupport: number;
  readonly dropped: readonly DroppedCut[];
  readonly steps: number;
  /** Called when every cell has its doubt: moves answers on the sheet until no complaint is certain, then tabulates. */
  readonly settle: (sheet: AnswerSheet) => readonly ReleasedCut[];
}

export type AdmitCuts = (input: TallyInput, structure: Structure) => AdmittedCuts;
