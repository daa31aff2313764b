import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { SETTINGS } from '../config';
import type { Settings } from '../config';
import { bearerTokenOf } from './bearer-token';
import { CodedException } from './coded-exception';

/** Opens a route to whoever holds `ADMIN_TOKEN`. Without one set, these routes are closed to everybody. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  canActivate(context: ExecutionContext): boolean {
    const { adminToken } = this.settings;
    if (adminToken === undefined) {
      throw new CodedException(403, 'admin_token_not_set', 'Set ADMIN_TOKEN to open this route.');
    }
    const given = bearerTokenOf(context.switchToHttp().getRequest<Request>());
    if (given !== null && isSameSecret(given, adminToken)) return true;
    throw new CodedException(401, 'unauthorized', 'Send the header Authorization: Bearer <ADMIN_TOKEN>.');
  }
}

/** Compares without telling by its duration how much was right; hashing makes the lengths equal. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
