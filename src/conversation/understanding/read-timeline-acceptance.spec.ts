import { toPlainText } from './plain-text';
import { readTimeline } from './read-timeline';
import { readTimelineAcceptance } from './read-timeline-acceptance';

function acceptanceOf(text: string, wording: string | null = null): boolean | null {
  const plain = toPlainText(text);
  return readTimelineAcceptance(plain, readTimeline(plain, '2026-11-23', true), wording);
}

describe('readTimelineAcceptance', () => {
  it.each([
    '30 to 45 days works',
    'no problem',
    'No problem!',
    'nope',
    'no',
    'n',
    'that works',
    'sure',
    'ok',
    '👍🏽',
    'Perfect!',
    'not at all',
    'not at all, the faster the better',
    "no that's fine",
    'no not really',
    'Nah we good',
    'not a problem at all',
    "wouldn't be an issue",
    "shouldn't be",
    'I guess not',
    "it's fine",
    'yeah that’s fine',
    'Yes 45 works',
    '30 is fine',
    "I don't see why not",
    '30-45 is quick but ok',
    "no that'd be great actually",
    'that should be ok',
    'could do 45 not 30',
    'sooner than that if possible',
  ])('%s: 30 to 45 days would do', (text) => {
    expect(acceptanceOf(text)).toBe(true);
  });

  it.each([
    'yes',
    'yes that would be a problem',
    'yes it would',
    'too fast',
    'no way',
    "yeah that's too quick",
    "hmm that's a little fast",
    'that would be tight',
    "that doesn't work for me",
    "that won't work",
    'need 3 months at least',
    'I would need 6 months',
    'I may need a bit more time',
    '30 days is too soon, 60 days better',
    'not before summer',
  ])('%s: they would not', (text) => {
    expect(acceptanceOf(text)).toBe(false);
  });

  it.each([
    'depends',
    'idk',
    'maybe',
    'it depends on where i move',
    'no idea',
    'I need at least 60 days',
    'Yes!! need out asap',
  ])('%s: not said', (text) => {
    expect(acceptanceOf(text)).toBeNull();
  });

  it.each<[text: string, isAcceptable: boolean]>([
    ['yes', true],
    ['yeah', true],
    ['no', false],
    ['no problem', true],
    ["yes but that's too fast", false],
  ])('%s to "does that work?": %s', (text, isAcceptable) => {
    expect(acceptanceOf(text, 'Does closing in 30 to 45 days work for you, yes or no?')).toBe(isAcceptable);
  });

  it('takes yes to "would that be a problem?" at its word', () => {
    expect(acceptanceOf('yes', 'Would that be a Problem for you?')).toBe(false);
  });
});
