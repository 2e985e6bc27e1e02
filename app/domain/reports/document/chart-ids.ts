// Charts that a report has several of are named by what they are about, the same on the page and in the report.

export const lineChartId = (subject: string): string => `line-${subject.toLowerCase()}`;

export const backgroundChartId = (question: string): string => `background-${question.toLowerCase()}`;

export const chosenChartId = (question: string): string => `chosen-${question.toLowerCase()}`;

/** `area`: a dimension, or a question that belongs to none. */
export const shareChartId = (area: string): string => `shares-${area.toLowerCase()}`;
