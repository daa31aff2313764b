import type { Settings } from '../../config';
import { WRITE_SCOPES } from '../../ghl';
import type { LocationInspection } from '../../ghl';
import { checkCalendar, checkPeople } from './check-optional-ids';
import { findingsOf } from './finding';
import type { Finding } from './finding';
import { adviceOn, isFinal } from './obstacles';

/** Further off, a webhook's age and the hours of business are judged wrongly. */
const MAX_CLOCK_ERROR_MS = 60_000;

const ghl = findingsOf('GHL');
const clock = findingsOf('clock');
const scopes = findingsOf('GHL scopes');
const fields = findingsOf('custom fields');

/** What GHL is asked with. */
export interface GhlPort {
  readonly inspection: LocationInspection;
  readonly settings: Settings;
  /** Epoch milliseconds, by this machine. */
  readonly now: () => number;
}

/** Whether the location can be worked for; changes nothing in it. */
export async function checkGhl(port: GhlPort): Promise<readonly Finding[]> {
  const { reached, serverMs } = await port.inspection.location();
  const onTime = serverMs === null ? [] : [checkClock(port.now() - serverMs)];
  if (!reached.ok && isFinal(reached)) {
    const { text, fix } = adviceOn(reached);
    return [ghl.fail(text, fix), ...onTime];
  }
  const rest = await Promise.all([checkScopes(port), checkFields(port), checkCalendar(port), checkPeople(port)]);
  return [locationFinding(reached), ...onTime, ...rest.flat()];
}

function locationFinding(reached: Awaited<ReturnType<LocationInspection['location']>>['reached']): Finding {
  if (reached.ok) return ghl.ok('the token is accepted and opens GHL_LOCATION_ID');
  if (reached.obstacle === 'scope_missing') {
    return ghl.fail(
      'the scope locations.readonly is missing, so that /health takes GHL to be down',
      adviceOn(reached).fix,
    );
  }
  const { text, fix } = adviceOn(reached);
  return ghl.fail(text, fix);
}

function checkClock(errorMs: number): Finding {
  const seconds = Math.round(Math.abs(errorMs) / 1_000);
  if (Math.abs(errorMs) <= MAX_CLOCK_ERROR_MS) return clock.ok("agrees with GHL's");
  const side = errorMs > 0 ? 'ahead of' : 'behind';
  return clock.warn(
    `${seconds} s ${side} GHL's: webhooks may be refused as stale, and hours are kept wrongly`,
    'switch on time synchronisation (timedatectl set-ntp true)',
  );
}

/** A read that is refused for another reason than the scope shows that the scope is there: GHL looks at it first. */
async function checkScopes({ inspection }: GhlPort): Promise<readonly Finding[]> {
  const reads = await inspection.scopes();
  const findings = reads.flatMap(({ scope, read }) => {
    if (read.ok || read.obstacle === 'rejected') return [];
    const { text, fix } = adviceOn(read);
    if (read.obstacle === 'scope_missing') return [scopes.fail(`${scope} is missing`, fix)];
    return [scopes.warn(`${scope} could not be checked: ${text}`, fix)];
  });
  const held = `${reads.length - findings.length} of ${reads.length} for reading are there`;
  const unchecked = `cannot be checked without changing something: ${WRITE_SCOPES.join(', ')}`;
  return [scopes.ok(`${held}; ${unchecked} (npm run test:live and setup:ghl try them)`), ...findings];
}

async function checkFields({ inspection }: GhlPort): Promise<Finding> {
  const missing = await inspection.missingFields();
  if (!missing.ok) {
    const { text, fix } = adviceOn(missing);
    return fields.warn(`could not be checked: ${text}`, fix);
  }
  if (missing.value.length === 0) return fields.ok('all are there');
  return fields.fail(`missing: ${missing.value.join(', ')}`, 'npm run setup:ghl');
}
