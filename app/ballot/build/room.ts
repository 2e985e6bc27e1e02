// How much of a visit is left for the page to grow: whoever makes it heavier reads so when it is built, and not in the last test.

/** Bytes over the wire before «Start», with headers, that a visit may take. */
export const mostOfVisit = 40_000;

/** What comes beside the page at most, of a survey in four languages and for eighteen groups: its description, one's offer, headers. */
export const mostBeside = 5_200;

/** `compressed`: of the page, in bytes. Below nothing, a visit is too heavy. */
export const roomFor = (compressed: number): number => mostOfVisit - mostBeside - compressed;
