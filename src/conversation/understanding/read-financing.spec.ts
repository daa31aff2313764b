import type { Financing } from './facts';
import { toPlainText } from './plain-text';
import { readFinancing } from './read-financing';

describe('readFinancing', () => {
  it.each<[text: string, financing: Financing]>([
    ['cash', 'cash'],
    ['all cash', 'cash'],
    ['paying cash', 'cash'],
    ['cash buyer here', 'cash'],
    ['paying all cash from my inheritance', 'cash'],
    ["we don't need financing", 'cash'],
    ['pre-approved', 'pre_approved'],
    ['preapproved', 'pre_approved'],
    ['pre approved for 450k', 'pre_approved'],
    ['Pre-qualified', 'pre_approved'],
    ['got prequaled for 380', 'pre_approved'],
    ['got my approval letter', 'pre_approved'],
    ["yes we're preapproved with Chase up to 520", 'pre_approved'],
    ['VA loan, preapproval in hand', 'pre_approved'],
    ['I was preapproved last month', 'pre_approved'],
    ['not pre-approved yet', 'needs_financing'],
    ['not approved', 'needs_financing'],
    ["haven't talked to a lender", 'needs_financing'],
    ["no we haven't gotten preapproved, prob gonna use FHA", 'needs_financing'],
    ['getting preapproved this week', 'needs_financing'],
    ["I'm waiting on my preapproval", 'needs_financing'],
    ['preapproved? not yet', 'needs_financing'],
    ['need a lender', 'needs_financing'],
    ['my credit is bad', 'needs_financing'],
    ['FHA', 'fha'],
    ['VA loan', 'va'],
    ['using my VA', 'va'],
    ['conventional, 20% down', 'conventional'],
    ['jumbo loan', 'jumbo'],
    ['not FHA, conventional', 'conventional'],
    ['great cash flow', 'unknown'],
    ['cash offer?', 'unknown'],
    ['do you guys pay cash?', 'unknown'],
    ['looking for a cash offer on my house', 'unknown'],
    ['need cash fast', 'unknown'],
    ['not paying cash', 'unknown'],
    ['cash out refi', 'unknown'],
    ["I'm moving to VA", 'unknown'],
    ['Virginia, VA 22030', 'unknown'],
    ['seller financing?', 'unknown'],
  ])('%s is %s', (text, financing) => {
    expect(readFinancing(toPlainText(text), false)).toBe(financing);
  });

  it.each<[text: string, financing: Financing]>([
    ['yes', 'pre_approved'],
    ['I am', 'pre_approved'],
    ['Yep, w/ Wells Fargo', 'pre_approved'],
    ['we r approved already', 'pre_approved'],
    ['no', 'needs_financing'],
    ['not yet', 'needs_financing'],
    ['nope not yet', 'needs_financing'],
    ['loan', 'needs_financing'],
    ['with a mortgage', 'needs_financing'],
    ['working on it', 'needs_financing'],
    ['nah still shopping lenders', 'needs_financing'],
    ['I was denied last year', 'needs_financing'],
    ['yes, cash', 'cash'],
    ['no, paying cash', 'cash'],
    ["I think VA? I'm a vet", 'va'],
    ['not sure, what are my options', 'unknown'],
    ['no idea', 'unknown'],
    ['I have to sell my house first', 'unknown'],
  ])('asked for, %s is %s', (text, financing) => {
    expect(readFinancing(toPlainText(text), true)).toBe(financing);
  });
});
