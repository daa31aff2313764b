import { loadSettings } from '../../src/config';
import type { Environment, Settings } from '../../src/config';
import { toE164 } from '../../src/ghl';

const CONFIRMATION = 'I-understand-this-texts-a-real-phone';

/** The live tests do not begin; the message says why. */
export class RefusedError extends Error {}

/** What the live tests run with. */
export interface LivePlan {
  readonly settings: Settings;
  /** E.164; of somebody who has agreed to be texted. */
  readonly phone: string;
  /** A workflow that does no harm; `undefined`: none is started. */
  readonly workflowId: string | undefined;
}

/**
 * Reads the settings of the service and those of the live tests, which text somebody and therefore have to be wanted.
 * @throws {RefusedError} naming what is missing.
 * @throws {SettingsError} when the service's own settings are wrong.
 */
export function readPlan(env: Environment): LivePlan {
  const settings = loadSettings(env);
  const phone = toE164(env.LIVE_TEST_PHONE);
  const missing = [
    ...(env.LIVE_TESTS_CONFIRM === CONFIRMATION ? [] : [`LIVE_TESTS_CONFIRM=${CONFIRMATION}`]),
    ...(phone === null ? ['LIVE_TEST_PHONE: the number of a phone of yours, such as +12145550100'] : []),
    ...(settings.mode === 'live' ? [] : ['GHL_ACCESS_TOKEN and GHL_LOCATION_ID: of a location for tests']),
  ];
  if (phone === null || missing.length > 0) {
    throw new RefusedError(`Nothing was done. Set:\n${missing.map((line) => `  - ${line}`).join('\n')}`);
  }
  return { settings, phone, workflowId: env.LIVE_TEST_WORKFLOW_ID?.trim() || undefined };
}
