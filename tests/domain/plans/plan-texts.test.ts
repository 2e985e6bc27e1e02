import { describe, expect, test } from 'vitest';
import { edit } from '#app/domain/plans/plan-changes.ts';
import { planIn, readInstead, saidElsewhere, translationsOf, type SaidElsewhere } from '#app/domain/plans/plan-texts.ts';
import { inOwnWords } from '#app/domain/plans/planned-measure.ts';
import { storedPlan } from '#app/domain/plans/stored-plan.ts';
import { aPlan, aStep, committedPlan, people, smallMeasure, today } from '#tests/support/plans.ts';

const own = (id: string, text: string) => inOwnWords(id, text, 'substantive', { effort: 'S', controllability: 'department' });
const said = (more: Partial<SaidElsewhere> = {}): SaidElsewhere => ({ title: '一次少做一点', own: ['一份清单', '安静的一小时'], counted: '停下的任务', promise: '', steps: ['列出事项', '一起看'], ...more });
const parts = { measures: [smallMeasure, own('o1', 'One list'), own('o2', 'A quiet hour')], steps: aPlan().steps, promises: [{ id: 'w1', text: 'An answer', by: 'north-1', due: aPlan().target!.by, keptOn: null, dropped: null }] };

function inChinese(more: Partial<SaidElsewhere> = {}) {
  const translations = translationsOf(parts, { 'zh-Hans': said(more) });
  if (!translations.ok) throw new Error(translations.because);
  return aPlan({ ...parts, written: 'en', translations: translations.value });
}

describe('words in several languages', () => {
  test('stand where they belong, and what was not given is read as it was written', () => {
    const plan = planIn(inChinese(), 'zh-Hans');
    expect([plan.title, ...plan.measures.map(({ text }) => text), plan.measures[0]?.leading?.name, ...plan.steps.map(({ title }) => title), plan.promises[0]?.text]).toEqual(['一次少做一点', '', '一份清单', '安静的一小时', '停下的任务', '列出事项', '一起看', 'An answer']);
    expect(planIn(inChinese(), 'en')).toEqual(inChinese());
    expect(saidElsewhere(inChinese(), 'zh-Hans')).toEqual(said());
    // A step that was added later keeps a line, so that the form can be sent as it stands.
    const later = aPlan({ ...inChinese(), steps: [...parts.steps, aStep('t3')] });
    expect(saidElsewhere(later, 'zh-Hans').steps).toEqual(['列出事项', '一起看', 'Step t3']);
  });

  test('the other Chinese script comes before another language, and what is read instead is named', () => {
    expect(planIn(inChinese(), 'zh-Hant').title).toBe('一次少做一点');
    expect((['en', 'zh-Hans', 'zh-Hant'] as const).map((language) => readInstead(inChinese(), language))).toEqual([null, null, 'zh-Hans']);
    const english = aPlan({ written: 'en' });
    expect([planIn(english, 'zh-Hant').title, readInstead(english, 'zh-Hant')]).toEqual(['Less at once', 'en']);
  });

  test('another number of lines, or words without a name of the plan, are refused with their field', () => {
    expect(translationsOf(parts, { 'zh-Hans': said({ own: ['一份清单'] }) })).toMatchObject({ ok: false, because: 'as-many-lines', details: { field: 'own-zh-Hans', lines: 2 } });
    expect(translationsOf(parts, { 'zh-Hant': said({ steps: ['甲', '乙', '丙'] }) })).toMatchObject({ ok: false, because: 'as-many-lines', details: { field: 'steps-zh-Hant', lines: 2 } });
    expect(translationsOf(parts, { 'zh-Hans': said({ title: '' }) })).toMatchObject({ ok: false, because: 'needs-title-too', details: { field: 'title-zh-Hans' } });
    expect(translationsOf(parts, { 'zh-Hans': said({ title: '', own: [], counted: '', steps: [] }) })).toEqual({ ok: true, value: {} });
  });

  test('are kept with the plan; a plan of before is read as it was written, in a language nobody noted', () => {
    expect(storedPlan.read(storedPlan.write(inChinese()))).toEqual(inChinese());
    const before = { ...aPlan(), written: undefined, translations: undefined };
    const read = storedPlan.read(JSON.stringify({ ...before, $v: 1 }));
    expect([read.written, read.translations, readInstead(read, 'zh-Hans'), planIn(read, 'zh-Hans').title]).toEqual([null, {}, null, 'Less at once']);
  });

  test('of a promise stay with it where another comes beside it, and the new one has its own', () => {
    const translations = { 'zh-Hans': { title: '一次少做一点', 'promise:w1': '一个答复' } };
    const plan = committedPlan({ ...parts, written: 'en', translations });
    const beside = { ...parts.promises[0]!, id: 'w2', text: 'Two chairs' };
    const text = { title: plan.title, ownerId: plan.ownerId, target: plan.target, measures: plan.measures, promises: [...parts.promises, beside] };
    const saying = (promise: string) => ({ 'zh-Hans': said({ own: [], counted: '', steps: [], promise }) });
    const edited = edit(plan, { who: people.head, today, seen: plan.revision, text: { ...text, said: saying('两把椅子') } });
    if (!edited.ok) throw new Error(edited.because);
    expect(planIn(edited.value, 'zh-Hans').promises.map((one) => one.text)).toEqual(['一个答复', '两把椅子']);
    // The form shows the first: what is said of it later leaves the second alone.
    const again = edit(edited.value, { who: people.head, today, seen: edited.value.revision, text: { ...text, said: saying('答复') } });
    expect(again.ok && planIn(again.value, 'zh-Hans').promises.map((one) => one.text)).toEqual(['答复', '两把椅子']);
  });
});
