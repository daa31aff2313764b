import type { GhlPort } from './check-ghl';
import { findingsOf } from './finding';
import type { Finding } from './finding';
import { adviceOn } from './obstacles';

const DAYS_AHEAD = 14;
const DAY_MS = 86_400_000;

const calendar = findingsOf('calendar');
const people = findingsOf('people');

/** Whether the calendar is there and has times to offer. */
export async function checkCalendar({ inspection, settings, now }: GhlPort): Promise<Finding> {
  const { calendarId } = settings.ghl;
  if (calendarId === undefined) return calendar.ok('no GHL_CALENDAR_ID: the bot promises a call and offers no times');
  const startMs = now();
  const slots = await inspection.freeSlots({
    calendarId,
    startMs,
    endMs: startMs + DAYS_AHEAD * DAY_MS,
    timeZone: 'UTC',
  });
  if (slots.ok && slots.value.length > 0) return calendar.ok(`${slots.value.length} free times in ${DAYS_AHEAD} days`);
  if (slots.ok) {
    return calendar.warn(
      `no free time in the next ${DAYS_AHEAD} days`,
      'give the calendar of GHL_CALENDAR_ID open hours and somebody to meet (GHL, Settings, Calendars)',
    );
  }
  if (slots.obstacle === 'rejected')
    return calendar.fail(
      `GHL_CALENDAR_ID is no calendar of this location (${slots.statusCode ?? 'refused'})`,
      'correct it (GHL, Settings, Calendars)',
    );
  const { text, fix } = adviceOn(slots);
  return slots.obstacle === 'scope_missing'
    ? calendar.fail('calendars.readonly is missing', fix)
    : calendar.warn(`could not be checked: ${text}`, fix);
}

/** Whether the workflow and the user that are set exist, as far as the token may look. */
export async function checkPeople({ inspection, settings }: GhlPort): Promise<readonly Finding[]> {
  const { hotSellerWorkflowId, handoffUserId } = settings.ghl;
  const looks = [
    {
      name: 'HOT_SELLER_WORKFLOW_ID',
      id: hotSellerWorkflowId,
      scope: 'workflows.readonly',
      look: (id: string) => inspection.hasWorkflow(id),
      missing: 'is no workflow of this location',
      where: 'GHL, Automation, Workflows',
      without: 'no workflow is started for hot sellers',
    },
    {
      name: 'HANDOFF_USER_ID',
      id: handoffUserId,
      scope: 'users.readonly',
      look: (id: string) => inspection.hasUser(id),
      missing: 'is no user of this account',
      where: 'GHL, Settings, My Staff',
      without: 'tasks for a person are assigned to nobody',
    },
  ];
  return Promise.all(looks.map(checkId));
}

interface IdLook {
  readonly name: string;
  readonly id: string | undefined;
  /** What looking takes; the service itself can do without it. */
  readonly scope: string;
  readonly look: (id: string) => ReturnType<GhlPort['inspection']['hasUser']>;
  readonly missing: string;
  readonly where: string;
  readonly without: string;
}

async function checkId({ name, id, scope, look, missing, where, without }: IdLook): Promise<Finding> {
  if (id === undefined) return people.ok(`no ${name}: ${without}`);
  const found = await look(id);
  if (found.ok)
    return found.value ? people.ok(`${name} is there`) : people.fail(`${name} ${missing}`, `correct it (${where})`);
  if (found.obstacle === 'scope_missing')
    return people.warn(`${name} could not be checked`, `give the token ${scope}, or look it up yourself (${where})`);
  const { text, fix } = adviceOn(found);
  return people.warn(`${name} could not be checked: ${text}`, fix);
}
