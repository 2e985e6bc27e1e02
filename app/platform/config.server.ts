// The only reader of the environment: read once at start, wrong values are named at once instead of failing later.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isTimeZone } from '#app/domain/kernel/local-time.ts';
import { problemOfAddress } from '#db/index.server.ts';

export interface Config {
  readonly dataFolder: string;
  /** Where the portal's data are: the path of a file, or the address of a database server. */
  readonly database: string;
  readonly port: number;
  readonly host: string;
  /** Address under which people reach the portal, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether that address was given; otherwise it is this machine's own. */
  readonly addressed: boolean;
  /** smtp:// or smtps:// address; null shows sign-in links on screen (demo) or keeps letters waiting. */
  readonly smtp: string | null;
  /** Certificates (PEM) of whoever signed the mail server's, where that is nobody known; null for the usual ones. */
  readonly smtpCa: string | null;
  readonly mailFrom: string;
  /** A company that is made up: sign-in links are shown and may be used again. */
  readonly demo: boolean;
  /** Number of proxies in front, for the protocol only; addresses are never stored. */
  readonly proxies: number;
  /** Proposed as the company's time zone, by its name in the time zone database: the operator's wish, or where the computer is. */
  readonly timeZone: string;
  /** Whether the operator wished it: then it comes before the zone of a browser. */
  readonly timeZoneWished: boolean;
  /** Where to report a weakness: a mailto: or https: address; null where nobody is named. */
  readonly securityContact: string | null;
  /** Folder in which people files may lie that are taken by themselves; null for none. */
  readonly peopleFolder: string | null;
  /** Hosts from which they may be taken although they lie in the own network. */
  readonly peopleHosts: readonly string[];
  /** Certificates (PEM) of whoever signed those of these hosts, where that is nobody known; null for the usual ones. */
  readonly peopleCa: string | null;
  readonly production: boolean;
  /** Folder with the built pages and scripts. */
  readonly buildFolder: string;
}

/** A value of the environment or the command line that cannot be used; the message says what would be right. */
class ConfigMistake extends Error {
  override readonly name = 'ConfigMistake';
}

/** What whoever starts the program has to put right first; the message is one sentence with what to do. */
export class StartMistake extends Error {
  override readonly name = 'StartMistake';
}

/** Every variable the program reads; README says what they mean. */
type Variable =
  | 'MURMUR_DATA' | 'MURMUR_DATABASE' | 'PORT' | 'MURMUR_HOST' | 'MURMUR_URL' | 'MURMUR_SMTP' | 'MURMUR_SMTP_CA' | 'MURMUR_MAIL_FROM'
  | 'MURMUR_PROXIES' | 'MURMUR_TZ' | 'MURMUR_SECURITY_CONTACT' | 'MURMUR_BUILD' | 'NODE_ENV'
  | 'MURMUR_PEOPLE_FOLDER' | 'MURMUR_PEOPLE_HOSTS' | 'MURMUR_PEOPLE_CA';

/** A variable that is not among them cannot be read. */
export type Environment = { readonly [Name in Variable]?: string | undefined };

export interface Overrides {
  readonly dataFolder?: string;
  readonly port?: number;
  readonly demo?: boolean;
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new ConfigMistake(`${name}: a whole number is needed, not «${text}»`);
  return value;
}

function timeZoneIn(env: Environment): string {
  const named = env.MURMUR_TZ ?? '';
  if (named === '') return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isTimeZone(named)) throw new ConfigMistake(`MURMUR_TZ: a time zone like Asia/Hong_Kong is needed, not «${named}»`);
  return named;
}

function mailServerIn(text: string): string | null {
  if (text === '') return null;
  if (URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol)) return text;
  // Not repeated here: it may hold a password.
  throw new ConfigMistake('MURMUR_SMTP: an address like smtp://user:password@mail.example.org:587 is needed');
}

function databaseIn(text: string, dataFolder: string): string {
  if (text === '') return resolve(dataFolder, 'murmur.sqlite');
  const problem = problemOfAddress(text);
  if (problem) throw new ConfigMistake(`MURMUR_DATABASE: ${problem}`);
  return text;
}

/** The portal stands at the root of its name: links and the ballot page's own addresses begin there. */
function addressIn(text: string): string {
  const wanted = 'an address like https://murmur.example.org is needed';
  if (!URL.canParse(text)) throw new ConfigMistake(`MURMUR_URL: ${wanted}, not «${text}»`);
  const { protocol, origin, pathname, search, hash, username } = new URL(text);
  if (!/^https?:$/.test(protocol) || username !== '') throw new ConfigMistake(`MURMUR_URL: ${wanted}, not «${text}»`);
  if (/^\/*$/.test(pathname) && search === '' && hash === '') return origin;
  throw new ConfigMistake(`MURMUR_URL: ${wanted}, without a path: «${text}»; give Murmur a name of its own, like murmur.example.org`);
}

function contactIn(text: string): string | null {
  if (text === '') return null;
  if (/^[^\s@:/]+@[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  if (/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(text) && URL.canParse(text)) return text;
  throw new ConfigMistake(`MURMUR_SECURITY_CONTACT: an address like security@example.org or https://example.org/security is needed, not «${text}»`);
}

function hostsIn(text: string): readonly string[] {
  const hosts = text.split(/[,\s]+/).filter((host) => host !== '').map((host) => host.toLowerCase());
  const wrong = hosts.find((host) => !URL.canParse(`https://${host}`) || new URL(`https://${host}`).hostname !== host);
  if (wrong !== undefined) throw new ConfigMistake(`MURMUR_PEOPLE_HOSTS: names like hr.example.internal with commas between are needed, not «${wrong}»`);
  return hosts;
}

function certificatesIn(name: 'MURMUR_SMTP_CA' | 'MURMUR_PEOPLE_CA', env: Environment): string | null {
  const path = env[name] ?? '';
  if (path === '') return null;
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigMistake(`${name}: the file «${path}» cannot be read`);
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw new ConfigMistake(`${name}: «${path}» holds no certificate in PEM`);
  return text;
}

/** The data folder where a command line names none. */
export const usualDataFolder = (env: Environment = process.env): string => env.MURMUR_DATA ?? 'data';

/** Reads the environment; throws with the variable's name where a value cannot be used. */
export function readConfig(overrides: Overrides = {}, env: Environment = process.env): Config {
  const dataFolder = resolve(overrides.dataFolder ?? usualDataFolder(env));
  const port = overrides.port ?? wholeNumber('PORT', env.PORT, 3000);
  const publicUrl = addressIn(env.MURMUR_URL || `http://localhost:${port}`);
  return {
    dataFolder,
    database: databaseIn(env.MURMUR_DATABASE ?? '', dataFolder),
    port,
    host: env.MURMUR_HOST ?? '127.0.0.1',
    publicUrl,
    addressed: (env.MURMUR_URL ?? '') !== '',
    smtp: mailServerIn(env.MURMUR_SMTP ?? ''),
    smtpCa: certificatesIn('MURMUR_SMTP_CA', env),
    mailFrom: env.MURMUR_MAIL_FROM ?? `Murmur <murmur@${new URL(publicUrl).hostname}>`,
    // Never from the environment: it would hand anybody the sign-in link of anybody in a real company.
    demo: overrides.demo ?? false,
    proxies: wholeNumber('MURMUR_PROXIES', env.MURMUR_PROXIES, 0),
    timeZone: timeZoneIn(env),
    timeZoneWished: (env.MURMUR_TZ ?? '') !== '',
    securityContact: contactIn(env.MURMUR_SECURITY_CONTACT ?? ''),
    peopleFolder: env.MURMUR_PEOPLE_FOLDER ? resolve(env.MURMUR_PEOPLE_FOLDER) : null,
    peopleHosts: hostsIn(env.MURMUR_PEOPLE_HOSTS ?? ''),
    peopleCa: certificatesIn('MURMUR_PEOPLE_CA', env),
    production: env.NODE_ENV === 'production',
    buildFolder: resolve(env.MURMUR_BUILD ?? 'build'),
  };
}
