import fc from 'fast-check';
import type { Question } from './facts';
import { understandText } from './understand-text';

function moneyOf(text: string, pendingQuestion: Question | null = null) {
  const { facts } = understandText(text, { pendingQuestion, areas: [], today: '2026-11-23' });
  return { min: facts.budgetMinUsd, max: facts.budgetMaxUsd, price: facts.priceExpectationUsd };
}

const NO_MONEY = { min: null, max: null, price: null };
const K = 1_000;

describe('money in any text', () => {
  const usd = fc.integer({ min: 100, max: 9_999 }).map((thousands) => thousands * K);

  it('comes back from every way of writing it', () => {
    const writings: readonly ((value: number) => string)[] = [
      (value) => `$${value.toLocaleString('en-US')}`,
      (value) => `${String(value / K)}k`,
      (value) => `$${String(value / 1e6)}M`,
      (value) => `${String(value / K)} thousand`,
      (value) => `my budget is ${String(value)} dollars`,
    ];
    fc.assert(
      fc.property(usd, fc.constantFrom(...writings), (value, write) => {
        expect(moneyOf(write(value)).max).toBe(value);
      }),
    );
  });

  it('never comes from a phone number or a zip code', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${String(length - 1)}}$`));
    const phone = fc
      .tuple(digits(3), digits(3), digits(4))
      .chain(([area, exchange, line]) =>
        fc.constantFrom(
          `${area}-${exchange}-${line}`,
          `(${area}) ${exchange}-${line}`,
          `${area}.${exchange}.${line}`,
          `+1 ${area} ${exchange} ${line}`,
          area + exchange + line,
        ),
      );
    fc.assert(
      fc.property(
        fc.oneof(phone, digits(5)),
        fc.constantFrom<Question | null>('price', 'budget', null),
        (number, asked) => {
          expect(moneyOf(number, asked)).toEqual(NO_MONEY);
          expect(moneyOf(`you can reach me here ${number}`, asked)).toEqual(NO_MONEY);
        },
      ),
    );
  });

  const word = fc.constantFrom(
    ...'under over max about 4 450 600k $500 2.5 1.2m to - or and not bed bath sell buy want for it zillow owe , . ?'.split(
      ' ',
    ),
  );
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
  const asked = fc.constantFrom<Question | null>('price', 'budget', 'timeline', 'area', null);

  it('is never more than the text has a trace of', () => {
    fc.assert(
      fc.property(text, asked, (said, question) => {
        for (const usd of Object.values(moneyOf(said, question))) {
          const firstDigit = String(usd ?? '')[0] ?? '';
          expect(said).toContain(firstDigit);
          expect(usd === null || (usd >= 20_000 && usd <= 50_000_000)).toBe(true);
        }
      }),
    );
  });

  it('does not depend on case or on pictures around the text', () => {
    const picture = fc.constantFrom('', '😂', '🙏 ', '🏡🏡', '💰 ');
    fc.assert(
      fc.property(picture, text, picture, asked, (before, said, after, question) => {
        expect(moneyOf(`${before}${said.toUpperCase()} ${after}`, question)).toEqual(moneyOf(said, question));
      }),
    );
  });

  it('keeps the floor at or below the ceiling', () => {
    fc.assert(
      fc.property(usd, usd, (a, b) => {
        const { min, max } = moneyOf(`at least $${String(a)} and at most $${String(b)}`);
        expect(min === null || max === null || min < max).toBe(true);
        expect(max).toBe(b);
      }),
    );
  });
});
