import type { ClockReading } from '#app/domain/organisation/zone-offer.ts';
import { privacyParts, type PrivacyReport } from '#app/domain/privacy/privacy-report.ts';
import { saidOf } from '#app/text/privacy-check.ts';
import { Badge } from '../controls/badge.tsx';
import { Card } from '../controls/card.tsx';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';

/** The self-test in plain words, on screen and on paper. */
export function CheckReport({ report, of }: { report: PrivacyReport; of: ClockReading & { readonly organisation: string; readonly address: string } }) {
  const text = useText();
  const failed = report.checks.filter(({ ok }) => !ok).length;
  return (
    <div className="stack check-report">
      <Notice tone={report.ok ? 'good' : 'danger'} title={report.ok ? text('privacy.report.holds') : text('privacy.report.fails', { n: failed })}>
        {text('privacy.check.at', { ...of, day: text.day(of.day) })}
      </Notice>
      {privacyParts.map(([part, ids]) => (
        <Card key={part} title={text(`privacy.part.${part}`)}>
          <ul className="bare checks">
            {report.checks
              .filter(({ id }) => ids.includes(id))
              .map((check) => (
                <li key={check.id}>
                  <Badge tone={check.ok && !check.limit ? 'good' : 'late'} icon={check.ok && !check.limit ? 'check' : 'warning'}>
                    {text(check.limit ? 'privacy.check.limit' : check.ok ? 'privacy.check.ok' : 'privacy.check.not-ok')}
                  </Badge>
                  <p>{saidOf(text, check)}</p>
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
