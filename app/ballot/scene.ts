// What every screen is drawn from, and what a person can set going on it.
import { inLanguage } from '#app/domain/kernel/language.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import type { Flow, Happening } from './flow.ts';
import type { Counting } from './receipts.ts';

export interface Scene {
  readonly text: BallotText;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, hex. */
  readonly hash: string;
  /** The six words. */
  readonly fingerprint: readonly string[];
  readonly kiosk: boolean;
  /** False where a closed tab loses everything. */
  readonly lasting: boolean;
  /** Everybody in the person's block, as checked against the sealed survey. */
  readonly names: readonly string[];
  readonly flow: () => Flow;
  /** Lets the flow go on and draws what follows. */
  readonly on: (happening: Happening) => void;
  /** Takes the paper; `reissue` takes the one replacement. */
  readonly take: (reissue: boolean) => void;
  readonly send: () => void;
  /** The receipt that stood here until another tab sent changed answers. */
  readonly replaced: string | null;
  /** What the published list says about the receipt; null before closing. */
  readonly counting: Counting | null;
  /** Begins from nothing, for the person who is signed in now. */
  readonly forget: () => void;
  /** Signs out and begins from nothing, for the next person at a shared device. */
  readonly restart: () => void;
}

/** A day as people write it, without the clock or the time zone of the device having a say. */
export function dayIn(scene: Pick<Scene, 'text'>, day: string): string {
  return new Intl.DateTimeFormat(scene.text.language === 'en' ? 'en-GB' : scene.text.language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** The end of the last day as it was sealed: with its hour and place, where it was sealed with one. */
export function endIn(scene: Pick<Scene, 'text' | 'manifest'>): string {
  const { closes, place } = scene.manifest.survey;
  const day = dayIn(scene, closes);
  return place ? scene.text.promise.end(day, inLanguage(place, scene.text.language)) : day;
}

/** Who reads results and own words, as this survey was sealed with it; `usual` where it says nothing of its own. */
export function readersIn({ text, manifest }: Pick<Scene, 'text' | 'manifest'>, usual: string): string {
  return inLanguage(manifest.survey.readers, text.language) ?? usual;
}

export interface Screen {
  readonly node: HTMLElement;
  /** Follows what happened without taking focus or typed text away. */
  readonly refresh?: () => void;
}
