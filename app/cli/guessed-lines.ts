// What was read otherwise than as it stands: columns that were taken for something, scales, and answers that say there is none.
import type { Guessed } from '#app/services/analysis/guess-columns.server.ts';

export function guessedLines({ columns, scales, declined }: Guessed): string[] {
  return [
    ...columns.map(({ name, as }) => `«${name}» was taken for the ${as}`),
    ...[...scales].map(([name, scale]) => `«${name}» was read as ${scale}`),
    ...declined.map(({ name, n }) => `${n} ${n === 1 ? 'answer' : 'answers'} to «${name}» ${n === 1 ? 'says' : 'say'} that there is none`),
  ];
}
