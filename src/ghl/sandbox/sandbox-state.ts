import { accountRoutes } from './account-routes';
import { AppointmentBook, CALENDAR_ZONE } from './appointment-book';
import { calendarRoutes } from './calendar-routes';
import { ContactBook } from './contact-book';
import { ContactChanges } from './contact-changes';
import { RecordsByContact } from './contact-records';
import type { ContactRecords } from './contact-records';
import { contactRoutes } from './contact-routes';
import { conversationRoutes } from './conversation-routes';
import { locationRoutes } from './location-routes';
import { LocationStore } from './location-store';
import { MessageStore } from './message-store';
import type { SandboxAppointment, SandboxContact, SandboxMessage } from './records';
import { RouteTable } from './routes';
import type { withDefaults } from './sandbox-options';

type Options = ReturnType<typeof withDefaults>;

/** Everything that the stand-in knows. */
export interface SandboxState {
  readonly contacts: ContactBook;
  readonly changes: ContactChanges;
  readonly records: ContactRecords;
  readonly locations: LocationStore;
  readonly messages: MessageStore;
  readonly appointments: AppointmentBook;
}

/** @param onTagsChanged called by whomever a contact's tags have been changed. */
export function createState(options: Options, onTagsChanged: (contact: SandboxContact) => void): SandboxState {
  const contacts = new ContactBook(options);
  const locations = new LocationStore(options.customFields);
  return {
    contacts,
    locations,
    changes: new ContactChanges(contacts, locations, onTagsChanged),
    records: { tasks: new RecordsByContact(), notes: new RecordsByContact(), workflowRuns: new RecordsByContact() },
    messages: new MessageStore(options.now, options.readBackLagMs),
    appointments: new AppointmentBook(options.now),
  };
}

/** Who is told of what is done through the API. */
export interface ApiListeners {
  readonly onSent: (message: SandboxMessage) => void;
  readonly onBooked: (appointment: SandboxAppointment) => void;
}

/** The API over that state. */
export function apiRoutes(
  state: SandboxState,
  { now, nestsMessages, calendarId, workflowIds, userIds }: Options,
  { onSent, onBooked }: ApiListeners,
): RouteTable {
  return new RouteTable([
    ...contactRoutes({ ...state, now }),
    ...conversationRoutes({ ...state, nestsMessages, onSent }),
    ...locationRoutes(state.locations, CALENDAR_ZONE),
    ...calendarRoutes({ ...state, calendarId, onBooked }),
    ...accountRoutes({ workflowIds, userIds }),
  ]);
}
