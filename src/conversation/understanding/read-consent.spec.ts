import fc from 'fast-check';
import type { Consent } from './facts';
import { toPlainText } from './plain-text';
import { readConsent } from './read-consent';

function consentIn(text: string): Consent {
  return readConsent(text, toPlainText(text));
}

describe('readConsent', () => {
  it.each(
    'STOP|Stop.|stop!!! 🛑|stpo|sotp|stoppp|st0p|S T O P|please stop|STOP STOP|ok stop|stop it|stopall|stop all|unsubscribe|unsub|UNSUSCRIBE|cancel|CANCEL.|cancle|END|quit|Quit!|revoke|opt out|opt-out|OPTOUT|ALTO|parar|baja|ＳＴＯＰ'.split(
      '|',
    ),
  )('the keyword %s stops', (text) => {
    expect(consentIn(text)).toBe('stop');
  });

  it.each([
    'stop texting me',
    'STOP TEXTING ME!!!!',
    "Don't text me again",
    'could you please not text me',
    'I asked u to stop texting',
    'im done, stop txting me',
    'take me off your list',
    'Please take this number off ur list',
    'remove me from your list',
    'please remove me',
    'unsuscribe me please',
    'how do I unsubscribe?',
    'I want to opt out',
    'lose my number',
    'leave me alone',
    'quit blowing up my phone',
    'I said stop',
    'can you stop',
    'not interested, stop',
    'Not interested. Stop.',
    'STOP I already sold it',
    "I'm looking\nSTOP",
    'no more texts',
    "I don't want any more messages",
    'I do not wish to receive any further messages',
    'do not contact me',
    "don't ever contact me again",
    'enough with the texts',
    'stop calling me',
    'no me envíe más mensajes',
    'Ya no quiero mensajes',
    'Bórrame de la lista',
  ])('%s stops', (text) => {
    expect(consentIn(text)).toBe('stop');
  });

  it.each([
    'end of the month',
    "we can't stop looking",
    'cancel the 3pm',
    'cancel my showing on friday',
    'stop by tomorrow',
    'STOP BY TOMORROW',
    'could you stop by?',
    'we need to stop by and see it',
    'I want to quit renting',
    'stop renting',
    'stop foreclosure',
    'how do I stop foreclosure',
    "don't stop texting me",
    "can't stop, won't stop",
    'non-stop traffic',
    'stop sign on the corner',
    'the end',
    'quit my job',
    'quite',
    'shop',
    'step',
    'para',
    'can I opt out of the HOA',
    "don't text me after 9",
    'stop calling, just text me',
    'get me out of this house',
    'who is this and how did you get my number',
    'No thanks, not selling',
    'help me find a house',
    'help! I need to sell fast',
    'need info on the house',
    'start looking in march',
    'when can we start',
    '',
  ])('%s says nothing of it', (text) => {
    expect(consentIn(text)).toBe('none');
  });

  it.each<[text: string, consent: Consent]>([
    ['START', 'start'],
    ['start.', 'start'],
    ['unstop', 'start'],
    ['HELP', 'help'],
    ['info?', 'help'],
    ['please help', 'help'],
  ])('%s: %s', (text, consent) => {
    expect(consentIn(text)).toBe(consent);
  });

  it('hears a keyword in any case, with any punctuation around it', () => {
    const noise = fc.stringMatching(/^[ .!?*"'-]{0,5}$/);
    const keyword = fc.mixedCase(fc.constantFrom('stop', 'unsubscribe', 'cancel', 'end', 'quit', 'optout', 'alto'));
    fc.assert(
      fc.property(noise, keyword, noise, (before, word, after) => {
        expect(consentIn(before + word + after)).toBe('stop');
      }),
    );
  });
});
