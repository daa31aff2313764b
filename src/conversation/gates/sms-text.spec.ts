import fc from 'fast-check';
import { MAX_SMS_CHARACTERS, toSmsText } from './sms-text';

describe('gates: SMS text', () => {
  it.each([
    ['It’s “great” – really…', 'It\'s "great" - really...'],
    ['Tschüß, Señor Müller', 'Tschüß, Señor Müller'],
    ['Zoë from São Paulo', 'Zoe from Sao Paulo'],
    ['Hi Łukasz', 'Hi Lukasz'],
    ['Hi 👋 there 🏡', 'Hi there'],
    ['Great 👍! Which area?', 'Great! Which area?'],
    ['sa\u200bfe', 'safe'],
    ['about €500', 'about EUR 500'],
    ['2½ baths', '2 1/2 baths'],
    ['ｆｕｌｌ width ５', 'full width 5'],
    ['  spaced \t out ', 'spaced out'],
    ['Which area 🏡?', 'Which area?'],
    ['Which area 🏡? Plano', 'Which area? Plano'],
    ['at .5 acres', 'at .5 acres'],
    ['cafe\u0301', 'café'],
  ])('writes %p as %p and calls it whole', (text, expected) => {
    expect(toSmsText(text)).toEqual({ text: expected, isWhole: true });
  });

  it.each([
    ['Привет Jorge', 'Jorge'],
    ['你好', ''],
    ['Hi Ольга, welcome', 'Hi, welcome'],
  ])('leaves letters out that have no counterpart, and says so: %p', (text, expected) => {
    expect(toSmsText(text)).toEqual({ text: expected, isWhole: false });
  });

  it('takes three whole segments as they are', () => {
    const text = 'x'.repeat(MAX_SMS_CHARACTERS);
    expect(toSmsText(text)).toEqual({ text, isWhole: true });
  });

  it('cuts a longer text after its last sentence that fits', () => {
    const first = `${'word '.repeat(60)}end.`;
    const { text, isWhole } = toSmsText(`${first} ${'more '.repeat(60)}end.`);
    expect({ text, isWhole }).toEqual({ text: first, isWhole: false });
  });

  it('keeps a last sentence that just fits, and none that does not', () => {
    const first = `${'x'.repeat(300)}.`;
    const second = `${'y'.repeat(MAX_SMS_CHARACTERS - first.length - 2)}.`;
    expect(toSmsText(`${first} ${second} z`).text).toBe(`${first} ${second}`);
    expect(toSmsText(`${first} y${second} z`).text).toBe(first);
  });

  it('does not end at a full stop that would leave less than half of the room used', () => {
    expect(toSmsText(`${'x'.repeat(228)}. ${'word '.repeat(100)}`).text).toMatch(/ word\.\.\.$/);
    expect(toSmsText(`${'x'.repeat(229)}. ${'word '.repeat(100)}`).text).toMatch(/x\.$/);
  });

  it('cuts inside a sentence only after a word', () => {
    const { text } = toSmsText(`Hi. ${'word '.repeat(200)}`);
    expect(text).toMatch(/ word\.\.\.$/);
    expect(text.length).toBeLessThanOrEqual(MAX_SMS_CHARACTERS);
  });

  it('never needs UCS-2 nor more than three segments, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (draft) => {
        const { text } = toSmsText(draft);
        expect(text.length).toBeLessThanOrEqual(459);
        expect(text).not.toMatch(/[^\n\r -~£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà]/);
        expect(text).not.toMatch(/[[\]{}|\\~^]/);
        expect(toSmsText(text)).toEqual({ text, isWhole: true });
      }),
    );
  });
});
