// Everything a service needs from outside, as one value: built once at start, replaced whole in tests.
import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Chance } from '#app/domain/kernel/chance.ts';
import { openData, type Data } from '#db/index.server.ts';
import { companyClock, type CompanyClock } from './company-clock.server.ts';
import type { Config } from './config.server.ts';
import { idMaker } from './ids.server.ts';
import { openLog, type Log } from './log.server.ts';
import { newSecret } from './secrets.server.ts';

export interface App extends CompanyClock {
  readonly config: Config;
  readonly data: Data;
  readonly log: Log;
  readonly chance: Chance;
  /** 128 random bits, base64url: an id tells neither time nor order. */
  newId(): string;
  /** 256 random bits, base64url: for sessions and links. */
  newSecret(): string;
  /** Told the name of each step that must survive a kill; a test ends the process there. */
  readonly checkpoint?: (step: string) => void;
}

export interface Opening {
  /** For a thread: the process has the same data open already, and closes them later. */
  readonly guest?: boolean;
}

/** `now` tells the time; the computer's own clock unless told. */
export async function openApp(config: Config, now = () => new Date(), { guest = false }: Opening = {}): Promise<App> {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const data = await openData(config.database, { guest });
  const clock = companyClock({ now, organisation: data.organisation, otherwise: config.timeZone });
  await clock.readTimeZone();
  return {
    config,
    data,
    log: openLog(config),
    chance: (below) => (below <= 1 ? 0 : randomInt(below)),
    ...clock,
    newId: idMaker(),
    newSecret,
  };
}
