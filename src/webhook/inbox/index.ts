export { CatchUp } from './catch-up';
export { EventsController } from './events.controller';
export { Inbox } from './inbox';
export type { OpenEvent } from './open-events';
