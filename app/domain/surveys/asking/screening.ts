// A question may be asked of those only to whom something applies: «Do you work shifts?» opens what is about shifts. Only such a question
// opens another one, never a rating, a reason or a background answer: who was asked would tell the answer. What it opens is shown of many.

/** So many answers at least, and so at least as many people who were asked: how many they are is told of no smaller group. */
export const fewestScreened = 30;

/** Beside them, in every group, so many at least of whom nothing that follows is counted: nobody can be told to be one of those to whom it applies. */
export const fewestLeftOut = 2;

/** Ballots of the smallest group within which that is made sure of. */
export const fewestAround = (k: number): number => Math.max(k, fewestScreened) + fewestLeftOut;
