import { defineConfig, devices } from '@playwright/test';
import { chrome } from './support/chrome.ts';

// Each journey starts the server it needs; what only works without JavaScript is marked @nojs.
export default defineConfig({
  testDir: './journeys',
  outputDir: './results/journeys',
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['line'], ['json', { outputFile: './results/journeys.json' }]],
  use: { ...devices['Desktop Chrome'], launchOptions: chrome(), screenshot: 'off', trace: 'off', video: 'off' },
  projects: [
    { name: 'js', grepInvert: /@nojs/ },
    { name: 'nojs', grep: /@nojs/, use: { javaScriptEnabled: false } },
  ],
});
