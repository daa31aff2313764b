import fc from 'fast-check';
import { toPlainText } from './plain-text';
import { readAreas } from './read-areas';

const AREAS = [
  { name: 'Dallas', aliases: ['DFW', 'downtown Dallas', 'uptown'] },
  { name: 'Plano', aliases: ['west Plano'] },
  { name: 'Frisco', aliases: [] },
  { name: 'McKinney', aliases: ['Mc Kinney'] },
  { name: 'Allen', aliases: [] },
];
const RANCHO = [
  { name: 'Rancho Cucamonga', aliases: ['Rancho', 'RC'] },
  { name: 'Fontana', aliases: [] },
];

function areasIn(text: string, isAsked = false): string {
  return readAreas(toPlainText(text), AREAS, { isAsked, isSelling: false }).join();
}

describe('readAreas', () => {
  it.each<[text: string, areas: string]>([
    ['plano', 'Plano'],
    ['PLANO', 'Plano'],
    ['Palno or frisko', 'Plano,Frisco'],
    ['Mckinny', 'McKinney'],
    ['mckiney tx', 'McKinney'],
    ['Mc Kinney', 'McKinney'],
    ['downtown dallas', 'Dallas'],
    ['somewhere in DFW', 'Dallas'],
    ['Frisco/Plano', 'Frisco,Plano'],
    ['Dallas, Plano or Allen', 'Dallas,Plano,Allen'],
    ['not plano', ''],
    ['anywhere but Allen', ''],
    ['nothing in Dallas please', ''],
    ['not plano or allen, frisco', 'Frisco'],
    ['Plano. not Dallas tho', 'Plano'],
    ['somewhere near Plano but not Dallas', 'Plano'],
    ['from dallas to plano', 'Plano'],
    ['moving from Plano to Frisco', 'Frisco'],
    ['20 minutes from Dallas', 'Dallas'],
    ['I live in Dallas but want Frisco', 'Frisco'],
    ['I live in Plano', ''],
    ['we plan to look in friso', 'Frisco'],
    ['the leaves have fallen', ''],
    ['moving to Montana', ''],
    ['this is Allen', ''],
    ['hi Allen', ''],
    ['1234 Plano Rd', ''],
    ['Dallas Cowboys fan', ''],
    ['Prosper', ''],
  ])('%s: %s', (text, areas) => {
    expect(areasIn(text)).toBe(areas);
  });

  it.each<[text: string, areas: string]>([
    ['anywhere', 'Dallas,Plano,Frisco,McKinney,Allen'],
    ['i dont care where', 'Dallas,Plano,Frisco,McKinney,Allen'],
    ['no preference', 'Dallas,Plano,Frisco,McKinney,Allen'],
    ['anywhere but Allen', 'Dallas,Plano,Frisco,McKinney'],
    ['either Allen or McKinney works', 'Allen,McKinney'],
    ['not sure yet', ''],
  ])('asked for, %s: %s', (text, areas) => {
    expect(areasIn(text, true)).toBe(areas);
  });

  it('takes where they live for the home that they sell', () => {
    const context = { isAsked: false, isSelling: true };
    expect(readAreas('i live in plano and want to sell my house', AREAS, context)).toEqual(['Plano']);
    expect(readAreas('i work in plano and want to sell my house', AREAS, context)).toEqual([]);
  });

  it('prefers the longest name and short aliases only as they are', () => {
    expect(readAreas('rancho cucamonga or rc', RANCHO, { isAsked: false, isSelling: false })).toEqual([
      'Rancho Cucamonga',
    ]);
    expect(readAreas('rd near montana', RANCHO, { isAsked: false, isSelling: false })).toEqual([]);
  });

  it('names only areas of the profile, each once', () => {
    const word = fc.constantFrom('plano', 'not', 'allen', 'or', ',', 'from', 'frisco', 'but', 'anywhere', 'dallas');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.boolean(), (words, isAsked) => {
        const found = readAreas(words.join(' '), AREAS, { isAsked, isSelling: false });
        expect(new Set(found).size).toBe(found.length);
        expect(AREAS.map(({ name }) => name)).toEqual(expect.arrayContaining([...found]));
      }),
    );
  });
});
