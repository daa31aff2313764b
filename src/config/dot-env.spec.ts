import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unprivileged } from '../../test/support/unprivileged';
import { withDotEnv } from './dot-env';
import { speechEnvironment } from './own-environment';

const folder = mkdtempSync(join(tmpdir(), 'dot-env-'));

function read(content: string | Buffer, env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const path = join(folder, '.env');
  writeFileSync(path, content);
  return withDotEnv(path, env);
}

describe('docs: .env', () => {
  it.each([
    ['plain', 'A=one\nB=two\n'],
    ['with the line ends of Windows', 'A=one\r\nB=two\r\n'],
    ['with the mark that editors of Windows put in front', '\ufeffA=one\nB=two\n'],
    ['with quotes and spaces', ' A = "one" \nB=\'two\'  \n'],
    ['with colons', 'A: one\nB: two\n'],
    ['as a script of a shell', 'export A=one\nexport B="two"\n'],
    ['with comments', '# what it is for\nA=one # as before\nB=two\n'],
  ])('is read %s', (_title, content) => {
    expect(read(content)).toEqual({ A: 'one', B: 'two' });
  });

  it('takes a PEM in double quotes, on lines of its own or on one', () => {
    const pem = '-----BEGIN PUBLIC KEY-----\nabc=\n-----END PUBLIC KEY-----';
    expect(read(`A="${pem}"`)).toEqual({ A: pem });
    expect(read(`A="${pem.replaceAll('\n', '\\n')}"`)).toEqual({ A: pem });
  });

  it('goes behind what the environment says', () => {
    expect(read('A=one\nB=two', { A: 'mine', C: 'three' })).toEqual({ A: 'mine', B: 'two', C: 'three' });
  });

  it('tells a run in sandbox mode how the bots speak, and nothing of the real CRM', () => {
    const cwd = process.cwd();
    writeFileSync(join(folder, '.env'), 'CLAUDE_MODEL=of-the-file\nGHL_ACCESS_TOKEN=pit-real\nDATA_DIR=/real');
    process.chdir(folder);
    try {
      expect(speechEnvironment()).toEqual({ CLAUDE_MODEL: 'of-the-file' });
    } finally {
      process.chdir(cwd);
      for (const name of ['CLAUDE_MODEL', 'GHL_ACCESS_TOKEN', 'DATA_DIR']) Reflect.deleteProperty(process.env, name);
    }
  });

  it('need not be there', () => {
    expect(withDotEnv(join(folder, 'nowhere'), { A: 'one' })).toEqual({ A: 'one' });
  });

  it('is refused when it is no file, and when this user may not read it', async () => {
    expect(() => withDotEnv(folder, {})).toThrow('.env: cannot be read (EISDIR)');
    const path = join(folder, 'closed');
    writeFileSync(path, 'A=one', { mode: 0o000 });
    await unprivileged(() => {
      expect(() => withDotEnv(path, {})).toThrow('.env: cannot be read (EACCES)');
      return Promise.resolve();
    });
  });

  it('is refused in an encoding in which nothing would be found', () => {
    expect(() => read(Buffer.from('\ufeffA=one', 'utf16le'))).toThrow('.env: is not plain text');
  });
});
