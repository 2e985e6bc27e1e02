// A survey that begins with nothing: whatever it asks, own questions or the library's, somebody chose. It is no pulse, so nothing joins it by
// itself and no line of the pulse runs through it; what people are asked at most is the same.
import source from './library/empty-template.json' with { type: 'json' };
import type { SurveyTemplate } from './library-item.ts';
import { mostRatedInPulse } from './question-library.ts';

export const emptyTemplate: SurveyTemplate = { id: 'empty', label: source.label, items: [], blocks: [], further: mostRatedInPulse, cadenceWeeks: 4, targetMinutes: 3 };
