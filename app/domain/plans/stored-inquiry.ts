// What was found out beside the survey as it lies in the database.
import * as v from 'valibot';
import { stored, storedDay } from '../kernel/stored.ts';
import { inquiryKinds, type Inquiry } from './inquiry.ts';

export const inquiryShape: v.GenericSchema<unknown, Inquiry> = v.object({
  id: v.string(),
  kind: v.picklist(inquiryKinds),
  departmentId: v.string(),
  day: storedDay,
  surveyId: v.nullable(v.string()),
  topic: v.string(),
  moderatorId: v.nullable(v.string()),
  participants: v.number(),
  points: v.string(),
  recordedBy: v.string(),
});

export const storedInquiry = stored<Inquiry>({ noun: 'what was found out beside the survey', shape: inquiryShape });
