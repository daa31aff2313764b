import { toPlainText } from './plain-text';
import { readSocial } from './read-social';

type Social = keyof ReturnType<typeof readSocial>;

function socialIn(text: string): string {
  const social = readSocial(toPlainText(text));
  return Object.keys(social)
    .filter((name) => social[name as Social])
    .join();
}

describe('readSocial', () => {
  it.each([
    'can I talk to a real person',
    'call me',
    'give me a call',
    'can someone call me tomorrow at 5?',
    'Can u have Jorge call me after 5',
    'agent please',
    "I'd rather talk to an actual human",
    "I don't want to talk to a robot",
    'yes please call',
  ])('%s: wants a person', (text) => {
    expect(socialIn(text)).toBe('wantsHuman');
  });

  it.each([
    'wrong number',
    'you have the wrong person',
    'no one here by that name',
    'Sorry wrong person, this is not Mike',
    'this is not his number',
  ])('%s: the wrong person', (text) => {
    expect(socialIn(text)).toBe('wrongNumber');
  });

  it.each([
    "I'm driving",
    "Sorry, I'm driving. I'll text you later",
    'I am out of office until Monday',
    'Auto-reply: I will get back to you',
    "I'm not receiving notifications: Do Not Disturb is on",
  ])('%s: a machine', (text) => {
    expect(socialIn(text)).toBe('autoReply');
  });

  it.each([
    'are you a bot?',
    'Is this a real person',
    'am I talking to a real person?',
    "don't call me",
    "I'll call you",
    'call you later',
    'my agent said to call you',
    "I don't need an agent",
    'who is this?',
    'Who dis',
    'is this the wrong number for the house?',
    'wrong number of bedrooms',
    "I'm driving by the house now",
    'we toured it today',
  ])('%s: none of these', (text) => {
    expect(socialIn(text)).toBe('');
  });
});
