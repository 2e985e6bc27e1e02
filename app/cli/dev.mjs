// `npm run dev`: the made-up company, served from the sources. A change of what people see shows at once; any other change starts the
// server again. The outer process only starts the inner one, as often as it asks for it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from './settings.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const unreadable = readSettings();
if (unreadable !== null) {
  process.stderr.write(`${unreadable}\n`);
  process.exit(1);
}
const inner = 'MURMUR_DEVELOPS';
const again = 75;

/** Drawn anew with the next request; what else changes is in the memory of the server. */
const seen = /^app\/(ui|routes|styles|root\.tsx|entry\.)/;

function outer() {
  let child = null;
  const begin = () => {
    child = spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, [inner]: '1', NODE_ENV: 'development' } });
    child.once('exit', (code, signal) => (code === again ? begin() : process.exit(signal ? 1 : code)));
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child?.kill(signal));
  begin();
}

const newest = (folder) => Math.max(...readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, name)).mtimeMs));

/** A survey keeps the ballot page with which it is sealed: the page is built, not drawn. */
function buildBallotPage() {
  const page = join(root, 'build/ballot/pages.json');
  if (existsSync(page) && statSync(page).mtimeMs >= Math.max(newest(join(root, 'app/ballot')), newest(join(root, 'app/text/ballot')))) return;
  process.stderr.write('Building the ballot page …\n');
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'app/ballot/build/write.ts')], { cwd: root, stdio: ['ignore', 'ignore', 2] });
  if (status !== 0) process.exit(1);
}

async function develop() {
  process.chdir(root);
  buildBallotPage();
  const vite = await import('vite');
  // Listens nowhere: the portal's own server hands over what the browser opens to hear of changes.
  const changes = createServer();
  const watching = await vite.createServer({ appType: 'custom', server: { middlewareMode: true, hmr: { server: changes } } });
  // Vite would end the process at once, before what is under way has ended.
  process.removeAllListeners('SIGTERM');
  process.stdin.removeAllListeners('end');
  let running = null;
  let ending = false;
  const end = async (code) => {
    if (ending) return;
    ending = true;
    await Promise.all([running?.stop(), watching.close()]);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end(0));
  watching.watcher.on('all', (_what, path) => {
    const changed = relative(root, path);
    // Where it could not start, whatever changes may be what was wrong.
    if (!/^(app|db)\//.test(changed) || (running && seen.test(changed))) return;
    process.stderr.write(`${changed} changed; the server starts again …\n`);
    void end(again);
  });
  const making = {
    build: () => watching.ssrLoadModule('virtual:remix/server-build'),
    stand(server) {
      const [portal] = server.listeners('request');
      server.removeAllListeners('request');
      server.on('request', (request, response) => watching.middlewares(request, response, () => portal.call(server, request, response)));
      server.on('upgrade', (...asked) => changes.emit('upgrade', ...asked));
    },
  };
  try {
    const { develop: start } = await watching.ssrLoadModule('/app/cli/dev.ts');
    running = await start(process.argv.slice(2), making);
  } catch (error) {
    if (ending) return;
    if (isStartMistake(error)) {
      process.stderr.write(`${error.message}\n`);
      return void end(1);
    }
    watching.ssrFixStacktrace(error);
    process.stderr.write(`${error.stack}\nIt did not start; it is tried again when a file changes.\n`);
  }
}

/** The port is taken, another server has the folder: no change of a file mends it. */
const isStartMistake = (error) => ['StartMistake', 'ConfigMistake'].includes(error?.name) || error?.code === 'EADDRINUSE';

if (process.env[inner]) await develop();
else outer();
