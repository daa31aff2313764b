import { z } from 'zod';
import { isId } from '../../config';
import { ApiError } from './api-error';

/** A well-formed id of any kind. */
export const id = z.string().refine(isId, 'must be a valid id');
export const isoWithOffset = z.iso.datetime({ offset: true, error: 'must be a valid ISO 8601 date string' });

/** @throws ApiError 422 with every violated constraint, as GHL's class-validator lists them. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ApiError(422, parsed.error.issues.flatMap(complaints));
}

function complaints(issue: z.core.$ZodIssue): readonly string[] {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [`${path} ${issue.message}`.trim()];
  return issue.keys.map((key) => `property ${[...issue.path, key].join('.')} should not exist`);
}
