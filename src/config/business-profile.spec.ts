import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBusinessProfile } from './business-profile';
import type { FollowUpProfile } from './follow-up-profile';

function profileWith(change: object): string {
  const path = join(mkdtempSync(join(tmpdir(), 'profile-')), 'business.json');
  const profile = JSON.parse(readFileSync('config/business.json', 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...profile, ...change }));
  return path;
}

describe('docs: business profile', () => {
  it.each(['config/business.json', 'config/business.rancho-cucamonga.json'])('%s is valid', (path) => {
    expect(loadBusinessProfile(path).serviceAreas.length).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ['a zone that does not exist', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a range upside down', { priceRangeUsd: { min: 2, max: 1 } }, 'priceRangeUsd'],
    [
      'hours that end before they begin',
      { businessHours: { days: [1], start: '18:00', end: '09:00' } },
      'businessHours',
    ],
    ['hours without a minute', { businessHours: { days: [1], start: '09:00', end: '09:00' } }, 'businessHours'],
    ['a lead that is hot before it is warm', { thresholds: { hot: 50, warm: 60 } }, 'thresholds'],
    ['a field that is not known', { colour: 'blue' }, 'colour'],
    ['a missing wording', { wording: {} }, 'wording.lead'],
  ])('refuses %s and names the field', (_title, change, field) => {
    expect(() => loadBusinessProfile(profileWith(change))).toThrow(new RegExp(`BUSINESS_PROFILE: .*${field}`, 's'));
  });

  it.each<[string, (followUp: FollowUpProfile) => FollowUpProfile, string]>([
    [
      'fewer wordings than follow-ups soon after a question',
      (followUp) => ({ ...followUp, thenAfterDays: [2, 3, 4] }),
      'wording.lead: needs 4',
    ],
    [
      'fewer wordings than follow-ups in all',
      (followUp) => ({ ...followUp, maxAttempts: 6 }),
      'wording.longTerm.seller: needs 6',
    ],
    [
      'the same wording twice',
      ({ wording, ...followUp }) => ({
        ...followUp,
        wording: {
          ...wording,
          seller: { ...wording.seller, warm: wording.seller.warm.flatMap((text) => [text, text]) },
        },
      }),
      'wording.seller.warm: needs 3 wordings or more, all different',
    ],
  ])('refuses follow-ups that would say something twice: %s', (_title, change, problem) => {
    const { followUp } = loadBusinessProfile('config/business.json');
    if (!followUp) throw new Error('the profile has no follow-ups');
    expect(() => loadBusinessProfile(profileWith({ followUp: change(followUp) }))).toThrow(`followUp.${problem}`);
  });

  it('names the setting when the file is missing or not JSON', () => {
    expect(() => loadBusinessProfile('config/none.json')).toThrow(/BUSINESS_PROFILE: .*ENOENT/);
    const path = profileWith({});
    writeFileSync(path, '{');
    expect(() => loadBusinessProfile(path)).toThrow(/BUSINESS_PROFILE: .*not valid JSON/);
  });

  it('speaks in Jorge’s voice: no emojis, no hyphens, one or two SMS segments a sentence', () => {
    const { wording, followUp } = loadBusinessProfile('config/business.json');
    const sentences = JSON.stringify([wording, followUp?.wording]).match(/"[^"]{12,}"/g) ?? [];
    expect(sentences.length).toBeGreaterThan(30);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[\x20-\x7e]*$/);
      expect(sentence).not.toContain('-');
      expect(sentence.length).toBeLessThanOrEqual(160);
    }
  });
});
