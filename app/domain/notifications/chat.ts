// What a channel is told: that a survey opens, one reminder, that results are there, that a promise was kept. Never to a person, and never
// about who answered: a post says the same to everybody who reads the channel, and its link leads to a page that asks who is there.
import type { Day } from '../kernel/day.ts';

export const chatKinds = ['slack', 'teams', 'wecom', 'dingtalk', 'feishu'] as const;
export type ChatKind = (typeof chatKinds)[number];

export const chatOccasions = ['opened', 'reminder', 'results', 'kept'] as const;
export type ChatOccasion = (typeof chatOccasions)[number];

export interface ChatSetting {
  readonly kind: ChatKind | 'off';
  /** Of the channel, https; whoever knows it can post there. */
  readonly address: string;
  /** With which 钉钉 and 飞书 sign; empty for none. */
  readonly secret: string;
  readonly occasions: readonly ChatOccasion[];
  /** BCP 47, of the posts. */
  readonly language: string;
  /** What happened before this day is told no more. */
  readonly since: Day;
}

export const chatRefusals = ['not-https', 'own-network', 'moved', 'answered', 'no-answer', 'refused-there'] as const;
export type ChatRefusal = (typeof chatRefusals)[number];

/** How the last post failed; nothing where it did not. */
export interface ChatTrouble {
  readonly day: Day;
  readonly because: ChatRefusal;
  /** What the other side said, such as «500» or its own code. */
  readonly said: string;
  /** It is not tried again. */
  readonly givenUp: boolean;
}

export interface ChatPost {
  /** Of one happening always the same: it is told once. */
  readonly id: string;
  readonly text: string;
  readonly link: string;
  /** Words of the link. */
  readonly label: string;
}

interface Signature {
  /** Seconds. */
  readonly timestamp: string;
  readonly sign: string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Slack takes these three for its own marks. */
const forSlack = (text: string): string => text.replace(/[&<>]/g, (letter) => entities[letter]!);
/** What begins a link, a mention or emphasis in Markdown is only a letter in a title. */
const forMarkdown = (text: string): string => text.replace(/[[\]()*_`<>@#]/g, (letter) => ({ '[': '［', ']': '］', '(': '（', ')': '）', '<': '‹', '>': '›', '@': '＠' })[letter] ?? '');

/** The JSON that each takes for a text and a link. `signed` only where the body carries it (飞书). */
export function chatBody(kind: ChatKind, { text, link, label }: Omit<ChatPost, 'id'>, signed: Signature | null): unknown {
  switch (kind) {
    case 'slack':
      return { text: `${forSlack(text)}\n<${link}|${forSlack(label)}>` };
    case 'teams': {
      const content = { type: 'AdaptiveCard', version: '1.4', body: [{ type: 'TextBlock', text: forMarkdown(text), wrap: true }], actions: [{ type: 'Action.OpenUrl', title: label, url: link }] };
      return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
    }
    case 'wecom':
      return { msgtype: 'markdown', markdown: { content: `${forMarkdown(text)}\n[${label}](${link})` } };
    case 'dingtalk':
      return { msgtype: 'markdown', markdown: { title: text, text: `${forMarkdown(text)}\n\n[${label}](${link})` } };
    case 'feishu':
      return { ...signed, msg_type: 'post', content: { post: { zh_cn: { title: '', content: [[{ tag: 'text', text: `${text} ` }, { tag: 'a', text: label, href: link }]] } } } };
  }
}

const noCode = '–';

/** Slack and Teams say next to nothing where they took a post. Whatever has their shape may answer JSON; Teams says in a sentence with 200 that
 * it failed, and the page of a proxy is neither. */
function refusalInWords(body: string): string | null {
  const said = body.trim();
  if (/^(ok|1|true)?$/i.test(said)) return null;
  const code = /HTTP error (\d{3})/.exec(said)?.[1] ?? noCode;
  try {
    const { ok, success, error } = JSON.parse(said) as { readonly ok?: unknown; readonly success?: unknown; readonly error?: unknown };
    return ok === false || success === false || error ? code : null;
  } catch {
    return code;
  }
}

/** All of them answer 200 also where they refuse: the three Chinese ones with a code that is not 0, where what says no code took nothing. Null
 * where it was taken; words of the other side are never handed on. */
export function refusalIn(kind: ChatKind, body: string): string | null {
  if (kind === 'slack' || kind === 'teams') return refusalInWords(body);
  try {
    const { errcode, code, StatusCode } = JSON.parse(body) as { readonly errcode?: unknown; readonly code?: unknown; readonly StatusCode?: unknown };
    const told = errcode ?? code ?? StatusCode;
    if (told === 0) return null;
    return /^-?\d{1,12}$/.test(String(told)) ? String(told) : noCode;
  } catch {
    return noCode;
  }
}
