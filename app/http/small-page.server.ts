// What the small pages in front of the framework look like, in our colours and cheap enough to be sent to a flood.

// Colours and sizes are those of app/styles/tokens.css.
export const smallStyle = `:root{color-scheme:light dark;--ink:#16202c;--muted:#52606f;--bg:#f6f7f9;--accent:#0b5cad;--on-accent:#fff}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6ebf1;--muted:#9fb0c0;--bg:#11181f;--accent:#7db8f2;--on-accent:#0c1a27}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px 16px;background:var(--bg);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
:lang(zh-Hans) body{font-family:system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
:lang(zh-Hant) body{font-family:system-ui,-apple-system,"PingFang TC","Microsoft JhengHei","Noto Sans CJK TC","Noto Sans TC",sans-serif}
main{max-width:34rem}svg{width:48px;height:48px;color:var(--accent)}h1{font-size:1.375rem;line-height:1.3;margin:16px 0 8px}p{margin:0 0 24px;color:var(--muted)}
a{display:inline-flex;align-items:center;min-height:44px;padding:0 16px;border-radius:6px;background:var(--accent);color:var(--on-accent);text-decoration:none;font-weight:600}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}`;

export const birds =
  '<svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" aria-hidden="true"><path d="M3 12c3-3 5-3 6.500 0c1.500-3 3.500-3 6.500 0"/><path d="M15 20c3-3 5-3 6.500 0c1.500-3 3.500-3 6.500 0"/><path d="M19 9c2-2 3.300-2 4.300 0c1-2 2.300-2 4.300 0"/><path d="M5 24c2-2 3.300-2 4.300 0c1-2 2.300-2 4.300 0"/></svg>';
