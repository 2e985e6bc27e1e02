// A forecast as it lies in the database.
import * as v from 'valibot';
import { stored } from '#app/domain/kernel/stored.ts';
import { whyDropped } from '#app/domain/publication/release/release.ts';
import type { CutForecast } from './cut-preview.ts';

const texts = v.array(v.string());

const cut: v.GenericSchema<unknown, CutForecast> = v.object({
  question: v.string(),
  scope: v.string(),
  bands: v.nullable(v.array(texts)),
  leftOut: texts,
  why: v.nullable(v.picklist(whyDropped)),
});

export const storedForecast = stored<readonly CutForecast[]>({ noun: 'a forecast', shape: v.array(cut) });
