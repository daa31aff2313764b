import { createHmac, timingSafeEqual, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isSameSecret } from '../../http';

export type SignatureScheme = 'ed25519' | 'hmac' | 'token' | 'none';

/** What the signature headers prove. `problem` is for the log and the answer; it holds nothing secret. */
export type Verdict =
  | { readonly valid: true; readonly scheme: SignatureScheme }
  | { readonly valid: false; readonly scheme: SignatureScheme; readonly problem: string };

/** What webhooks may be signed with; a scheme without its key is refused. */
export interface VerificationKeys {
  readonly hmacSecrets: readonly string[];
  readonly publicKey: KeyObject | null;
  readonly token: string | undefined;
}

/** Every header that claims to authenticate a webhook. `X-WH-Signature` (RSA) was retired by GHL in July 2026. */
const SIGNATURE_HEADERS = ['x-ghl-signature', 'x-webhook-token', 'x-wh-signature'] as const;

const HMAC_FORM = /^(?:sha256=)?([0-9a-f]{64})$/i;
/** 64 bytes in canonical base64. */
const ED25519_FORM = /^[A-Za-z0-9+/]{85}[AQgw]==$/;

/**
 * Decides whether a webhook comes from who may send one. Exactly one signature header, exactly one scheme, chosen by
 * the header's form and checked with that scheme's own key: no falling through from one to the next.
 * @param headers values per lower-case name, repeated headers kept apart (`request.headersDistinct`).
 * @param rawBody the bytes as received: the signature covers them, not their meaning.
 */
export function verifySignature(
  headers: Readonly<Record<string, readonly string[] | undefined>>,
  rawBody: Buffer,
  keys: VerificationKeys,
): Verdict {
  const given = SIGNATURE_HEADERS.flatMap((name) => (headers[name] ?? []).map((value) => ({ name, value })));
  const [signature] = given;
  if (signature === undefined) return refuse('none', 'no signature header');
  if (given.length > 1) return refuse('none', 'more than one signature header');
  switch (signature.name) {
    case 'x-webhook-token':
      return verifyToken(signature.value, keys.token);
    case 'x-wh-signature':
      return refuse('none', 'X-WH-Signature is no longer accepted');
    case 'x-ghl-signature':
      return verifyBody(signature.value, rawBody, keys);
  }
}

function verifyBody(signature: string, rawBody: Buffer, keys: VerificationKeys): Verdict {
  const hex = HMAC_FORM.exec(signature)?.[1];
  if (hex !== undefined) return verifyHmac(Buffer.from(hex, 'hex'), rawBody, keys.hmacSecrets);
  if (ED25519_FORM.test(signature)) return verifyEd25519(Buffer.from(signature, 'base64'), rawBody, keys.publicKey);
  return refuse('none', 'the signature has neither the form of Ed25519 nor of HMAC-SHA256');
}

function verifyHmac(digest: Buffer, rawBody: Buffer, secrets: readonly string[]): Verdict {
  if (secrets.length === 0) return refuse('hmac', 'GHL_WEBHOOK_SECRET is not set');
  const matches = secrets.filter((secret) =>
    timingSafeEqual(digest, createHmac('sha256', secret).update(rawBody).digest()),
  );
  return matches.length > 0 ? { valid: true, scheme: 'hmac' } : refuse('hmac', 'the HMAC does not match');
}

function verifyEd25519(signature: Buffer, rawBody: Buffer, key: KeyObject | null): Verdict {
  if (key === null) return refuse('ed25519', 'GHL_WEBHOOK_PUBLIC_KEY is "none"');
  const isValid = verify(null, rawBody, key, signature);
  return isValid ? { valid: true, scheme: 'ed25519' } : refuse('ed25519', 'the Ed25519 signature does not match');
}

function verifyToken(given: string, expected: string | undefined): Verdict {
  if (expected === undefined) return refuse('token', 'GHL_WEBHOOK_TOKEN is not set');
  return isSameSecret(given, expected) ? { valid: true, scheme: 'token' } : refuse('token', 'the token does not match');
}

function refuse(scheme: SignatureScheme, problem: string): Verdict {
  return { valid: false, scheme, problem };
}
