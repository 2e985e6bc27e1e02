// What a refusal tells of days, as people write them.
import { isDay } from '#app/domain/kernel/day.ts';
import type { Details } from '#app/domain/kernel/outcome.ts';
import type { Text } from './text.ts';

export const withDays = (text: Text, details: Details): Details => Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'string' && isDay(value) ? text.day(value) : value]));
