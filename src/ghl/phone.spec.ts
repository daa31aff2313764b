import fc from 'fast-check';
import { toE164 } from './phone';

it.each([
  ['+12145550100', '+12145550100'],
  ['(214) 555-0100', '+12145550100'],
  ['214.555.0100', '+12145550100'],
  ['1 214 555 0100', '+12145550100'],
  [' +44 20 7946 0958 ', '+442079460958'],
])('reads %s', (phone, expected) => {
  expect(toE164(phone)).toBe(expected);
});

it.each([
  '',
  '   ',
  '+',
  '555-0100',
  '114-555-0100',
  '214-155-0100',
  '+1214555010',
  'call me',
  '214555o100',
  '12+14',
  'call 214-555-0100',
  '214-555-0100 please',
  '+02079460958',
  '+2345678901234567',
  '+4420794',
  '+1214555010099',
  '012145550100',
  '2145550100123',
  '21455501001',
  null,
  5,
])('refuses %p', (phone) => {
  expect(toE164(phone)).toBeNull();
});

it('gives E.164 or nothing, and reads its own answer again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+?[\d ().-]{0,20}$/), (phone) => {
      const e164 = toE164(phone);
      expect(e164 ?? '+12145550100').toMatch(/^\+[1-9]\d{7,14}$/);
      expect(e164 === null || toE164(e164)).toBe(e164 ?? true);
    }),
  );
});
