// A portal that nobody has set up yet, for each journey a fresh one.
import { test as base } from '@playwright/test';
import { openPortal, type Portal } from './portal.ts';

export interface NewPortal extends Portal {
  /** Where the first administrator comes in. */
  readonly firstLink: string;
}

async function firstLinkOf(portal: Portal): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const link = /first administrator: (\S+)\n/.exec(portal.said())?.[1];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no way in was told: ${portal.said()}`);
}

export const test = base.extend<{ portal: NewPortal }>({
  portal: async ({}, provide) => {
    const portal = await openPortal();
    await provide({ ...portal, firstLink: await firstLinkOf(portal) });
    await portal.stop();
  },
});
