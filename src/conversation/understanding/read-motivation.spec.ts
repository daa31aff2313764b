import type { Motivation } from './facts';
import { toPlainText } from './plain-text';
import { readMotivation } from './read-motivation';

describe('readMotivation', () => {
  it.each<[text: string, motivation: Motivation]>([
    ['relocating for work', 'relocation'],
    ['job transfer', 'relocation'],
    ['My wife got a job offer in Denver', 'relocation'],
    ['military orders', 'relocation'],
    ['Want to be closer to my grandkids', 'relocation'],
    ['retiring to florida', 'relocation'],
    ['getting divorced', 'divorce'],
    ["We're splitting up", 'divorce'],
    ['my mom passed and left us the house', 'inheritance'],
    ['inherited from aunt, moving it fast', 'inheritance'],
    ['its in probate', 'inheritance'],
    ['behind on payments', 'financial'],
    ['Taxes are killing me', 'financial'],
    ["can't afford the payments anymore", 'financial'],
    ['lost my job', 'financial'],
    ['tired of being a landlord', 'investment'],
    ['bad tenants', 'investment'],
    ['looking for a rental property to flip', 'investment'],
    ['downsizing', 'downsizing'],
    ['too big for us now that kids are gone', 'downsizing'],
    ['Too many stairs for my knees', 'downsizing'],
    ['need a bigger house', 'upsizing'],
    ['baby on the way', 'upsizing'],
    ['outgrew it, 3 kids now', 'upsizing'],
    ['I want to quit renting', 'other'],
    ['real estate agent here', 'unknown'],
    ["can't afford more than 400k", 'unknown'],
    ["we're in a rental now", 'unknown'],
    ['separate dining room', 'unknown'],
    ['I will get back to you', 'unknown'],
  ])('%s is %s', (text, motivation) => {
    expect(readMotivation(toPlainText(text), false)).toBe(motivation);
  });

  it.each<[text: string, motivation: Motivation]>([
    ['moving to austin', 'relocation'],
    ['money', 'financial'],
    ['Florida', 'relocation'],
    ['bc my landlord is raising rent', 'other'],
    ['got too many houses lol', 'other'],
    ['lol', 'unknown'],
    ['neighbors are loud', 'other'],
    ['cuz the neighborhood changed', 'other'],
    ['idk', 'unknown'],
    ['why do you need to know?', 'unknown'],
    ["just curious what it's worth", 'unknown'],
    ['no reason', 'unknown'],
    ['none of your business', 'unknown'],
    ['yes', 'unknown'],
    ['ok', 'unknown'],
  ])('asked for, %s is %s', (text, motivation) => {
    expect(readMotivation(toPlainText(text), true)).toBe(motivation);
  });
});
