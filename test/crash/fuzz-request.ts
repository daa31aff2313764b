import { createHmac } from 'node:crypto';
import { anyJson, deepJson, distortedPayload, plausiblePayload } from './fuzz-json';
import type { Random } from './random';

/** One request as it is to go out. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
  /** How the body goes out: in one piece with its length, in chunks, cut off half-way, or as mutated bytes. */
  readonly transfer: 'whole' | 'chunked' | 'aborted' | 'raw';
  /** `false`: no valid signature is in it, so it must not be let in. */
  readonly isSigned: boolean;
}

export interface FuzzTarget {
  readonly secret: string;
  readonly locationId: string;
}

const MAX_BODY_BYTES = 300 * 1_024;

/** Draws a request: some of it plausible, most of it not. */
export function drawRequest(random: Random, target: FuzzTarget): FuzzRequest {
  const body = drawBody(random, target.locationId);
  const signature = random.weighted({ valid: 60, prefixed: 3, forged: 12, none: 8, odd: 12, twice: 5 });
  const transfer = random.weighted({ whole: 80, chunked: 12, aborted: 3, raw: 5 });
  return {
    method: random.chance(0.98) ? 'POST' : random.pick(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']),
    path: random.chance(0.97)
      ? '/webhook/ghl'
      : random.pick(['/webhook/ghl/', '/webhook/%ff', '/webhook/ghl?x=%', '//']),
    headers: { ...drawHeaders(random), ...signatureHeaders(random, signature, body, target.secret) },
    body,
    transfer,
    isSigned: signature === 'valid' || signature === 'prefixed',
  };
}

function drawBody(random: Random, locationId: string): Buffer {
  const kind = random.weighted({
    plausible: 12,
    distorted: 46,
    json: 12,
    deep: 1,
    bytes: 10,
    torn: 14,
    large: 1,
    none: 4,
  });
  switch (kind) {
    case 'plausible':
      return toJson(plausiblePayload(random, locationId));
    case 'distorted':
      return toJson(distortedPayload(random, locationId));
    case 'json':
      return toJson(anyJson(random, 4));
    case 'deep':
      return Buffer.from(deepJson(random, random.between(100, 40_000)));
    case 'bytes':
      return Buffer.from(Array.from({ length: random.between(1, 300) }, () => random.between(0, 255)));
    case 'torn':
      return mutate(random, toJson(distortedPayload(random, locationId)));
    case 'large':
      return toJson({
        ...plausiblePayload(random, locationId),
        pad: 'x'.repeat(random.between(1_000, MAX_BODY_BYTES)),
      });
    case 'none':
      return Buffer.alloc(0);
  }
}

function toJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** Overwrites, drops or repeats a few bytes. */
export function mutate(random: Random, bytes: Buffer): Buffer {
  let mutated = Buffer.from(bytes);
  for (let count = random.between(1, 4); count > 0 && mutated.length > 0; count--) {
    const at = random.between(0, mutated.length - 1);
    if (random.chance(0.5)) mutated[at] = random.between(0, 255);
    else if (random.chance(0.5)) mutated = mutated.subarray(0, at);
    else mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(Math.max(0, at - 20))]);
  }
  return mutated;
}

function drawHeaders(random: Random): Record<string, string | readonly string[]> {
  const headers: Record<string, string | readonly string[]> = {};
  if (random.chance(0.97)) headers['content-type'] = random.chance(0.9) ? 'application/json' : random.pick(ODD_TYPES);
  if (random.chance(0.02)) headers['content-encoding'] = random.pick(['gzip', 'br', 'identity', 'nonsense']);
  if (random.chance(0.03)) headers['x-request-id'] = random.pick(['a'.repeat(3_000), '{}', 'é', '../x']);
  if (random.chance(0.02)) headers.expect = random.pick(['100-continue', 'nonsense']);
  if (random.chance(0.01)) headers.cookie = 'a=b; '.repeat(2_000);
  return headers;
}

const ODD_TYPES = [
  'application/vnd.ghl+json',
  'application/json; charset=utf-8',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/json'.repeat(50),
  ';;;',
];

function signatureHeaders(
  random: Random,
  kind: 'valid' | 'prefixed' | 'forged' | 'none' | 'odd' | 'twice',
  body: Buffer,
  secret: string,
): Record<string, string | readonly string[]> {
  const hmac = (key: string) => createHmac('sha256', key).update(body).digest('hex');
  switch (kind) {
    case 'valid':
      return { 'x-ghl-signature': hmac(secret) };
    case 'prefixed':
      return { 'x-ghl-signature': `sha256=${hmac(secret)}` };
    case 'forged':
      return { 'x-ghl-signature': hmac(`${secret}x`) };
    case 'none':
      return {};
    case 'odd':
      return { [random.pick(['x-ghl-signature', 'x-wh-signature', 'x-webhook-token'])]: random.pick(ODD_SIGNATURES) };
    case 'twice':
      return { 'x-ghl-signature': [hmac(secret), hmac(secret)] };
  }
}

const ODD_SIGNATURES = ['', 'N/A', 'sha256=', '0'.repeat(64), `${'A'.repeat(86)}==`, 'A'.repeat(5_000), 'é', 'null'];
