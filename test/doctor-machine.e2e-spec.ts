import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { diagnose } from '../src/commands/doctor/diagnose';
import { describe as describeFindings } from '../src/commands/doctor/print';
import { withDotEnv } from '../src/config';
import { DataFolder } from '../src/storage';
import { DoctorBed } from './support/doctor-bed';
import type { Environment } from './support/doctor-bed';

describe('npm run doctor on the machine', () => {
  let bed: DoctorBed;
  let environment: ReturnType<DoctorBed['goodSetUp']>;
  const examine = (change: Environment) => bed.diagnose({ ...environment, ...change });

  beforeAll(async () => {
    bed = await DoctorBed.start();
  });
  beforeEach(() => {
    bed.reset();
    environment = bed.goodSetUp();
  });
  afterAll(() => bed.stop());

  it('finds a port that another program has, and takes the one of a running service for fine', async () => {
    const other = createServer().listen(0, '0.0.0.0');
    await once(other, 'listening');
    const PORT = String((other.address() as AddressInfo).port);
    expect((await examine({ PORT })).troubles).toEqual([
      expect.stringMatching(/^fail {2}port .*PORT: \d+ is taken by another program\. Fix: set PORT to another/),
    ]);
    const folder = await DataFolder.open(environment.DATA_DIR, new Date().toISOString(), () => undefined);
    expect((await examine({ PORT })).troubles).toEqual([]);
    await folder.onApplicationShutdown();
    other.close();
  });

  it('finds a data folder that is not mounted', async () => {
    const DATA_DIR = join(environment.DATA_DIR, 'link');
    symlinkSync('/nowhere/jorge', DATA_DIR);
    expect((await examine({ DATA_DIR })).troubles).toEqual([
      expect.stringMatching(/^fail {2}data folder .*is a link that leads nowhere\. Fix: set DATA_DIR to a folder/),
    ]);
  });

  it('finds a .env that cannot be read, and looks at nothing else', async () => {
    const findings = await diagnose(() => withDotEnv(environment.DATA_DIR, {}));
    expect(describeFindings(findings)).toEqual([
      expect.stringMatching(/^ok {4}Node /),
      expect.stringMatching(
        /^fail {2}settings .*\.env: cannot be read \(EISDIR\)\. Fix: make it a file that this user may/,
      ),
      expect.stringMatching(/^warn {2}GHL .*nothing else was checked/),
      '',
      '1 ok, 1 to look at, 1 failed',
    ]);
  });
});
