import fc from 'fast-check';
import {
  assignVariant,
  attribute,
  conversionState,
  feedbackSignal,
  followUpTiming,
  nextChangeSeconds,
  NO_SOURCES,
  overallState,
  slaVerdict,
  styleSegment,
} from '.';
import type { LeadStanding, SlaInput } from '.';
import { toSourceSlug } from '../source-slug';

const NOBODY: LeadStanding = { score: null, priority: null, temperature: null };

describe('growth: lead sources', () => {
  it.each([
    ['Facebook Ads ', 'facebook_ads'],
    ['facebook-ads', 'facebook_ads'],
    ['  Zillow.com // Premier ', 'zillow_com_premier'],
    ['Café São', 'cafe_sao'],
    ['---', null],
    ['', null],
    [null, null],
    ['x'.repeat(60), 'x'.repeat(40)],
    [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
  ])('are compared as slugs: %j', (text, slug) => {
    expect(toSourceSlug(text)).toBe(slug);
  });

  it('are slugs whatever is typed, and slugs of slugs are the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const slug = toSourceSlug(text);
        expect(slug === null || /^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(slug)).toBe(true);
        expect(toSourceSlug(slug)).toBe(slug);
      }),
    );
  });

  it('credit what was measured before what was filled in', () => {
    const sources = {
      source: 'Form',
      leadSource: 'Typed',
      utmSource: 'utm',
      firstAttribution: 'Google',
      lastAttribution: 'Bing',
    };
    expect(attribute(sources, null)).toEqual({
      firstTouch: 'google',
      lastTouch: 'bing',
      source: 'google',
      model: 'first_touch',
    });
    expect(attribute({ ...sources, firstAttribution: null }, null)?.source).toBe('typed');
    expect(attribute({ ...NO_SOURCES, source: 'Form', utmSource: 'utm' }, null)).toMatchObject({
      firstTouch: 'form',
      lastTouch: 'utm',
    });
    expect(attribute({ ...NO_SOURCES, source: 'Form' }, null)).toMatchObject({
      lastTouch: 'form',
      model: 'single_touch',
    });
  });

  it('keep the first touch, whatever comes later, and know nothing of nobody', () => {
    const known = attribute({ ...NO_SOURCES, source: 'Form' }, null);
    expect(attribute({ ...NO_SOURCES, firstAttribution: 'Google' }, known)).toMatchObject({ firstTouch: 'form' });
    expect(attribute(NO_SOURCES, known)).toEqual(known);
    expect(attribute(null, known)).toEqual(known);
    expect(attribute(NO_SOURCES, null)).toBeNull();
    expect(attribute(null, null)).toBeNull();
  });
});

describe('growth: the variant of a contact', () => {
  /** Worked out with `printf 'contact1:zillow' | sha256sum` and 100 as the modulus. */
  it('is SHA-256 of contact and source, mod 100', () => {
    const { variant, bucket } = assignVariant('contact1', 'zillow');
    expect(bucket).toBe(87);
    expect(variant).toBe('B');
  });

  it('is A for about half of the contacts, and independent of others', () => {
    const variants = Array.from({ length: 10_000 }, (_, index) => assignVariant(`c${index}`, 'zillow').variant);
    const share = variants.filter((variant) => variant === 'A').length / variants.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.02);
    const other = Array.from({ length: 10_000 }, (_, index) => assignVariant(`c${index}`, 'facebook').variant);
    const same = variants.filter((variant, index) => variant === other[index]).length / variants.length;
    expect(Math.abs(same - 0.5)).toBeLessThan(0.02);
  });
});

describe('growth: how a lead stands', () => {
  it.each<[Partial<LeadStanding>, string, string]>([
    [{}, 'standard', 'low_intent'],
    [{ priority: 'high' }, 'hot_priority', 'high_intent'],
    [{ temperature: 'hot' }, 'hot_priority', 'high_intent'],
    [{ priority: 'review_required' }, 'warm_review', 'nurture'],
    [{ priority: 'review' }, 'warm_review', 'nurture'],
    [{ temperature: 'warm' }, 'warm_review', 'nurture'],
    [{ temperature: 'hot', priority: 'review_required' }, 'hot_priority', 'high_intent'],
    [{ priority: 'normal', temperature: 'cold' }, 'standard', 'low_intent'],
    [{ score: 85 }, 'standard', 'high_intent'],
    [{ score: 84 }, 'standard', 'nurture'],
    [{ score: 65 }, 'standard', 'nurture'],
    [{ score: 64 }, 'standard', 'low_intent'],
  ])('%j is %s, and tells %s', (lead, segment, signal) => {
    expect(styleSegment({ ...NOBODY, ...lead })).toBe(segment);
    expect(feedbackSignal({ ...NOBODY, ...lead })).toBe(signal);
  });
});

describe('growth: what became of a lead', () => {
  it.each([
    ['won', 'converted'],
    ['Showed', 'converted'],
    ['Customer', 'converted'],
    ['closed won', 'converted'],
    ['lost', 'lost'],
    ['Abandoned', 'lost'],
    ['no-show', 'lost'],
    ['noShow', 'lost'],
    ['CANCELLED', 'lost'],
    ['open', 'active'],
    ['confirmed', 'active'],
    ['new', 'active'],
    ['invalid', 'unknown'],
    ['unknown', 'unknown'],
    ['', 'unknown'],
    ['Past Client', 'converted'],
    ['not_interested', 'lost'],
    ['Do Not Contact', 'lost'],
    ['UNDER-CONTRACT', 'active'],
    ['Appointment / Set', 'active'],
    ['won; drop table', 'unknown'],
    ['won 2', 'unknown'],
    [['won'], 'unknown'],
    [NaN, 'unknown'],
    ['x'.repeat(10_000), 'unknown'],
    ['__proto__', 'unknown'],
    ['constructor', 'unknown'],
    [7, 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
    [{ status: 'won' }, 'unknown'],
  ])('is read from %j as %s', (status, state) => {
    expect(conversionState(status)).toBe(state);
  });

  it('is read from anything without failing', () => {
    fc.assert(
      fc.property(fc.anything(), (status) => {
        expect(['converted', 'lost', 'active', 'unknown']).toContain(conversionState(status));
      }),
    );
  });

  it('is the best of what is known', () => {
    expect(overallState(['lost', 'converted', 'active'])).toBe('converted');
    expect(overallState(['lost', 'active'])).toBe('active');
    expect(overallState(['lost', 'unknown'])).toBe('lost');
    expect(overallState(['unknown'])).toBe('unknown');
    expect(overallState([])).toBe('unknown');
  });
});

describe('growth: when to follow up', () => {
  it.each<[Partial<LeadStanding>, number | null, string, number]>([
    [{ score: 85 }, null, 'immediate', 5],
    [{ score: 84 }, null, 'accelerated', 30],
    [{ score: 70 }, null, 'accelerated', 30],
    [{ score: 69 }, null, 'standard', 120],
    [{ score: 55 }, null, 'standard', 120],
    [{ score: 54 }, null, 'nurture', 720],
    [{}, null, 'nurture', 720],
    [{ score: 10, priority: 'high' }, null, 'immediate', 5],
    [{ score: 10, priority: 'review_required' }, null, 'standard', 120],
    [{ score: 10, temperature: 'hot' }, null, 'accelerated', 30],
    [{ score: 10, temperature: 'warm' }, null, 'standard', 120],
    [{ score: 90, temperature: 'warm' }, null, 'immediate', 5],
    [{ score: 90 }, 20, 'nurture', 720],
    [{ score: 0 }, 500, 'immediate', 5],
    [{ score: 90 }, -5, 'nurture', 720],
  ])('%j with the explicit engagement %j: %s, after %d minutes', (lead, engagement, bucket, minutes) => {
    expect(followUpTiming({ ...NOBODY, ...lead }, engagement)).toMatchObject({ bucket, delayMs: minutes * 60_000 });
  });

  it('is not told by what is no number', () => {
    expect(followUpTiming({ ...NOBODY, score: NaN })).toBeNull();
    expect(followUpTiming(NOBODY, Infinity)).toBeNull();
  });
});

describe('growth: how urgently a person is needed', () => {
  const CALM: SlaInput = { score: 10, priority: 'normal', bucket: 'nurture', elapsedSeconds: 0 };

  it.each<[Partial<SlaInput>, string]>([
    [{}, 'low'],
    [{ elapsedSeconds: 59.9 }, 'low'],
    [{ elapsedSeconds: 60 }, 'medium'],
    [{ elapsedSeconds: 100_000 }, 'medium'],
    [{ score: 69 }, 'low'],
    [{ score: 70 }, 'medium'],
    [{ score: null }, 'low'],
    [{ bucket: 'standard' }, 'medium'],
    [{ bucket: null }, 'low'],
    [{ bucket: 'accelerated' }, 'high'],
    [{ bucket: 'immediate' }, 'high'],
    [{ priority: 'high' }, 'low'],
    [{ priority: 'high', score: 84 }, 'medium'],
    [{ priority: 'high', score: 85 }, 'high'],
    [{ priority: 'high', elapsedSeconds: 119.9 }, 'medium'],
    [{ priority: 'high', elapsedSeconds: 120 }, 'high'],
    [{ priority: 'review_required' }, 'medium'],
    [{ priority: 'review_required', score: 90 }, 'medium'],
    [{ priority: 'review_required', elapsedSeconds: 120 }, 'high'],
    [{ priority: 'review', elapsedSeconds: 120 }, 'high'],
  ])('%j: %s', (change, level) => {
    const reasons = { high: 'sla_high_risk_contact_now', medium: 'sla_medium_risk_monitor', low: 'sla_low_risk' };
    expect(slaVerdict({ ...CALM, ...change })).toEqual({
      needs_handoff: level === 'high',
      risk_level: level,
      reason_code: reasons[level as keyof typeof reasons],
    });
  });

  it.each<[Partial<SlaInput>, number | null]>([
    [{}, 60],
    [{ elapsedSeconds: 61 }, null],
    [{ priority: 'high' }, 60],
    [{ priority: 'high', elapsedSeconds: 60 }, 120],
    [{ priority: 'review_required' }, 120],
    [{ priority: 'review_required', elapsedSeconds: 121 }, null],
    [{ bucket: 'immediate' }, null],
  ])('%j changes after %j seconds', (change, seconds) => {
    expect(nextChangeSeconds({ ...CALM, ...change })).toBe(seconds);
  });

  it('never gets less by waiting', () => {
    const levels = ['low', 'medium', 'high'];
    const anyInput = fc.record({
      score: fc.option(fc.integer({ min: 0, max: 100 })),
      priority: fc.constantFrom('high', 'normal', 'review_required', null),
      bucket: fc.constantFrom('immediate', 'accelerated', 'standard', 'nurture', null),
      elapsedSeconds: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 0, max: 300 }), (input, more) => {
        const later = { ...input, elapsedSeconds: input.elapsedSeconds + more };
        const [before, after] = [input, later].map((given) => levels.indexOf(slaVerdict(given).risk_level));
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });
});
