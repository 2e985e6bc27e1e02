import { defineConfig, devices } from '@playwright/test';
import { chrome, hasBrowser } from './support/chrome.ts';
import { leaveOut } from './support/left-out.ts';

// Each worker reads this file too.
if (!hasBrowser() && process.env['TEST_WORKER_INDEX'] === undefined) leaveOut('every journey in a browser: npm has none for this platform and none is installed; CHROME names one');

// Each journey starts the server it needs; what only works without JavaScript is marked @nojs.
export default defineConfig({
  testDir: './journeys',
  testIgnore: hasBrowser() ? [] : ['**'],
  outputDir: './results/journeys',
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['line'], ['json', { outputFile: './results/journeys.json' }]],
  use: { ...devices['Desktop Chrome'], launchOptions: hasBrowser() ? chrome() : {}, screenshot: 'off', trace: 'off', video: 'off' },
  projects: [
    { name: 'js', grepInvert: /@nojs/ },
    { name: 'nojs', grep: /@nojs/, use: { javaScriptEnabled: false } },
  ],
});
