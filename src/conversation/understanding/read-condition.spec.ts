import type { PropertyCondition } from './facts';
import { toPlainText } from './plain-text';
import { readCondition } from './read-condition';

describe('readCondition', () => {
  it.each<[text: string, condition: PropertyCondition]>([
    ['move in ready', 'move_in_ready'],
    ['move-in ready', 'move_in_ready'],
    ['great shape', 'move_in_ready'],
    ['fully remodeled last year', 'move_in_ready'],
    ['turnkey', 'move_in_ready'],
    ['new roof and hvac, move in ready', 'move_in_ready'],
    ["it's in good condition, no work needed", 'move_in_ready'],
    ['needs some paint', 'minor_work'],
    ['needs a little work', 'minor_work'],
    ['just needs carpet', 'minor_work'],
    ["it's dated but clean", 'minor_work'],
    ['cosmetic stuff only', 'minor_work'],
    ['almost move in ready', 'minor_work'],
    ['move in ready except for the back fence', 'minor_work'],
    ['kitchen needs updating', 'minor_work'],
    ['needs work', 'major_work'],
    ['needs a lot of work', 'major_work'],
    ['mine needs a ton of work, foundation is shot', 'major_work'],
    ["it's a fixer", 'major_work'],
    ['needs a new roof', 'major_work'],
    ['foundation issues', 'major_work'],
    ['AC is broken', 'major_work'],
    ['not move in ready', 'major_work'],
    ['it is not in great shape', 'major_work'],
    ['hoarder house', 'major_work'],
    ['moving in march', 'unknown'],
    ['3 bed in Plano', 'unknown'],
  ])('%s is %s', (text, condition) => {
    expect(readCondition(toPlainText(text), false)).toBe(condition);
  });

  it.each<[text: string, condition: PropertyCondition]>([
    ["doesn't need any work", 'move_in_ready'],
    ['nothing', 'move_in_ready'],
    ['No issues', 'move_in_ready'],
    ['excellent', 'move_in_ready'],
    ['Nope, all updated in 2022', 'move_in_ready'],
    ['The roof is 2 years old', 'move_in_ready'],
    ['Foundation was repaired', 'move_in_ready'],
    ['had foundation work done in 2019, good now', 'move_in_ready'],
    ['decent', 'minor_work'],
    ['Pool needs replastered but otherwise good', 'minor_work'],
    ['Water heater is new, carpets are shot', 'minor_work'],
    ['Pretty good but carpet is old', 'minor_work'],
    ['could use new flooring', 'minor_work'],
    ['as is', 'major_work'],
    ['pretty rough', 'major_work'],
    ['Roof is about 15 yrs old, AC went out', 'major_work'],
    ['yes', 'move_in_ready'],
    ['no', 'major_work'],
    ['yes it is', 'move_in_ready'],
    ['yes it does', 'major_work'],
    ["no it doesn't", 'move_in_ready'],
    ['not really', 'minor_work'],
    ['somewhere in between', 'minor_work'],
    ['10/10', 'move_in_ready'],
    ["I'd say a solid 8", 'move_in_ready'],
    ['7 out of 10', 'minor_work'],
    ['4/10', 'major_work'],
    ['perfect if you like mold', 'major_work'],
    ['yeah right', 'unknown'],
    ['450', 'unknown'],
    ['why?', 'unknown'],
  ])('asked for, %s is %s', (text, condition) => {
    expect(readCondition(toPlainText(text), true)).toBe(condition);
  });

  it.each<[question: string, text: string, condition: PropertyCondition]>([
    ['Does it need any work?', 'yes', 'major_work'],
    ['Does it need any work?', 'nope', 'move_in_ready'],
    ['What would a buyer have to fix, if anything?', 'no', 'move_in_ready'],
    ['What would a buyer have to fix, if anything?', 'yes', 'unknown'],
  ])('to "%s", %s is %s', (question, text, condition) => {
    expect(readCondition(toPlainText(text), true, question)).toBe(condition);
  });
});
