/** Bytes of a questionnaire as a file: sixty own questions in seven languages, and room for as many again. */
export const largestQuestionnaire = 1_000_000;
