import fc from 'fast-check';
import { toSmsText } from './sms-text';

describe('bots: SMS text', () => {
  it.each([
    ['It’s “great” – really…', 'It\'s "great" - really...'],
    ['Tschüß, Señor Müller', 'Tschüß, Señor Müller'],
    ['Zoë from São Paulo', 'Zoe from Sao Paulo'],
    ['Hi 👋 there 🏡', 'Hi there'],
    ['  spaced \t out ', 'spaced out'],
  ])('writes %p as %p', (text, expected) => {
    expect(toSmsText(text)).toBe(expected);
  });

  it('never needs UCS-2 nor more than three segments', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
        const sms = toSmsText(text);
        expect(sms.length).toBeLessThanOrEqual(459);
        expect(sms).not.toMatch(/[^\n\r -~£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà]/);
      }),
    );
  });
});
