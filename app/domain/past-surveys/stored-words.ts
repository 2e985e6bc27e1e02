// The words a survey from a file is read by, as they lie in the database and beside its release.
import * as v from 'valibot';
import type { Department } from '#app/domain/organisation/department.ts';
import { stored } from '#app/domain/kernel/stored.ts';
import { storedQuestion } from '#app/domain/surveys/stored-survey.ts';
import type { PastWords } from './past-survey.ts';

const department: v.GenericSchema<unknown, Department> = v.object({ id: v.string(), parentId: v.nullable(v.string()), name: v.string() });

export const storedWords = stored<PastWords>({ noun: 'the words of a past survey', shape: v.object({ departments: v.array(department), questions: v.array(storedQuestion) }) });
