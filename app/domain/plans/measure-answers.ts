// Which reasons people tick a measure answers, and what can be counted of it from nothing. A reason that no ready-made measure answers has
// no row: own words are for that.
const answers: Readonly<Record<string, readonly string[]>> = {
  'M-PAY-1': ['pay.level', 'pay.no-increase'],
  'M-PAY-2': ['pay.internal-equity'],
  'M-PAY-3': ['pay.payment-error'],
  'M-PAY-4': ['pay.unclear'],
  'M-PAY-5': ['pay.no-increase'],
  'M-BEN-1': ['benefits.fit', 'benefits.scope'],
  'M-BEN-3': ['benefits.leave'],
  'M-BEN-4': ['benefits.unaware', 'benefits.access'],
  'M-BEN-5': ['benefits.scope'],
  'M-WKL-1': ['workload.volume'],
  'M-WKL-2': ['workload.urgent'],
  'M-WKL-3': ['workload.distribution'],
  'M-WKL-4': ['workload.understaffed'],
  'M-WKL-5': ['workload.process'],
  'M-WKL-6': ['workload.urgent'],
  'M-TOL-1': ['tools.outdated', 'tools.missing'],
  'M-TOL-2': ['tools.unreliable'],
  'M-TOL-3': ['tools.hard-to-use', 'tools.unreliable'],
  'M-TOL-4': ['tools.workplace'],
  'M-MGR-1': ['manager.support', 'manager.clarity'],
  'M-MGR-2': ['manager.authority'],
  'M-MGR-3': ['manager.respect', 'manager.support'],
  'M-MGR-4': ['manager.fairness'],
  'M-GRW-1': ['growth.training', 'growth.time'],
  'M-GRW-2': ['growth.path'],
  'M-GRW-3': ['growth.skills-unused'],
  'M-GRW-4': ['growth.fair-promotion'],
  'M-REC-1': ['recognition.rare'],
  'M-REC-2': ['recognition.slow'],
  'M-REC-3': ['recognition.opaque'],
  'M-REC-4': ['recognition.unfair'],
  'M-COM-1': ['communication.late'],
  'M-COM-2': ['communication.no-action', 'communication.no-feedback'],
  'M-COM-3': ['communication.one-way'],
  'M-COM-4': ['communication.unsafe'],
  'M-COM-5': ['communication.one-way'],
  'M-ISQ-1': ['service.late', 'service.unclear'],
  'M-ISQ-2': ['service.errors', 'service.late'],
  'M-ISQ-3': ['service.unresponsive'],
  'M-ISQ-4': ['service.attitude'],
  'M-CUL-1': ['culture.words-deeds'],
  'M-CUL-2': ['culture.silos'],
  'M-CUL-3': ['culture.responsibility', 'culture.trust'],
  'M-OUT-1': ['outcome.changed'],
  'M-OUT-2': ['outcome.changed'],
};

/** Ids of reasons. */
export const reasonsAnsweredBy = (measureId: string): readonly string[] => answers[measureId] ?? [];

/** Goals of counts that begin with the measure itself, and therefore at 0. */
const fromNothing: Readonly<Record<string, number>> = { 'M-WKL-1': 1, 'M-COM-5': 1, 'M-ISQ-4': 1, 'M-CUL-3': 1, 'M-GRW-3': 2 };

/** Null where the count of a measure begins with a number that only its department knows. */
export const countedFromNothing = (measureId: string): number | null => fromNothing[measureId] ?? null;
