import { readFlags, UsageError } from './command-line';
import { diagnose } from './doctor/diagnose';
import { describe, isSound, toJson } from './doctor/print';

/** `npm run doctor [-- --json]`: says what is right and wrong with a set-up, and how to put it right. Exits 1 on a failure. */
async function main(): Promise<void> {
  const { json } = readFlags(process.argv.slice(2), ['json']);
  const findings = await diagnose();
  console.log(json ? toJson(findings) : describe(findings).join('\n'));
  process.exitCode = isSound(findings) ? 0 : 1;
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(
    error instanceof UsageError
      ? `${reason}\nUsage: npm run doctor [-- --json]`
      : `The doctor could not finish: ${reason}`,
  );
  process.exitCode = 1;
});
