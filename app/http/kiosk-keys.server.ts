// Large keys for a slip's code on a shared device, and what makes it forget: the code goes to the server without becoming a page of the
// browser's history, a minute without a touch begins anew, and whoever opened it is signed out. Without the script it is the plain form.
import type { Text } from '#app/text/text.ts';

// Those of a code and no others: what is not on a key is on no slip.
const rows = ['0123456789', 'ABCDEFGHJKM', 'NPQRSTVWXYZ'];

export const kioskStyle = `body{place-content:start center;padding:12px}main{max-width:none;width:min(62rem,calc(100vw - 24px))}main>svg{display:none}h1{margin:0 0 4px}main>p{margin:0 0 8px}
form{margin:0}form>button{font-size:1.25rem;font-weight:600}.keys svg{width:32px;height:32px;color:inherit;vertical-align:middle}form input{margin:4px 0 8px;text-align:center;font-size:1.75rem}.keys{display:grid;grid-template-columns:repeat(11,1fr);gap:6px;margin:0 0 8px}
.keys button{min-height:60px;background:var(--bg);color:var(--ink);border:1px solid var(--muted);font-size:1.5rem;padding:0;touch-action:manipulation}.keys button:active{background:var(--accent);color:var(--on-accent)}
nav{position:absolute;top:8px;right:12px}.trouble{margin:0 0 8px}[hidden]{display:none}#idle{margin:8px 0 0;color:var(--ink);font-weight:600}
@media(max-width:40rem){nav{position:static}.keys{grid-template-columns:repeat(6,1fr)}.keys button{min-height:52px}}`;

/** Seconds without a touch after which it warns, and after which it begins anew. */
const [warned, cleared] = [40, 60];

export const kioskScript = `(()=>{
const all=(s)=>document.querySelectorAll(s),one=(s)=>document.querySelector(s),field=one('input'),form=one('form'),told=one('#told'),idle=one('#idle');
let touched=Date.now();
const plain=()=>field.value.replace(/[^0-9a-z]/gi,'').toUpperCase();
const write=(code)=>{field.value=(code.match(/.{1,4}/g)||[]).join('-')};
const say=(trouble)=>{told.hidden=!trouble;if(trouble){told.firstChild.textContent=told.dataset[trouble];told.lastChild.textContent=told.dataset[trouble+'Hint'];one('.trouble:not(#told)')?.remove()}};
const send=(again)=>fetch(form.action,{method:'POST',headers:{accept:'application/json'},body:new URLSearchParams({code:field.value})}).then((reply)=>reply.json()).then(({to,trouble})=>to?location.replace(to):trouble==='cookie'&&again?send(false):say(trouble)).catch(()=>say('storage'));
for(const key of all('.keys button'))key.addEventListener('click',()=>{say();key.value?plain().length<12&&write(plain()+key.value):write(plain().slice(0,-1))});
form.addEventListener('submit',(event)=>{event.preventDefault();say();send(true)});
for(const touch of ['pointerdown','keydown'])addEventListener(touch,()=>{touched=Date.now();idle.hidden=true});
setInterval(()=>{if(!field.value&&told.hidden&&!location.search)return;const still=(Date.now()-touched)/1e3;if(still>=${cleared}){field.value='';location.replace('/kiosk')}else idle.hidden=still<${warned}},1e3);
addEventListener('pageshow',(event)=>event.persisted&&location.reload());
fetch('/sign-out',{method:'POST',redirect:'manual',body:new URLSearchParams()}).catch(()=>{});
})()`;

// Drawn, because not every device has a sign for it.
const arrow = '<svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.5" aria-hidden="true"><path d="M12 8h16v16H12l-8-8zM16 12l8 8M24 12l-8 8"/></svg>';

export function kioskKeys(text: Text): string {
  const key = (value: string) => `<button type="button" value="${value}">${value}</button>`;
  const erase = `<button type="button" value="" aria-label="${text('kiosk.erase')}">${arrow}</button>`;
  return `<div class="keys" role="group" aria-label="${text('kiosk.keys')}">${rows.map((row, at) => Array.from(row, key).join('') + (at === 0 ? erase : '')).join('')}</div>`;
}

/** Where the script says what the page would say when it is loaded again. */
export function kioskTold(text: Text): string {
  const said = (['wrong', 'cookie', 'storage'] as const).map((trouble) => `data-${trouble}="${text(`code.${trouble}`)}" data-${trouble}-hint="${text(`code.${trouble}.hint`)}"`).join(' ');
  return `<div class="trouble" role="alert" id="told" hidden ${said}><strong></strong><p></p></div><p id="idle" role="status" hidden>${text('kiosk.idle')}</p>`;
}
