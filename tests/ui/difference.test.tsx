import { expect, test } from 'vitest';
import { differenceText } from '#app/ui/reports/difference.tsx';
import { textFor } from '#tests/support/console.ts';
import { shownDifference } from '#tests/support/shown-figures.ts';
