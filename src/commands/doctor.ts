import { parseArgs } from 'node:util';
import { diagnose } from './doctor/diagnose';
import { describe, isSound, toJson } from './doctor/print';

/** `npm run doctor [-- --json]`: says what is right and wrong with a set-up, and how to put it right. Exits 1 on a failure. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const findings = await diagnose();
  console.log(values.json ? toJson(findings) : describe(findings).join('\n'));
  process.exitCode = isSound(findings) ? 0 : 1;
}

main().catch((error: unknown) => {
  const isMisused = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const reason = error instanceof Error ? error.message : String(error);
  console.error(isMisused ? `${reason}\nUsage: npm run doctor [-- --json]` : `The doctor could not finish: ${reason}`);
  process.exitCode = 1;
});
