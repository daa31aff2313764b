import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/**
 * Reads the Ed25519 key that webhooks are verified with.
 * @param text PEM, or SPKI DER as base64; `none` switches the scheme off.
 * @returns the key, `null` for `none`, or `malformed` for everything that is not an Ed25519 public key. The type is
 * pinned because `crypto.verify` would happily accept an RSA signature with an RSA key.
 */
export function parsePublicKey(text: string): KeyObject | null | 'malformed' {
  if (text === 'none') return null;
  try {
    const key = text.includes('-----BEGIN')
      ? createPublicKey(text.replaceAll('\\n', '\n'))
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : 'malformed';
  } catch {
    return 'malformed';
  }
}
