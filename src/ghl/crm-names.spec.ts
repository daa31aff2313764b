import { ALL_TAGS, hasTag } from './crm-names';

it.each([
  [['Cold-Lead', 'hot-lead'], 'Hot-Lead', true],
  [['HOT-LEAD'], 'hot-lead', true],
  [['Hot-Lead-2'], 'Hot-Lead', false],
  [[], 'Hot-Lead', false],
])('knows whether %j has %s', (tags, tag, expected) => {
  expect(hasTag(tags, tag)).toBe(expected);
});

it('lists every tag once', () => {
  expect(new Set(ALL_TAGS.map((tag) => tag.toLowerCase())).size).toBe(ALL_TAGS.length);
});
