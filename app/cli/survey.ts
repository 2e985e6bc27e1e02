// murmur survey: what stands where, and the word of a person on which alone an uncounted box is destroyed.
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import '#app/text/all.server.ts';
import { phaseOf } from '#app/domain/surveys/phase.ts';
import { openApp, type App } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { decide, keptSurveys, titlesOf, type Decision } from '#app/services/surveys/decide-set-asides.server.ts';
import { asideOf, closeSurvey, holdInstallation, isServed, lookAfterSetAsides, orderClosing, retryAsWished, setAsideIfMissing, startSurveys } from '#app/services/publication.server.ts';
import { textOf } from '#app/text/text.ts';
import type { Command, Io } from './command.ts';

const text = textOf('en');

async function withApp(io: Io, work: (app: App) => Promise<0 | 1 | 2>): Promise<0 | 1 | 2> {
  const app = await openApp(readConfig({ dataFolder: io.dataFolder }));
  try {
    return await work(app);
  } finally {
    await letGo(app);
    await app.data.close();
  }
}

/** As a server would: nobody else holds the installation meanwhile. */
async function whileHeld<T>(app: App, work: () => Promise<T>): Promise<T> {
  const hold = await holdInstallation(app);
  try {
    await startSurveys(app);
    return await work();
  } finally {
    await hold.letGo();
  }
}

function wrong(io: Io, command: Command, what: string): 2 {
  io.err(`${what}\nUsage: murmur ${command.usage}`);
  return 2;
}

function refuse(io: Io, id: string, because: string): 1 {
  io.err(`${id}: ${text.code('error', because)}`);
  return 1;
}

export const surveyList: Command = {
  name: 'survey list',
  usage: 'survey list [--data DIR] [--json]',
  summary: 'Lists every survey with where it stands, and what is set aside and why.',
  async run(args, io) {
    if (args.length > 0) return wrong(io, surveyList, 'nothing more is needed');
    return withApp(io, async (app) => {
      const kept = await keptSurveys(app);
      const known = await app.data.surveys.withConsultations();
      const listed = known.map((survey) => ({ id: survey.id, title: survey.title.en, phase: phaseOf(survey, app.today()), setAside: kept.find(({ surveyId }) => surveyId === survey.id) }));
      const strangers = kept.filter(({ surveyId }) => !known.some(({ id }) => id === surveyId)).map((aside) => ({ id: aside.surveyId, title: aside.title?.en ?? '', phase: 'unknown', setAside: aside }));
      const all = [...listed, ...strangers];
      if (io.json) io.out(JSON.stringify(all.map(({ setAside, ...one }) => ({ ...one, setAside: setAside ? { reason: setAside.reason, since: setAside.since, last: setAside.last } : null }))));
      else for (const { id, title, phase, setAside } of all) {
        io.out(`${id}  ${phase.padEnd(9)}  ${title}`);
        if (setAside) io.out(`  set aside since ${setAside.since}, to be decided by ${setAside.last}: ${text(`kept.reason.${setAside.reason}`)}`);
      }
      return 0;
    });
  },
};

export const surveyClose: Command = {
  name: 'survey close',
  usage: 'survey close ID [--data DIR]',
  summary: 'Closes a survey now: counts it, publishes it, destroys its ballots.',
  async run(args, io) {
    const [id, ...more] = args;
    if (id === undefined || more.length > 0 || id.startsWith('-')) return wrong(io, surveyClose, 'one ID is needed; murmur survey list names them');
    return withApp(io, async (app) => {
      if (isServed(io.dataFolder)) {
        const ordered = await orderClosing(app, id);
        if (!ordered.ok) return refuse(io, id, ordered.because);
        io.out('the portal that runs closes it within a minute');
        return 0;
      }
      const closed = await whileHeld(app, () => closeSurvey(app, id));
      if (!closed.ok) return refuse(io, id, closed.because);
      io.out(`closed; its release is ${closed.value.hash}`);
      return 0;
    });
  },
};

/** Written down, then carried out: by the portal where one runs, and here otherwise. */
async function carryOut(app: App, io: Io, decision: Decision): Promise<0 | 1> {
  const decided = await decide(app, decision);
  if (!decided.ok) return refuse(io, decision.surveyId, decided.because);
  if (isServed(io.dataFolder)) {
    io.out('written down; the portal that runs does it within a minute');
    return 0;
  }
  if (decision.wish === 'retry') await whileHeld(app, () => retryAsWished(app));
  else await lookAfterSetAsides(app);
  const aside = await asideOf(app, decision.surveyId);
  io.out(aside ? `still set aside: ${text(`kept.reason.${aside.reason}`)}` : decision.wish === 'retry' ? 'it goes on' : 'its keys and its ballots are destroyed');
  return aside ? 1 : 0;
}

export const surveyGiveUp: Command = {
  name: 'survey give-up',
  usage: 'survey give-up ID [--title TITLE] [--data DIR]',
  summary: 'Destroys the keys and ballots of a survey that is set aside, uncounted; asks for its title.',
  async run(args, io) {
    const call = callOf(args);
    if (typeof call === 'string') return wrong(io, surveyGiveUp, call);
    return withApp(io, async (app) => {
      await setAsideIfMissing(app, call.id);
      const aside = await asideOf(app, call.id);
      if (!aside) return refuse(io, call.id, 'not-set-aside');
      io.err(`${text(`kept.reason.${aside.reason}`)}\n${text('kept.give-up.lost')}`);
      const typed = call.title ?? (await asked(text('kept.give-up.type', { title: titlesOf(aside)[0] ?? call.id })));
      return carryOut(app, io, { surveyId: call.id, wish: 'give-up', actorId: null, title: typed });
    });
  },
};

async function asked(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(`${question}\n> `);
  } finally {
    lines.close();
  }
}

function callOf(args: readonly string[]): { readonly id: string; readonly title: string | undefined } | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { title: { type: 'string' } } });
    const [id, ...more] = positionals;
    return id === undefined || more.length > 0 ? 'one ID is needed; murmur survey list names them' : { id, title: values.title };
  } catch (error) {
    return (error as Error).message;
  }
}

export const surveyRetry: Command = {
  name: 'survey retry',
  usage: 'survey retry ID [--data DIR]',
  summary: 'Looks again at a survey that is set aside: if its files fit now, it goes on.',
  async run(args, io) {
    const [id, ...more] = args;
    if (id === undefined || more.length > 0 || id.startsWith('-')) return wrong(io, surveyRetry, 'one ID is needed; murmur survey list names them');
    return withApp(io, (app) => carryOut(app, io, { surveyId: id, wish: 'retry', actorId: null, title: '' }));
  },
};
