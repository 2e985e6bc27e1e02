import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import { dimensions, kOfSensitivity, libraryItems, libraryScale } from '#app/domain/surveys/questions/question-library.ts';

/** A question of the library as it can be chosen for a column. */
export interface LibraryChoice {
  readonly id: string;
  readonly text: string;
  readonly points: number;
  /** More than the usual smallest group; null for ordinary questions. */
  readonly k: number | null;
}

export interface LibraryGroup {
  readonly id: string;
  readonly label: string;
  readonly items: readonly LibraryChoice[];
}

/** All questions there have ever been, retired ones too: they may have been asked then. `k`: the organisation's. */
export function libraryChoices(language: Language, k: number): readonly LibraryGroup[] {
  return dimensions.map(({ id, label }) => ({
    id,
    label: inLanguage(label, language),
    items: libraryItems
      .filter((item) => item.dimension === id)
      .map((item) => {
        const needed = Math.max(k, kOfSensitivity[item.sensitivity]);
        return { id: item.id, text: inLanguage(item.text, language), points: libraryScale(item.scale).points, k: needed > k ? needed : null };
      }),
  }));
}
