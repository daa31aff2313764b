import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { verifySignature } from './verify-signature';
import type { VerificationKeys } from './verify-signature';

const pair = generateKeyPairSync('ed25519');
const keys: VerificationKeys = { hmacSecrets: ['old', 'new'], publicKey: pair.publicKey, token: 'workflow-token' };
const body = Buffer.from('{"type":"InboundMessage","body":"hi"}');

function hmac(secret: string, bytes = body): string {
  return createHmac('sha256', secret).update(bytes).digest('hex');
}

function ed25519(bytes = body, key = pair.privateKey): string {
  return sign(null, bytes, key).toString('base64');
}

function ghl(signature: string) {
  return { 'x-ghl-signature': [signature] };
}

function verdictOf(signature: string, bytes = body, given = keys) {
  return verifySignature(ghl(signature), bytes, given);
}

describe('webhook: signature', () => {
  it.each([
    ['Ed25519', ed25519(), 'ed25519'],
    ['HMAC in hex', hmac('new'), 'hmac'],
    ['HMAC with the secret that is being rotated out', hmac('old'), 'hmac'],
    ['HMAC with a prefix', `sha256=${hmac('new')}`, 'hmac'],
    ['HMAC in capitals', hmac('new').toUpperCase(), 'hmac'],
  ])('accepts %s', (_title, signature, scheme) => {
    expect(verdictOf(signature)).toEqual({ valid: true, scheme });
  });

  it('accepts the workflow token', () => {
    expect(verifySignature({ 'x-webhook-token': ['workflow-token'] }, body, keys)).toEqual({
      valid: true,
      scheme: 'token',
    });
  });

  const otherKey = generateKeyPairSync('ed25519').privateKey;
  const rsaKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  it.each([
    ['an unsigned delivery', 'N/A'],
    ['an empty header', ''],
    ['an HMAC with another secret', hmac('guess')],
    ['an HMAC with an empty secret', hmac('')],
    ['an HMAC with the public key as secret', hmac('MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=')],
    ['an Ed25519 signature by another key', ed25519(body, otherKey)],
    ['an RSA signature', sign('sha256', body, rsaKey).toString('base64')],
    ['a truncated HMAC', hmac('new').slice(0, 62)],
    ['an HMAC in base64', Buffer.from(hmac('new'), 'hex').toString('base64')],
    ['two signatures in one header', `${hmac('new')}, ${hmac('new')}`],
    ['the token in the place of the signature', 'workflow-token'],
  ])('refuses %s', (_title, signature) => {
    expect(verdictOf(signature).valid).toBe(false);
  });

  it.each([
    ['HMAC', hmac('new')],
    ['Ed25519', ed25519()],
  ])('refuses %s over the same JSON written differently', (_title, signature) => {
    const reserialised = Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1));
    expect(verdictOf(signature, reserialised).valid).toBe(false);
  });

  it.each([
    ['twice the same header', { 'x-ghl-signature': [hmac('new'), hmac('new')] }],
    ['a signature and a token', { 'x-ghl-signature': [hmac('new')], 'x-webhook-token': ['workflow-token'] }],
    ['a signature and the retired header', { 'x-ghl-signature': [hmac('new')], 'x-wh-signature': ['x'] }],
    ['only the retired header', { 'x-wh-signature': [hmac('new')] }],
    ['no signature at all', {}],
    ['a wrong token', { 'x-webhook-token': ['workflow-toke'] }],
  ])('refuses %s', (_title, headers) => {
    expect(verifySignature(headers, body, keys).valid).toBe(false);
  });

  it('refuses each scheme whose key is not set, also with a signature made with an empty key', () => {
    const none: VerificationKeys = { hmacSecrets: [], publicKey: null, token: undefined };
    expect(verdictOf(hmac(''), body, none)).toMatchObject({ valid: false, scheme: 'hmac' });
    expect(verdictOf(ed25519(), body, none)).toMatchObject({ valid: false, scheme: 'ed25519' });
    expect(verifySignature({ 'x-webhook-token': [''] }, body, none)).toMatchObject({ valid: false, scheme: 'token' });
  });

  const twice = { 'x-ghl-signature': [hmac('new')], 'x-webhook-token': ['workflow-token'] };
  const unset: VerificationKeys = { hmacSecrets: [], publicKey: null, token: undefined };
  it.each<[problem: string, scheme: string, headers: Record<string, readonly string[]>, given?: VerificationKeys]>([
    ['no signature header', 'none', {}],
    ['more than one signature header', 'none', twice],
    ['X-WH-Signature is no longer accepted', 'none', { 'x-wh-signature': ['x'] }],
    ['the signature has neither the form of Ed25519 nor of HMAC-SHA256', 'none', ghl('?')],
    ['the HMAC does not match', 'hmac', ghl(hmac('guess'))],
    ['GHL_WEBHOOK_SECRET is not set', 'hmac', ghl(hmac('new')), unset],
    ['the Ed25519 signature does not match', 'ed25519', ghl(ed25519(body, otherKey))],
    ['GHL_WEBHOOK_PUBLIC_KEY is "none"', 'ed25519', ghl(ed25519()), unset],
    ['the token does not match', 'token', { 'x-webhook-token': ['guess'] }],
    ['GHL_WEBHOOK_TOKEN is not set', 'token', { 'x-webhook-token': ['guess'] }, unset],
  ])('says why it refuses: %s', (problem, scheme, headers, given = keys) => {
    expect(verifySignature(headers, body, given)).toEqual({ valid: false, scheme, problem });
  });
});
