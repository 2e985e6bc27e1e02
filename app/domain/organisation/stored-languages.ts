// The languages a company speaks, as they lie in the database.
import * as v from 'valibot';
import { stored, storedLanguage } from '../kernel/stored.ts';

export const storedLanguages = stored({ noun: 'the languages of the company', shape: v.array(storedLanguage) });
