import { guessableSecrets, MIN_SECRET_LENGTH } from '../../announce';
import type { Settings } from '../../config';
import { findingsOf } from './finding';
import type { Finding } from './finding';

const webhooks = findingsOf('webhooks');
const tokens = findingsOf('tokens');
const LONGER = `set it to ${MIN_SECRET_LENGTH} characters or more: openssl rand -hex 24`;

/** How webhooks are verified, and what opens the service's own routes. */
export function checkSecrets(settings: Settings): readonly Finding[] {
  const short = guessableSecrets(settings).map((name) =>
    tokens.warn(`${name} is shorter than ${MIN_SECRET_LENGTH} characters and can be guessed`, LONGER),
  );
  return [...checkWebhooks(settings), ...checkAdminToken(settings), ...short];
}

function checkWebhooks({ webhook, mode }: Settings): readonly Finding[] {
  const { publicKey, hmacSecrets, token, signatureMode } = webhook;
  if (mode === 'sandbox') return [webhooks.ok('verified with a secret that is made for each run')];
  const verifiers = [
    ...(publicKey ? ["GHL's signature (Ed25519)"] : []),
    ...(hmacSecrets.length > 0 ? [`GHL_WEBHOOK_SECRET (${hmacSecrets.length})`] : []),
    ...(token === undefined ? [] : ['GHL_WEBHOOK_TOKEN']),
  ];
  const noToken = token === undefined ? '; workflow webhooks need GHL_WEBHOOK_TOKEN' : '';
  const verified = webhooks.ok(`verified with ${verifiers.join(', ')}${noToken}`);
  if (signatureMode === 'enforce') return [verified];
  const open = webhooks.warn(
    'WEBHOOK_SIGNATURE_MODE is "warn": anybody can post webhooks',
    'set it to "enforce" outside of staging',
  );
  return [verified, open];
}

function checkAdminToken({ adminToken, mode }: Settings): readonly Finding[] {
  if (mode === 'sandbox') return [];
  if (adminToken !== undefined) return [tokens.ok('ADMIN_TOKEN is set')];
  return [
    tokens.warn(
      'ADMIN_TOKEN is not set: /conversations, /events and all other admin routes answer 403',
      'set it: openssl rand -hex 24',
    ),
  ];
}
