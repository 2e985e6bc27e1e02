import { useState } from 'react';
import { useText } from '../../text.ts';

/** An address to pass on; it can be selected and copied by hand where there is no script or no clipboard. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const text = useText();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(value).then(() => setCopied(true));
  return (
    <div className="copy">
      <input readOnly value={value} aria-label={label} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" className="button" onClick={copy}>
        <span role="status">{text(copied ? 'sealed.copied' : 'sealed.copy')}</span>
      </button>
    </div>
  );
}
