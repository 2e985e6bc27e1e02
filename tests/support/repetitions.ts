// How often a test repeats itself: moderately in `npm test`, in full in `npm run attack`.
export const times = (normal: number, attack: number): number => (process.env['ATTACK'] === '1' ? attack : normal);
