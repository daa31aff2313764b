import { loadSettings } from '../config';
import { callPolicy } from './call-policy';

it('is as patient as the settings say', () => {
  expect(callPolicy(loadSettings({ GHL_TIMEOUT_MS: '7000', GHL_MAX_RETRIES: '5' }))).toEqual({
    timeoutMs: 7_000,
    maxRetries: 5,
    backoffMs: 250,
    maxRetryAfterMs: 30_000,
    settleMs: 1_000,
  });
});
