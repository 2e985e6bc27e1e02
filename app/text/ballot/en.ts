import { englishWords } from '#app/domain/surveys/sealed/fingerprint-words.ts';
import { roughly } from '#app/domain/surveys/questions/duration.ts';
import type { BallotText } from './ballot-text.ts';

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
function time(seconds: number): string {
  const { unit, n } = roughly(seconds);
  return `about ${n} ${unit}`;
}
const and = new Intl.ListFormat('en', { type: 'conjunction' });

export const en: BallotText = {
  language: 'en',
  words: englishWords,
  pageTitle: 'Survey',
  noScript:
    'This page seals your answers on your own device before they leave it. That needs JavaScript: please allow it for this page and load it again.',
  languages: 'Language',
  loading: 'Opening the survey …',
  together: ([first = '', ...others]) => (others.length > 0 ? `${first} with ${and.format(others)}` : first),
  stops: {
    'no-link': {
      title: 'This link is not complete',
      text: 'The part after the # is missing or cut off. Please open the link in your invitation again, or copy all of it.',
    },
    'no-cryptography': {
      title: 'Your answers could not be sealed here',
      text: 'Browsers offer their cryptography only over a secure connection (https). This page was opened without one, so nothing was asked and nothing was sent. Please tell those who run the survey: it has to be reached under an https:// address.',
    },
    connection: {
      title: 'No connection',
      text: 'The server could not be reached. Nothing is lost: your answers stay on this device. Please try again.',
    },
    survey: {
      title: 'There is no such survey',
      text: 'Nothing is known under this link. It may have been withdrawn, or the link may be wrong.',
    },
    altered: {
      title: 'This is not the survey you were invited to',
      text: 'What the server sent does not match the fingerprint in your link. The page stops here so that you do not answer something you were not promised. Please tell those who sent you the link.',
    },
    'too-new': {
      title: 'This page is too old for the survey',
      text: 'The survey was sealed by a newer version. Please open the link in your invitation again.',
    },
    names: {
      title: 'The list of your group is not the sealed one',
      text: 'The names the server gave for your group do not match the survey as it was sealed. The page stops here so that nobody can be surrounded by invented colleagues. Please tell those who run the survey.',
    },
    'sign-in': {
      title: 'Please sign in first',
      text: 'You sign in only to take your answer sheet, so that everybody answers once. Your answers are sent later without it. After signing in you come back to this page.',
    },
    'not-on-roll': {
      title: 'You are not invited to this survey',
      text: 'The list of those invited was fixed when the survey was sealed, and you are not on it. You may have joined later, or belong to another survey.',
    },
    held: {
      title: 'The sheet stays with another address',
      text: 'Your address was changed after this survey was sealed. Its answer sheet stays with the address you had then, taken or not. If you can still read letters there, ask for a link with that address; if not, ask somebody of HR or administration who did not change your address to release it.',
    },
    'by-slip': {
      title: 'You come with a slip',
      text: 'You are on the list of those who answer with a slip. Get yours from the two people who hand them out.',
    },
    closed: {
      title: 'This survey is closed',
      text: 'No answers are taken any more. What you had not sent stays on this device.',
    },
    'not-open': {
      title: 'This survey has not opened yet',
      text: 'It opens on the day named in your invitation. Please come back then.',
    },
    'other-person': {
      title: 'Somebody else’s answers are in this browser',
      text: 'Another person took a sheet or answered here, and it is not shown to you. Please use another device, another browser or a private window. If it may go, you can remove it: that person can then no longer change those answers and, if they were not sent, needs the one replacement.',
    },
    'other-paper': {
      title: 'An answer sheet was already taken in your name',
      text: 'It is on another device or in another browser, or this browser’s storage was cleared. If you still have it, please go on there. If it is lost, you can take one replacement. Because the lost one might still be sent, replacements are counted and the number is printed with the results.',
    },
    'no-reissue': {
      title: 'No further answer sheet',
      text: 'A lost sheet is replaced once; for one taken with a slip ask for another slip. If your sheet is on another device, please answer there.',
    },
    key: {
      title: 'The survey’s key is unfit',
      text: 'The key that should protect your answers is not of the required kind. The page stops here; nothing was sent. Please tell those who run the survey.',
    },
    signature: {
      title: 'The answer sheet is not genuine',
      text: 'The server returned a sheet that does not verify under the sealed key. It was not used, because a sheet of its own kind could be recognised later. Please tell those who run the survey.',
    },
    identity: {
      title: 'Not sent: something on the way adds your name',
      text: 'A program between you and the server attached who you are to the answers, so the server refused it and stored nothing. Your answers are still on this device. Please tell those who run the survey; another network may work.',
    },
    paper: {
      title: 'Your answer sheet was not accepted',
      text: 'The server does not recognise the sheet. Nothing was stored; your answers are still on this device.',
    },
    size: { title: 'Your answers were not accepted', text: 'They arrived damaged. Nothing was stored; please send them again.' },
    version: {
      title: 'Your answers were not accepted',
      text: 'This page does not fit the server’s version. Your answers are still on this device; please open the link in your invitation again.',
    },
    busy: {
      title: 'The server is busy',
      text: 'Many people are answering just now. Your answers are still on this device; please try again in a minute.',
    },
    storage: {
      title: 'The server could not store your answers',
      text: 'They are still on this device. Please try again later.',
    },
    'too-long': { title: 'Your texts are too long together', text: 'All sheets have the same size. Please shorten one of your texts.' },
  },
  stopped: {
    signIn: 'Sign in',
    again: 'Try again',
    answersKept: 'Your answers are still on this device and nowhere else.',
    answersHere: (count) => `What you had filled in (${count})`,
    takeReplacement: 'My sheet is lost: take the one replacement',
    removeOther: 'Remove what is kept here',
  },
  promise: {
    facts: (questions, seconds, closes) =>
      `${questions === 1 ? '1 question' : `${questions} questions`} · ${time(seconds)} · open until ${closes}`,
    end: (day, place) => `${day}, midnight ${/^UTC/.test(place) ? '' : 'in '}${place}`,
    heading: 'What happens to your answers',
    untraceable:
      'Your answers cannot be traced to you. You take an answer sheet, we tick you off the list, and the sheet itself carries no mark we could recognise.',
    bySlip: 'Whoever comes with a slip is ticked off nowhere, and reads the results where they are put up.',
    countedIn: 'You are counted in',
    block: (name, count) => `${name} (${people(count)})`,
    groups: (k) =>
      `Results appear only for groups of at least ${k}. When the survey closes, the results are computed once and every single answer is destroyed.`,
    ownWords: (fewest, heads) =>
      `What you write in your own words HR reads word for word, from groups in which at least ${fewest} people answered, and counts by theme${heads ? '; HR may pass it on to the heads of the group and, for the company, to everybody' : ''}.`,
    results: (day) =>
      `You can read the results after ${day}, for the company and for your own group. Managers read those of their departments, HR those of all: figures about groups under the same rules, never one person’s answers.`,
    answers: (day) => `What falls clearly short is answered by ${day}: with a plan, or the reason why not.`,
    who: (count) => `Who is in this group (${people(count)})`,
    whoChecked: 'This browser has checked the list against the sealed survey: nobody was added for you alone.',
    limitsHeading: 'What this does not protect',
    limits:
      'The list shows who took a sheet. While the survey is open, somebody who controls the server and its keys could read the answers of your group, without names, and by watching live could link them by their timing. After it has closed, whoever runs the server can read what HR reads. A changed page could give you away; that is why this page is one file with a published fingerprint. What you write in your own words may be recognised. That everybody, or nobody, of a department answered can show. If you are new in a small group, results before and after let others guess your answers slightly better. On a shared computer, people after you may see what you leave open.',
    fingerprintHeading: 'Fingerprint of this survey',
    fingerprint: 'Your invitation and, later, the results show the same six words. If they differ, do not answer.',
    kiosk: 'Shared device: nothing is kept here, and you are signed out as soon as your sheet is here. If you close this page before sending, your sheet and your answers are lost.',
    nothingKept:
      'This browser keeps nothing for this page (a private window, or storage is switched off). If you close it before sending, your answers and your sheet are lost; one replacement of the sheet is possible.',
    resumed: 'Your earlier answers are still on this device.',
    unsent: 'You pressed “Send”, but no reply came: your answers may not be sent yet. Please go on and send again.',
    start: 'Start',
    resume: 'Go on',
    startList: 'All questions on one page',
  },
  question: {
    position: (number, total) => `${number} of ${total}`,
    left: (seconds) => `${time(seconds)} left`,
    next: 'Next',
    back: 'Back',
    toReview: 'See what is sent',
    asList: 'All on one page',
    oneByOne: 'One at a time',
    keys: (last) => `Keys 1–${last} choose, Enter goes on.`,
    keysByPlace: (last) => `Keys 1–${last} choose by place, counted from the top; Enter goes on.`,
    apart: 'Not applicable, or I prefer not to say',
    notSaid: 'I prefer not to say',
    none: 'None of these',
    chosen: (count, most) => `${count} of ${most} chosen`,
    why: 'What lies behind this answer?',
    reasons: 'Choose any that apply, or none.',
    words: 'In your own words (optional)',
    whoReads: (fewest, heads) =>
      `HR reads this word for word, from a group in which at least ${fewest} people answered, without this question and your other answers. ${heads ? 'HR may pass it on as it stands to the heads of the group and, for the company, to everybody.' : 'Managers and colleagues are not shown it; HR may tell them what it says.'} Leave out names and what only you could know.`,
    names: 'This may name somebody: ',
    room: (left) => `${left} characters left`,
    background: 'Voluntary. Used only for tables that were declared before the survey opened: small groups are counted together, and two such answers are never combined.',
  },
  review: {
    title: 'Exactly this will be stored',
    lead: 'Nothing has been sent yet. This is the whole record, made by the code that sends it.',
    leadAgain: 'This has not been sent yet. When you send it, it replaces what is in the box. This is the whole record, made by the code that sends it.',
    readByHr: 'HR reads this word for word',
    noAnswer: 'no answer',
    change: (question) => `Change: ${question}`,
    changeShort: 'Change',
    notInIt:
      'Not in it: your name, your address, the time, your device. Your department is not in it either; your sheet proves only the group you are counted in.',
    bytes: 'The record as bytes',
    bytesText: (record, body) =>
      `${record} bytes, filled up with zeros and sealed in this browser to ${body} bytes. Every sheet has this size.`,
    asWritten: 'As it is written',
    asBytes: 'Before sealing, byte by byte',
    padding: (zeros) => `… and ${zeros} zeros`,
    paperTaking: 'Your answer sheet is on its way …',
    paperReady: 'Your answer sheet is here and was checked.',
    send: 'Send',
    sending: 'Sending …',
    tooLong: (over) => `Your texts together are too long by ${over} bytes. Please shorten one of them.`,
    tryPaper: 'Ask for the sheet again',
    trySend: 'Send again',
    clear: 'Clear my answers from this device',
  },
  unsent: {
    title: 'Your changed answers have not been sent',
    lead: 'They lie on this device alone. In the box are your answers as you sent them before, with the receipt below.',
    send: 'See and send the changes',
    keep: 'Leave it as it was sent',
    unsureTitle: 'It is not certain that your changes arrived',
    unsureLead: 'They were sent, and no answer came back: in the box is either the new sheet or the one with the receipt below. Send again to be certain; it counts once.',
    unsureSend: 'See and send the changes again',
    unsureKeep: 'Send again what I had sent before',
    late: 'Changes you made after sending were not sent and do not count. What you sent before counts.',
  },
  sent: {
    title: 'Thank you. Your answers are in the box.',
    lead: 'They lie there sealed and without your name until the survey closes.',
    receipt: 'Your receipt',
    receiptText:
      'Keep it. After closing, the receipts of all counted sheets are published, and you can look up yours. It proves that yours was counted and tells nobody what it said.',
    replaced: (before) => `You sent changed answers from another tab or window. The receipt ${before} that stood here no longer counts; this one took its place.`,
    whole: 'The whole receipt',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'Copying is not allowed here; please save it instead.',
    save: 'Save as a file',
    fileName: 'receipt',
    file: (survey, receipt, closes) =>
      `${survey}\n\nReceipt of your answers:\n${receipt}\n\nAfter ${closes} the receipts of all counted sheets are published. If this line is among them, your answers were counted.\n`,
    next: 'What happens now',
    results: (day) => `Results appear after ${day}, for everybody under the same rules.`,
    change: 'Change my answers',
    changeText: (day) => `Until ${day} you can change them on this device: the new sheet replaces this one.`,
    clear: 'Remove my answers from this device',
    clearText: 'The receipt stays. After that you can no longer change your answers.',
    clearedText: 'Your answers and your sheet were removed from this device. Only the receipt is left.',
    kioskEnd: 'Finish and clear the screen',
    portal: 'You said, we did',
  },
  proof: {
    heading: 'Prove it: taking the sheet and sending the answers',
    lead: 'What concerns you goes to the server at two moments. When the page takes your sheet it says who you are, when it sends your answers it does not, and the two have nothing in common.',
    asked: '1. Taking the sheet',
    dropped: '2. Sending the answers',
    rows: ['Sent with it', 'What it holds', 'What the server keeps'],
    session: 'your session: the server knows it is you',
    nothing: 'no cookie, no sign-in, no address of the page',
    blinded: (start) => `256 blinded bytes, ${start}…`,
    sealed: (bytes, start) => `${bytes} sealed bytes; number of the sheet ${start}…`,
    roll: 'that you took a sheet; no time',
    box: 'the sealed answers in a random slot; no time, no order',
    fits: 'Does a sheet fit only one entry of the list?',
    fitsText:
      'No. For your sheet and any entry of the list there is a blinding factor that turns one into the other. Your browser can compute it, for your own entry and for made-up ones.',
    fitsButton: 'Try it',
    fitsRow: (entry, own) => `Entry ${entry}${own ? ' (yours)' : ' (made up)'}: fits`,
    fitsResult: (count) => `Your sheet fits all ${count} entries equally well: nobody can tell from it whose it is.`,
  },
  idle: 'Are you still there? Touch the screen, or in 20 seconds all of this is cleared.',
  counted: {
    yes: 'Your answers were counted',
    yesText: (ballots) => `Your receipt is one of the ${ballots} published ones. This browser fetched the whole list and looked for it here.`,
    no: 'Your receipt is not on the list',
    noText: (ballots) =>
      `The published list holds ${ballots} receipts, and yours is not among them. If you sent changed answers after it, only the newest receipt is there. Otherwise please tell those who run the survey.`,
  },
};
