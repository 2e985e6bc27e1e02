// `npm run weights`: what each page of the build weighs, packed, in bytes.
import { pageWeights } from '#tests/support/page-weights.ts';

console.table(pageWeights());
