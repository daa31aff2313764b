import { loadBusinessProfile } from './business-profile';
import { styledProfile, styleOverlaySchema } from './style-overlay';

const FILES = ['config/business.json', 'config/business.rancho-cucamonga.json'];
const PROFILE = loadBusinessProfile('config/business.json');

/** Every list of wordings by its place, as "lead.area". */
function wordingsByPath(value: unknown, path = ''): ReadonlyMap<string, readonly string[]> {
  if (Array.isArray(value)) return new Map([[path, value as readonly string[]]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, item]) => [...wordingsByPath(item, path ? `${path}.${key}` : key)]),
  );
}

const placeholdersIn = (texts: readonly string[] | undefined) =>
  new Set(texts?.flatMap((text) => text.match(/\{\w+\}/g) ?? []).filter((name) => /slot|opens/.test(name)));
const questionMarksIn = (text: string | undefined) => text?.match(/\?/g)?.length ?? 0;

describe.each(FILES)('docs: the second style of %s', (file) => {
  const profile = loadBusinessProfile(file);
  const first = wordingsByPath(profile.wording);
  const second = [...wordingsByPath(profile.styleB?.wording ?? {})];

  it('words every step that is a matter of style', () => {
    const stylish = [...first.keys()].filter((path) => /^(acknowledgement|intent|goodbye|lead|seller)\b/.test(path));
    expect(second.map(([path]) => path).toSorted()).toEqual(
      [...stylish, 'booking.offer', 'booking.offerAgain'].toSorted(),
    );
  });

  it.each(second)('says %s in other words, with the same values and as many questions', (path, texts) => {
    const given = first.get(path);
    expect(texts.filter((text) => given?.includes(text))).toEqual([]);
    expect(placeholdersIn(texts)).toEqual(placeholdersIn(given));
    // As many wordings to choose from, or a second style would sooner repeat itself.
    expect(texts).toHaveLength(given?.length ?? 0);
    for (const [index, text] of texts.entries()) {
      expect(Math.min(questionMarksIn(text), 1)).toBe(Math.min(questionMarksIn(given?.[index]), 1));
      expect(text).toMatch(/^[\x20-\x7e]{1,160}$/);
      expect(text).not.toContain('-');
    }
  });
});

describe('docs: two styles of one profile', () => {
  it('are the profile itself, and one other that is made once', () => {
    const warm = styledProfile(PROFILE, 'B');
    expect(styledProfile(PROFILE, 'A')).toBe(PROFILE);
    expect(styledProfile(PROFILE, 'B')).toBe(warm);
    expect(warm.wording.lead).toEqual(PROFILE.styleB?.wording.lead);
    const { acknowledgement, intent, lead, seller, goodbye, booking, ...substance } = warm.wording;
    expect(PROFILE.wording).toMatchObject(substance);
    expect(booking).toEqual({ ...PROFILE.wording.booking, ...PROFILE.styleB?.wording.booking });
    expect([acknowledgement, intent, seller, goodbye]).not.toContain(undefined);
    expect({ ...warm, wording: PROFILE.wording }).toEqual(PROFILE);
  });

  it('are one where the profile has no second, and the first speaks where the second is silent', () => {
    const { styleB, ...plain } = PROFILE;
    expect(styleB).toBeDefined();
    expect(styledProfile(plain, 'B')).toBe(plain);
    const area = ['Which area would you like?'];
    const part = styledProfile({ ...plain, styleB: { instruction: 'Warm.', wording: { lead: { area } } } }, 'B');
    expect(part.wording).toEqual({ ...plain.wording, lead: { ...plain.wording.lead, area } });
  });

  it.each([
    ['introduction'],
    ['optedOut'],
    ['optedIn'],
    ['help'],
    ['wrongNumber'],
    ['human'],
    ['upset'],
    ['safe'],
    ['answers'],
    ['colour'],
  ])('never differ in %s', (name) => {
    const wording = { ...PROFILE.styleB?.wording, [name]: ['Hello.'] };
    const { error } = styleOverlaySchema.safeParse({ instruction: 'Write warmly.', wording });
    expect(error?.issues).toEqual([expect.objectContaining({ code: 'unrecognized_keys', keys: [name] })]);
  });

  it.each(['booked', 'callSoon', 'callLater', 'inGoodHands'])(
    'never differ in what is promised: booking.%s',
    (name) => {
      const wording = { booking: { [name]: ['Hello.'] } };
      expect(styleOverlaySchema.safeParse({ instruction: 'Write warmly.', wording }).success).toBe(false);
    },
  );
});
