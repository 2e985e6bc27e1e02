// What whoever starts the program can put right: one sentence each. Anything else is a fault of the program and shows where it happened.
interface Failure {
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly port: string;
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: '', message: String(error), path: '', port: '' };
  const said = (name: string) => (name in error ? String(error[name as keyof Error]) : '');
  return { code: said('code'), message: error.message, path: said('path'), port: said('port') };
}

type Sentence = (failure: Failure, database: string) => string;

const noFolder: Sentence = ({ path }) => `${path || 'the data folder'} cannot be written by this account; give it to the account that runs Murmur, or name another folder with --data`;
const notAFolder: Sentence = ({ path }) => `${path} is no folder; name one with --data`;
/** The driver names no file: it is the database; every other file is opened by the program itself. */
const noDatabase: Sentence = (_failure, database) => `${database} cannot be written by this account; give it to the account that runs Murmur, or name another folder with --data`;
const full: Sentence = () => 'the disk is full; make room and start again: nothing was lost';
const wrongLogin: Sentence = () => 'MURMUR_DATABASE: the database server refuses this name or password; look at the address';
const noServer: Sentence = ({ message }, database) => `MURMUR_DATABASE: no database server answers at ${withoutPassword(database)} (${message.split('\n')[0]}); start it, or look at the address`;

const sentences: Readonly<Record<string, Sentence>> = {
  EADDRINUSE: ({ port }) => `port ${port} is in use by another program; stop it or choose another one with --port N`,
  EADDRNOTAVAIL: () => 'MURMUR_HOST: this machine has no such address; 127.0.0.1 or 0.0.0.0 would be one',
  EACCES: (failure, database) => (failure.port ? `port ${failure.port} needs more rights than this account has; choose one from 1024 up` : noFolder(failure, database)),
  EPERM: noFolder,
  EROFS: noFolder,
  ENOTDIR: notAFolder,
  EEXIST: notAFolder,
  ENOSPC: full,
  SQLITE_FULL: full,
  SQLITE_NOTADB: (_failure, database) => `${database} is no database of Murmur, or is damaged; move it away, or bring a backup back with murmur restore`,
  SQLITE_CORRUPT: (_failure, database) => `${database} is damaged; bring a backup back with murmur restore DIR --replace`,
  SQLITE_CANTOPEN: noDatabase,
  SQLITE_READONLY: noDatabase,
  SQLITE_BUSY: (_failure, database) => `${database} is in use by another program; stop it and start again`,
  ECONNREFUSED: noServer,
  ENOTFOUND: noServer,
  EAI_AGAIN: noServer,
  ETIMEDOUT: noServer,
  ECONNRESET: noServer,
  '28P01': wrongLogin,
  '28000': wrongLogin,
  '3D000': () => 'MURMUR_DATABASE: there is no such database on the server; create it first (createdb murmur)',
  '57P03': () => 'MURMUR_DATABASE: the database server is still starting; try again in a moment',
};

function withoutPassword(address: string): string {
  return URL.canParse(address) ? `${new URL(address).host}${new URL(address).pathname}` : address;
}

/** One sentence with what to do; null where the program is at fault. `database` as in the configuration. */
export function mistakeOf(error: unknown, database: string): string | null {
  // By name: the built server brings a class of its own.
  if (error instanceof Error && ['ConfigMistake', 'StartMistake'].includes(error.name)) return error.message;
  const failure = failureOf(error);
  const primary = failure.code.split('_').slice(0, 2).join('_');
  // A server that takes connections and says nothing has no code.
  const silent = /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout)/.test(failure.message) ? noServer : undefined;
  const sentence = sentences[failure.code] ?? sentences[primary] ?? silent;
  return sentence ? sentence(failure, database) : null;
}
