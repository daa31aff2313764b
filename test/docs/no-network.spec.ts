import { connect } from 'node:net';
import { once } from 'node:events';
import axios from 'axios';

describe('docs: the tests need no network', () => {
  it.each([
    ['fetch', () => fetch('http://192.0.2.1/')],
    ['fetch of a name', () => fetch('https://services.leadconnectorhq.com/')],
    ['axios', () => axios.get('https://services.leadconnectorhq.com/')],
    ['a socket', () => once(connect(80, '192.0.2.1'), 'connect')],
  ])('and get none: %s', async (_how, reach) => {
    const refused = await reach().then(
      () => null,
      (error: unknown) => error as Error,
    );
    expect(`${refused?.message} ${String(refused?.cause)}`).toMatch('tests stay on this machine');
  });
});
