// A letter as a mail program shows it. Nothing is loaded from anywhere and nothing tells that it was read; the colours are those of whoever
// reads, in the light and in the dark, and what somebody typed is text, whatever it looks like. Outlook lays out with Word, which knows
// tables and their attributes and neither widths nor edges of anything else: column and button are tables for that reason alone.

export interface Dressed {
  /** BCP 47. */
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly subject: string;
  /** Paragraphs between empty lines. */
  readonly text: string;
  /** The portal's address: what begins so becomes a link, and no other address does. */
  readonly home: string;
  /** On the one link that stands in a paragraph of its own. */
  readonly button: string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter]!);

/** One sign is drawn in another way in each of these: a font of the neighbour would be read, and be wrong. */
const fontsOf: Readonly<Record<string, string>> = { 'zh-Hans': "'PingFang SC','Microsoft YaHei',", 'zh-Hant': "'PingFang TC','Microsoft JhengHei',", ja: "'Hiragino Sans','Yu Gothic UI',Meiryo," };
/** Word takes Times where it does not have the first one. */
const fontIn = (language: string): string => `font-family:'Segoe UI',system-ui,-apple-system,Roboto,${fontsOf[language] ?? ''}Arial,sans-serif`;
/** White on blue stands 6.9 to 1, whatever is around it. */
const blue = '#0b5cad';
const buttonStyle = `display:inline-block;padding:12px 24px;border-radius:6px;background-color:${blue};color:#ffffff;font-weight:600;text-decoration:none`;

/** A table that lays out and is no table to whoever listens. */
const layout = (rest: string): string => `<table role="presentation" ${rest} border="0" cellspacing="0"`;

function buttonHtml(address: string, label: string): string {
  const link = `<a href="${escaped(address)}" style="${buttonStyle}"><font color="#ffffff">${escaped(label)}</font></a>`;
  return `${layout('cellpadding="12"')} style="margin:24px 0"><tr><td bgcolor="${blue}" style="padding:0;border-radius:6px;mso-padding-alt:12px 24px">${link}</td></tr></table>`;
}

/** Full stops and brackets after an address belong to the sentence. Attacker: whoever types the portal's address as the name of a visitor
 * of another host (`https://portal@elsewhere`): only a path, a query or nothing may follow it. */
function linked(line: string, home: string): string {
  const portal = home.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const address = new RegExp(`${portal}[/?#][^\\s<>"'，。；）]*[\\w/#=-]|${portal}/?(?=$|[\\s<>"'，。；）,;!)])`, 'g');
  let made = '';
  let from = 0;
  for (const found of line.matchAll(address)) {
    made += `${escaped(line.slice(from, found.index))}<a href="${escaped(found[0])}">${escaped(found[0])}</a>`;
    from = found.index + found[0].length;
  }
  return made + escaped(line.slice(from));
}

/** Where most goes from right to left, what is English all the same does not. */
function paragraph(text: string, { home, button, rightToLeft }: Dressed): string {
  const alone = text.startsWith(`${home}/`) && !/\s/.test(text);
  if (alone) return buttonHtml(text, button);
  const lines = text.split('\n').map((line) => linked(line, home));
  if (!rightToLeft) return `<p style="margin:0 0 16px">${lines.join('<br>\n')}</p>`;
  return `<p dir="auto" style="margin:0 0 16px">${lines.map((line) => `<span dir="auto">${line}</span>`).join('<br>\n')}</p>`;
}

/** A whole document. */
export function letterHtml(letter: Dressed): string {
  const { language, rightToLeft, subject, text } = letter;
  const direction = rightToLeft ? 'rtl' : 'ltr';
  const paragraphs = text.trim().split(/\n{2,}/).map((one) => paragraph(one, letter));
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>:root{color-scheme:light dark;supported-color-schemes:light dark}</style>
</head>
<body style="margin:0;padding:0;color-scheme:light dark">
${layout('width="600" align="center" cellpadding="20"')} style="max-width:100%;margin:0 auto"><tr>
<td lang="${escaped(language)}" dir="${direction}" align="${rightToLeft ? 'right' : 'left'}" style="padding:24px 20px;${fontIn(language)};font-size:16px;line-height:1.6;overflow-wrap:break-word;word-break:break-word">
${paragraphs.join('\n')}
</td>
</tr></table>
</body>
</html>
`;
}
