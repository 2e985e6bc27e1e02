// What the ballot page says with values in it, as messages that a translator's file can hold: by key the names of the values in the order in
// which the page hands them over, and the English sentence. The product's own languages say the same as functions, which weigh less.
type Message = readonly [values: readonly string[], english: string];

export const ballotMessages: Readonly<Record<string, Message>> = {
  together: [['names'], '{first} with {others}'],
  'stopped.answersHere': [['count'], 'What you had filled in ({count})'],
  'promise.facts': [['questions', 'seconds', 'closes'], '{questions, plural, one {# question} other {# questions}} · {short, select, true {about {tens} seconds} other {about {minutes} minutes}} · open until {closes}'],
  'promise.end': [['day', 'place'], '{utc, select, true {{day}, midnight {place}} other {{day}, midnight in {place}}}'],
  'promise.block': [['name', 'count'], '{name} ({count, plural, one {# person} other {# people}})'],
  'promise.groups': [['k'], 'Results appear only for groups of at least {k}. When the survey closes, the results are computed once and every single answer is destroyed.'],
  'promise.ownWords': [['fewest', 'heads'], 'What you write in your own words HR reads word for word, from groups in which at least {fewest} people answered, and counts by theme{heads, select, true {; HR may pass it on to the heads of the group and, for the company, to everybody} other {}}.'],
  'promise.results': [['day'], 'You can read the results after {day}, for the company and for your own group. Managers read those of their departments, HR those of all: figures about groups under the same rules, never one person’s answers.'],
  'promise.answers': [['day'], 'What falls clearly short is answered by {day}: with a plan, or the reason why not.'],
  'promise.who': [['count'], 'Who is in this group ({count, plural, one {# person} other {# people}})'],
  'question.position': [['number', 'total'], '{number} of {total}'],
  'question.left': [['seconds'], '{short, select, true {about {tens} seconds left} other {about {minutes} minutes left}}'],
  'question.keys': [['last'], 'Keys 1–{last} choose, Enter goes on.'],
  'question.keysByPlace': [['last'], 'Keys 1–{last} choose by place, counted from the top; Enter goes on.'],
  'question.chosen': [['count', 'most'], '{count} of {most} chosen'],
  'question.whoReads': [['fewest', 'heads'], 'HR reads this word for word, from a group in which at least {fewest} people answered, without this question and your other answers. {heads, select, true {HR may pass it on as it stands to the heads of the group and, for the company, to everybody.} other {Managers and colleagues are not shown it; HR may tell them what it says.}} Leave out names and what only you could know.'],
  'question.room': [['left'], '{left} characters left'],
  'review.change': [['question'], 'Change: {question}'],
  'review.bytesText': [['record', 'body'], '{record} bytes, filled up with zeros and sealed in this browser to {body} bytes. Every sheet has this size.'],
  'review.padding': [['zeros'], '… and {zeros} zeros'],
  'review.tooLong': [['over'], 'Your texts together are too long by {over} bytes. Please shorten one of them.'],
  'sent.replaced': [['before'], 'You sent changed answers from another tab or window. The receipt {before} that stood here no longer counts; this one took its place.'],
  'sent.file': [['survey', 'receipt', 'closes'], '{survey}\n\nReceipt of your answers:\n{receipt}\n\nAfter {closes} the receipts of all counted sheets are published. If this line is among them, your answers were counted.\n'],
  'sent.results': [['day'], 'Results appear after {day}, for everybody under the same rules.'],
  'sent.changeText': [['day'], 'Until {day} you can change them on this device: the new sheet replaces this one.'],
  'proof.blinded': [['start'], '256 blinded bytes, {start}…'],
  'proof.sealed': [['bytes', 'start'], '{bytes} sealed bytes; number of the sheet {start}…'],
  'proof.fitsRow': [['entry', 'own'], 'Entry {entry}{own, select, true { (yours)} other { (made up)}}: fits'],
  'proof.fitsResult': [['count'], 'Your sheet fits all {count} entries equally well: nobody can tell from it whose it is.'],
  'counted.yesText': [['ballots'], 'Your receipt is one of the {ballots} published ones. This browser fetched the whole list and looked for it here.'],
  'counted.noText': [['ballots'], 'The published list holds {ballots} receipts, and yours is not among them. If you sent changed answers after it, only the newest receipt is there. Otherwise please tell those who run the survey.'],
};

/** The same as `roughly` in app/domain/surveys/questions/duration.ts. */
const time = { short: 'seconds<90', tens: 'Math.max(10,Math.round(seconds/10)*10)', minutes: 'Math.round(seconds/60)' };

/** What the page works out of what it is handed before it is said: expressions over the names of the values. */
export const derived: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  together: { first: 'names[0]??""', others: 'and.format(names.slice(1))' },
  'promise.end': { utc: '/^UTC/.test(place)' },
  'promise.facts': time,
  'question.left': time,
};
