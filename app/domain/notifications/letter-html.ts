// A letter as a mail program shows it. Nothing is loaded from anywhere and nothing tells that it was read; the colours are those of whoever
// reads, in the light and in the dark, and what somebody typed is text, whatever it looks like.

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

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei',Arial,sans-serif";
/** White on blue stands 6.9 to 1, whatever is around it. */
const buttonStyle = 'display:inline-block;padding:12px 24px;border-radius:6px;background-color:#0b5cad;color:#ffffff;font-weight:600;text-decoration:none';

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
  if (alone) return `<p style="margin:24px 0"><a href="${escaped(text)}" style="${buttonStyle}">${escaped(button)}</a></p>`;
  return `<p${rightToLeft ? ' dir="auto"' : ''} style="margin:0 0 16px">${text.split('\n').map((line) => linked(line, home)).join('<br>\n')}</p>`;
}

/** A whole document. */
export function letterHtml(letter: Dressed): string {
  const { language, rightToLeft, subject, text } = letter;
  const paragraphs = text.trim().split(/\n{2,}/).map((one) => paragraph(one, letter));
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${rightToLeft ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>:root{color-scheme:light dark;supported-color-schemes:light dark}</style>
</head>
<body style="margin:0;padding:0;color-scheme:light dark">
<div lang="${escaped(language)}" dir="${rightToLeft ? 'rtl' : 'ltr'}" style="max-width:560px;margin:0 auto;padding:24px 20px;${font};font-size:16px;line-height:1.6;overflow-wrap:break-word">
${paragraphs.join('\n')}
</div>
</body>
</html>
`;
}
