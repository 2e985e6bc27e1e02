export const figures = {
  'figures.by-question': '{label}, by the question asked every time',
  'figures.change-of': 'by the question asked both times: {question}',
  'figures.asked-again': 'everybody answered; if asked again',
  'figures.signal.outside': '{label}: {index}, outside its usual range',
  'figures.signal.eight-in-a-row': '{label}: {index}, the eighth survey in a row on the same side of its usual middle',
  'figures.signal.three-of-four': '{label}: {index}, within its usual range, but for the third time in four surveys near its edge',
} as const;
