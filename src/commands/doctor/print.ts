import type { Finding } from './finding';

const CHECK_WIDTH = 15;

/** The findings as lines, one each, and what they come to. */
export function describe(findings: readonly Finding[]): readonly string[] {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const lines = findings.map(
    ({ severity, check, text, fix }) =>
      `${severity.padEnd(4)}  ${check.padEnd(CHECK_WIDTH)} ${text}${fix === null ? '' : `. Fix: ${fix}`}`,
  );
  return [...lines, '', `${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} failed`];
}

/** The same for machines. */
export function toJson(findings: readonly Finding[]): string {
  return JSON.stringify({ ok: isSound(findings), findings }, null, 2);
}

/** Whether the service would work: warnings are allowed. */
export function isSound(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== 'fail');
}
