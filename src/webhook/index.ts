export { Inbox } from './inbox';
export { WebhookModule } from './webhook.module';
