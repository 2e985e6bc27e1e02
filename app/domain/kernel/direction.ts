// Which languages are read from right to left: by their script where the tag names one, else by the language.
const scripts = new Set(['arab', 'hebr', 'thaa', 'syrc', 'nkoo', 'adlm', 'rohg']);
const tongues = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);

/** Of a BCP 47 tag. */
export function isRightToLeft(tag: string): boolean {
  const [tongue = '', ...more] = tag.toLowerCase().split('-');
  const script = more.find((part) => part.length === 4);
  return script === undefined ? tongues.has(tongue) : scripts.has(script);
}
