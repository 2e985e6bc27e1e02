// The page on which a code is typed: one small document without a session, readable before anything is known about whoever came. The code
// of a QR stands behind the `#`, which no browser sends anywhere: the script puts it into the field, and a person presses the button, so
// that no scanner of links uses it up.
import { createHash } from 'node:crypto';
import { languages, nameOfLanguage, type Language } from '#app/domain/kernel/language.ts';
import { textOf } from '#app/text/text.ts';
import { birds, smallStyle } from './small-page.server.ts';

export type CodeTrouble = 'wrong' | 'cookie' | 'storage';

export interface CodePage {
  readonly language: Language;
  /** A shared device. */
  readonly kiosk: boolean;
  readonly trouble?: CodeTrouble;
  /** As it was typed. */
  readonly typed?: string;
}

const style = `${smallStyle}
form{margin:0 0 24px}label{display:block;font-weight:600;margin:0 0 4px}input{display:block;width:100%;min-height:56px;margin:8px 0 16px;padding:8px 12px;border:2px solid var(--muted);border-radius:6px;background:var(--bg);color:var(--ink);font:600 1.375rem/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.08em;text-transform:uppercase}
input:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}button{min-height:56px;width:100%;border:0;border-radius:6px;background:var(--accent);color:var(--on-accent);font:600 1.0625rem/1 inherit;font-family:inherit;cursor:pointer}
p.hint{margin:0;font-size:.9375rem}.trouble{border-left:4px solid #b42318;padding:4px 0 4px 12px;margin:0 0 24px}.trouble p{margin:4px 0 0}nav a{background:none;color:var(--accent);padding:0 12px 0 0}`;
const script = `var c=decodeURIComponent(location.hash.slice(1));if(c){document.querySelector('input').value=c;history.replaceState(null,'',location.pathname+location.search)}`;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
export const codePolicy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!);

const wayTo = (language: Language, kiosk: boolean) => `/code?${kiosk ? 'kiosk&' : ''}lang=${language}`;

export function codePage({ language, kiosk, trouble, typed = '' }: CodePage): string {
  const text = textOf(language);
  const title = text('code.title');
  const said = trouble && `<div class="trouble" role="alert" id="trouble"><strong>${text(`code.${trouble}`)}</strong><p>${text(`code.${trouble}.hint`)}</p></div>`;
  const others = languages.filter((other) => other !== language).map((other) => `<a href="${wayTo(other, kiosk)}" lang="${other}">${nameOfLanguage(other)}</a>`);
  const field = `<input id="code" name="code" value="${escaped(typed)}" maxlength="100" required autofocus autocomplete="off" autocapitalize="characters" spellcheck="false" inputmode="text" aria-describedby="hint${trouble ? ' trouble' : ''}"${trouble === 'wrong' ? ' aria-invalid="true"' : ''}>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><style>${style}</style></head><body><main>${birds}<h1>${title}</h1><p>${text('code.lead')}</p>${said ?? ''}<form method="post" action="${wayTo(language, kiosk)}"><label for="code">${text('code.label')}</label><p class="hint" id="hint">${text('code.hint')}</p>${field}<button>${text('code.go')}</button></form><nav>${others.join('')}</nav></main><script>${script}</script></body></html>`;
}
