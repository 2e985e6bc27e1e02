// The map and its views for those who may read the departments that the address names. The comparison is kept by its releases; the
// view is made each time, because there are as many as there are words to search for.
import { waveBefore } from '#app/domain/analysis/changes/comparability.ts';
import { may, type Actor } from '#app/domain/access/actor.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { nearby } from '#app/domain/reports/departments-near.ts';
import { mapPageOf, wavesBeside, waveAYearAgo, type MapNotice, type MapPage } from '#app/domain/reports/map-page.ts';
import type { MapWish } from '#app/domain/reports/map-wish.ts';
import type { App } from '#app/platform/app.server.ts';
import { mapOfWaves, type KnownWave } from '#app/services/publication/keep-releases.server.ts';
import { departmentIn, goneDepartment, linesUpTo, mayRead, ownBranch, type Refused } from './read-results.server.ts';

interface Asked {
  readonly surveyId: string;
  readonly language: Language;
  readonly wish: MapWish;
}

export async function readMap(app: App, actor: Actor, { surveyId, language, wish }: Asked): Promise<Outcome<MapPage, Refused>> {
  const line = await linesUpTo(app, surveyId);
  const known = line.at(-1);
  const asked = wish.department ?? ownBranch(actor, known?.wave);
  const gone = may(actor, 'read-results') ? goneDepartment(line, asked) : null;
  const found = departmentIn(known?.wave, gone ? null : asked);
  if (!found.ok || !known) return found.ok ? refused('not-found') : found;
  const { wave, department } = found.value;
  const beside = besideIn(line, wish.beside);
  // What the company answered everybody may read, so that it may stand beside the own department.
  const mayStandBeside = beside.department === null || beside.department === wave.root || mayRead(actor, wave, beside.department);
  if (!mayRead(actor, wave, department) || !mayStandBeside) return refused('forbidden');
  const against = againstIn(line, wish.against);
  const map = await mapOfWaves(app, known, against.wave ?? beforeIn(line));
  const notices = [...(gone ? [gone] : []), ...beside.notices, ...against.notices];
  const { sort, find, turned, part, dimension } = wish;
  const look = { language, department, order: { sort, find, turned, part }, dimension, beside: beside.department, against: against.wave?.wave ?? null, notices };
  const page = mapPageOf(line.map((one) => one.wave), map, look);
  return done({ ...page, departments: nearby(page.departments.filter(({ id }) => mayRead(actor, wave, id)), department) });
}

function beforeIn(line: readonly KnownWave[]): KnownWave | undefined {
  const before = waveBefore(line.map(({ wave }) => wave));
  return line.find(({ wave }) => wave === before);
}

function besideIn(line: readonly KnownWave[], id: string | null): { department: string | null; notices: MapNotice[] } {
  const wave = line.at(-1)?.wave;
  if (id === null || wave === undefined) return { department: null, notices: [] };
  if (id === 'company') return { department: wave.departments.has(id) ? id : wave.root, notices: [] };
  return departmentIn(wave, id).ok ? { department: id, notices: [] } : { department: null, notices: [{ code: 'no-department', asked: id }] };
}

function againstIn(line: readonly KnownWave[], asked: string): { wave: KnownWave | null; notices: MapNotice[] } {
  if (asked === 'rest') return { wave: null, notices: [] };
  const waves = line.map(({ wave }) => wave);
  const named = (wave: Wave) => wave.release.survey.id === asked;
  const chosen = asked === 'before' ? waveBefore(waves) : asked === 'year' ? waveAYearAgo(waves) : wavesBeside(waves).find(named);
  const wave = line.find((one) => one.wave === chosen);
  return wave ? { wave, notices: [] } : { wave: null, notices: [{ code: 'no-survey', asked }] };
}
