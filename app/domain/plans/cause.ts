// Why a score is low: the thing is poor, it is good but not seen, people were led to expect something else, or the first two at once.

export const causes = ['value', 'awareness', 'expectation', 'mixed'] as const;
export type Cause = (typeof causes)[number];
