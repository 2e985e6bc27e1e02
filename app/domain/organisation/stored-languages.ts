// The languages a company speaks, as they lie in the database.
import * as v from 'valibot';
import { stored, storedLanguage, storedTongue } from '../kernel/stored.ts';

export const storedLanguages = stored({ noun: 'the languages of the company', shape: v.array(storedLanguage) });

export const storedTongues = stored({ noun: 'the further languages of the company', shape: v.array(storedTongue) });
