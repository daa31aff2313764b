import type { GhlCall } from './ghl-http';
import {
  createCustomField,
  createTag,
  getLocation,
  getLocationSettings,
  getUser,
  listCustomFields,
  listTags,
  listWorkflows,
} from './location-calls';

const VERSION = '2021-07-28';

describe('ghl: the calls about a location', () => {
  it.each<[string, string, GhlCall<unknown>, object]>([
    ['checkHealth', 'GET /locations/l1', getLocation('l1'), { lane: 'urgent', repeat: 'never' }],
    ['getLocation', 'GET /locations/l1', getLocationSettings('l1'), { lane: 'routine', repeat: 'always' }],
    ['listCustomFields', 'GET /locations/l1/customFields', listCustomFields('l1'), { query: { model: 'contact' } }],
    ['listWorkflows', 'GET /workflows/', listWorkflows('l1'), { query: { locationId: 'l1' } }],
    ['getUser', 'GET /users/u1', getUser('u1'), { repeat: 'always' }],
    ['listTags', 'GET /locations/l1/tags', listTags('l1'), { lane: 'routine' }],
    [
      'createCustomField',
      'POST /locations/l1/customFields',
      createCustomField('l1', 'timeline', 'TEXT'),
      { body: { name: 'timeline', dataType: 'TEXT', model: 'contact' }, lane: 'routine', repeat: 'if_not_executed' },
    ],
    ['createTag', 'POST /locations/l1/tags', createTag('l1', 'Hot-Lead'), { body: { name: 'Hot-Lead' } }],
  ])('%s is %s', (operation, request, call, more) => {
    expect(call).toMatchObject({ operation, version: VERSION, ...more });
    expect(`${call.method} ${call.path}`).toBe(request);
  });

  it('find a workflow and a user by their ids', () => {
    expect(listWorkflows('l1').answer.safeParse({ workflows: [{ id: 'w1', name: 'x' }] })).toMatchObject({
      data: { workflows: [{ id: 'w1' }] },
    });
    expect(listWorkflows('l1').answer.safeParse({}).success).toBe(false);
    expect(getUser('u1').answer.safeParse({}).success).toBe(false);
  });
});
