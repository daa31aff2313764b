import type { Settings } from '../../config';
import { ClaudeClient } from '../../conversation';
import type { ClaudeFault } from '../../conversation';
import { findingsOf } from './finding';
import type { Finding } from './finding';

const { ok, warn, fail } = findingsOf('Claude');

/** A key that is not taken fails; a service that is not there just now is a warning, for replies go out without it. */
const BY_STATUS: Readonly<Record<number, Finding>> = {
  401: fail('the key is refused (401)', 'set CLAUDE_API_KEY to a key of console.anthropic.com'),
  403: fail(
    'the key may not use the API from here (403)',
    'give the key access to the model in console.anthropic.com, or set another as CLAUDE_API_KEY',
  ),
  404: fail('there is no such model (404)', 'correct CLAUDE_MODEL, or CLAUDE_BASE_URL if that is set'),
};

/** Asks for the description of the model, which costs nothing: the paid endpoint is not called. */
export async function checkClaude({ claude }: Settings): Promise<Finding> {
  const { apiKey, model, timeoutMs } = claude;
  if (apiKey === undefined) return ok('no CLAUDE_API_KEY: the pattern engine reads and speaks alone');
  const fault = await new ClaudeClient({ ...claude, apiKey }).findFault(AbortSignal.timeout(timeoutMs));
  return fault === null ? ok(`the key is accepted, ${model} is there`) : toFinding(fault);
}

function toFinding({ reason, statusCode }: ClaudeFault): Finding {
  const known = statusCode === undefined ? undefined : BY_STATUS[statusCode];
  if (known) return known;
  const status = statusCode === undefined ? '' : ` (${statusCode})`;
  return warn(
    `no answer that tells anything: ${reason}${status}; replies go out without it`,
    "check this machine's way to CLAUDE_BASE_URL and status.claude.com, then try again",
  );
}
