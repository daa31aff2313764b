export { Inbox } from './inbox';
export { CANARY_TYPE } from './payload';
export { WebhookModule } from './webhook.module';
