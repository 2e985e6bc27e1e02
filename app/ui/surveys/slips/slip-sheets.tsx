// Slips as they are cut and folded: everything is printed on one side, and folded once the blank back is all that shows. Above the fold
// what it is, in three languages; below it the code.
import type { PrintedSlip, PrintedSlips, SlipWords } from '#app/domain/surveys/slips/printed-slips.ts';
import { QrCode } from '../../controls/qr-code.tsx';

export function SlipSheets({ slips: { said, address, sheets } }: { slips: PrintedSlips }) {
  return (
    <>
      {sheets.map((slips) => (
        <div key={slips[0]?.code} className="sheet slips">
          {slips.map((slip) => (
            <Slip key={slip.code} slip={slip} said={said} address={address} />
          ))}
          <span className="cut down" aria-hidden="true">
            ✂
          </span>
          <span className="cut across" aria-hidden="true">
            ✂
          </span>
        </div>
      ))}
    </>
  );
}

function Slip({ slip: { code, qr }, said, address }: { slip: PrintedSlip; said: readonly SlipWords[]; address: string }) {
  return (
    <section className="slip">
      <div className="outer">
        {said.map(({ language, title, how, until, nameless }) => (
          <div key={language} lang={language}>
            <strong>{title}</strong>
            <p>
              {how} {until} {nameless}
            </p>
          </div>
        ))}
      </div>
      <span className="fold" aria-hidden="true" />
      <div className="inner">
        <QrCode qr={qr} label={address} />
        <div>
          <p className="code">{code}</p>
          <p className="address">{address}</p>
          <Compared said={said} />
        </div>
      </div>
    </section>
  );
}

/** Both Chinese scripts compare the same six characters: each list of words stands once, under what is said about it. */
function Compared({ said }: { said: readonly SlipWords[] }) {
  const lists = [...new Set(said.map(({ words }) => words.join(' · ')))];
  return (
    <>
      {lists.map((list) => {
        const same = said.filter(({ words }) => words.join(' · ') === list);
        return (
          <p key={list} className="compared">
            {same.map(({ language, compare }) => (
              <span key={language} lang={language}>
                {compare}
              </span>
            ))}
            <strong lang={same[0]?.language}>{list}</strong>
          </p>
        );
      })}
    </>
  );
}
