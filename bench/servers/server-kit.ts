import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const secret = process.env.GHL_WEBHOOK_SECRET ?? '';

/** True when the signature is the HMAC-SHA256 of the body, in hexadecimal digits. */
export function isSigned(body: Buffer, signature: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Tells the benchmark where the server listens, and ends with the benchmark. */
export function announcePort(server: Server): void {
  server.on('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.on('disconnect', () => process.exit());
}
