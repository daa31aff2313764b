import { newConversation, newTurn } from './conversation';
import type { Conversation, Turn } from './conversation';
import { knownFrom } from './known-from';

const NOW_ISO = '2026-11-23T16:00:00.000Z';
const EMPTY = newConversation('contact1', 'loc1', NOW_ISO);

/** A turn whose text says these areas; without a source, a caller has said so. */
function turn(areas: readonly string[], text?: string): Turn {
  return {
    ...newTurn({ timestamp: NOW_ISO, userMessage: text ?? '', aiResponse: '' }),
    extractedData: { areas },
    factSources: text === undefined ? {} : { areas: { text, confidence: 0.8 } },
  };
}

function talk(areas: readonly string[], ...history: readonly Turn[]): Conversation {
  return { ...EMPTY, facts: { ...EMPTY.facts, areas }, history };
}

describe('context: where a fact was said', () => {
  it.each<[string, Conversation, object]>([
    ['nowhere when nothing is known', EMPTY, {}],
    ['in the one text that says it', talk(['Plano'], turn(['Plano'], 'plano')), { text: 'plano', turn: 1 }],
    [
      'in the last text that says it',
      talk(['Plano'], turn(['Plano'], 'plano'), turn(['Plano'], 'plano, yes'), turn([], 'cash')),
      { text: 'plano, yes', turn: 2 },
    ],
    [
      'not in a text that says something else',
      talk(['Plano'], turn(['Plano'], 'plano'), turn(['Frisco'], 'frisco')),
      { text: 'plano', turn: 1 },
    ],
    ['nowhere when a caller has handed it in', talk(['Plano'], turn(['Plano'])), {}],
    ['nowhere when no text says it', talk(['Plano'], turn(['Frisco'], 'frisco')), {}],
  ])('%s', (_title, conversation, expected) => {
    const known = 'turn' in expected ? { areas: { ...expected, confidence: 0.8 } } : {};
    expect(knownFrom(conversation)).toEqual(known);
  });
});
