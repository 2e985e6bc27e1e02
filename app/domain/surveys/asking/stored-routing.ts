// Who is asked single questions, as it lies in the database: with a survey, and with the programme that prepares surveys.
import * as v from 'valibot';

export const storedRouting = v.array(v.union([v.object({ question: v.string(), departments: v.array(v.string()) }), v.object({ question: v.string(), screener: v.string() })]));
