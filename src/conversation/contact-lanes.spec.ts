import { deferred } from '../../test/support/deferred';
import { ContactLanes } from './contact-lanes';

const ann = { contactId: 'ann1', locationId: 'loc1' };

describe('context: the lane of a contact', () => {
  it('does one thing at a time, in the order given, and hands back what each returns', async () => {
    const lanes = new ContactLanes();
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise(setImmediate);
      steps.push(`${name} ends`);
      return name;
    };
    expect(await Promise.all([lanes.run(ann, work('a')), lanes.run(ann, work('b'))])).toEqual(['a', 'b']);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('goes on after a failure, which is told to whoever gave the work', async () => {
    const lanes = new ContactLanes();
    const failed = lanes.run(ann, () => Promise.reject(new Error('broken')));
    const next = lanes.run(ann, () => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });

  it.each([
    ['another contact', { contactId: 'bob1', locationId: 'loc1' }],
    ['the contact in another location', { contactId: 'ann1', locationId: 'loc2' }],
  ])('does not hold up %s', async (_title, other) => {
    const lanes = new ContactLanes();
    const { promise, resolve } = deferred<undefined>();
    const first = lanes.run(ann, () => promise);
    expect(await lanes.run(other, () => Promise.resolve('done'))).toBe('done');
    resolve(undefined);
    await first;
  });

  it('is forgotten when nothing is left to do, and not before', async () => {
    const lanes = new ContactLanes();
    const { tails } = lanes as unknown as { readonly tails: ReadonlyMap<string, unknown> };
    const [first, second] = [deferred<undefined>(), deferred<undefined>()];
    const works = [first, second].map(({ promise }) => lanes.run(ann, () => promise));
    first.resolve(undefined);
    await works[0];
    await new Promise(setImmediate);
    expect(tails.size).toBe(1);
    second.resolve(undefined);
    await works[1];
    await new Promise(setImmediate);
    expect(tails.size).toBe(0);
  });
});
