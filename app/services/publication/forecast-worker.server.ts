// The thread that forecasts which declared tables will be published: one order in, one result out. It ends by itself.
import { parentPort, workerData } from 'node:worker_threads';
import { forecastCuts } from '#app/domain/publication/cuts/cut-preview.ts';
import { seededChance } from '#app/domain/publication/release/seeded-chance.ts';
import type { ForecastOrder } from './forecast.server.ts';

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');

const { seed, ...ground } = workerData as ForecastOrder;
port.postMessage(forecastCuts({ ...ground, chance: seededChance(seed) }));
