#!/usr/bin/env node
// The program's front door. `serve` and `demo` run the built server; everything else runs from the sources, right after `npm ci`.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
