import { runInThisContext } from 'node:vm';

/** Jest hands its tests a copy, which cannot change the user. */
const realProcess = runInThisContext('process') as NodeJS.Process;
const NOBODY = 65_534;

/** Does some work without the superuser's right to read and write everything. */
export async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
  const isSuperuser = realProcess.geteuid?.() === 0;
  if (isSuperuser) realProcess.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    if (isSuperuser) realProcess.seteuid?.(0);
  }
}
