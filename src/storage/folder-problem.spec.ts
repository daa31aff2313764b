import { SettingsError } from '../config';
import { toFolderProblem } from './folder-problem';

const failure = (code: string | undefined, path?: string) =>
  Object.assign(new Error('told by the file system'), { syscall: 'open', code, path });

describe('context: what the file system says at the start', () => {
  it.each([
    ['EACCES', '/data/journal', 'DATA_DIR: /data/journal cannot be used (EACCES); give this process access'],
    ['ENOSPC', '/data/journal', 'DATA_DIR: /data/journal cannot be used (ENOSPC); make room on the disk'],
    ['EDQUOT', undefined, 'DATA_DIR: /data cannot be used (EDQUOT); make room on the disk'],
    [undefined, undefined, 'DATA_DIR: /data cannot be used (unknown); give this process access'],
  ])('is a problem of DATA_DIR: %s of %s', (code, path, told) => {
    const problem = toFolderProblem('/data', failure(code, path));
    expect(problem).toBeInstanceOf(SettingsError);
    expect((problem as Error).message).toContain(told);
  });

  it.each([new Error('a bug'), new SettingsError(['DATA_DIR: in use']), 'thrown text', null, undefined])(
    'is nothing else: %p',
    (cause) => {
      expect(toFolderProblem('/data', cause)).toBe(cause);
    },
  );
});
